import type { Citation } from './citation.ts'

/** A schema.org/Quotation in JSON-LD. A speaker who is not sure stands in a Role that says so, and never by himself. */
export function asJsonLd(citation: Citation): string {
  const { words, wordsLanguage, articleLanguage, speaker, title, source, author, publishedAt } = citation
  const { url, fragmentUrl, permalink, goneSince } = citation
  const person = speaker && { '@type': 'Person', name: speaker.name }
  const quotation = {
    '@context': 'https://schema.org',
    '@type': 'Quotation',
    ...(permalink !== undefined && { '@id': permalink, url: permalink }),
    text: words,
    ...(wordsLanguage !== 'und' && { inLanguage: wordsLanguage }),
    ...(speaker && {
      creditText: speaker.written,
      spokenByCharacter: speaker.isSure
        ? person
        : {
            '@type': 'Role',
            description: speaker.written,
            spokenByCharacter: person,
          },
    }),
    ...(goneSince !== undefined && { expires: goneSince, creativeWorkStatus: 'Retired' }),
    isPartOf: {
      '@type': 'NewsArticle',
      ...(title !== undefined && { headline: title }),
      ...(author.length > 0 && { author: author.map(name => ({ '@type': 'Person', name })) }),
      publisher: { '@type': 'Organization', name: source },
      ...(publishedAt !== undefined && { datePublished: publishedAt }),
      ...(articleLanguage !== 'und' && { inLanguage: articleLanguage }),
      ...(url !== undefined && { url: fragmentUrl ?? url }),
    },
  }
  return `${escapeForScript(JSON.stringify(quotation, undefined, 2))}\n`
}

/** So that it may be put into a `script` element as it is. */
const escapeForScript = (json: string): string =>
  json
    .replaceAll('<', String.raw`\u003c`)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
