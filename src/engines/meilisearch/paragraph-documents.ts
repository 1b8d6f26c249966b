import type { AnalyzedParagraph } from '../../domain/analyzed.ts'
import type { Paragraph } from '../../domain/paragraph.ts'
import { isSpeech } from '../../text/zones.ts'
import { paragraphFields, wordFields, type Role } from './document.ts'
import { boundedKey, idKey } from './keys.ts'
import { quoteKeys } from './quote-keys.ts'
import { speakerFields } from './speaker-counts.ts'

export type ArticleOfDocument = {
  /** Of everything of the article. */
  readonly hash: string
  /** The first paragraph of an article is its head. */
  readonly isHead: boolean
  /** The article's title paragraph, for the others. */
  readonly title?: AnalyzedParagraph
}

/**
 * A longer paragraph is not shown from the documents of its quotes but read once more: with hundreds of quotes, all of it
 * in each of them, it would be larger than what the server takes. UTF-16 code units of JSON; a usual one has 1,000.
 */
const LONGEST_REPEATED = 8000

/**
 * The documents of a paragraph: itself, each of its quotes, and what stands outside of speech, where that is something
 * else. So a query of a zone is the same filter as anywhere, on other documents, and what it says of one quote (words that
 * are there, words that are not, the speaker) is as exact. Not chosen: one document with the number of the quote in each
 * of its values. Every clause would have to be repeated for every number, and speakers could not be counted.
 */
export function paragraphDocuments(
  analyzed: AnalyzedParagraph,
  { hash, isHead, title }: ArticleOfDocument,
): readonly { readonly id: string }[] {
  const { paragraph, tokens, quoteTokens } = analyzed
  const { id, articleId, language, quotes } = paragraph
  const fields = paragraphFields(paragraph, title)
  const { content, ...withoutContent } = fields
  const fieldsOfPart = content.length <= LONGEST_REPEATED ? fields : withoutContent
  const keys = quoteKeys(quotes)
  const ofQuotes = {
    ...(keys.length > 0 ? { quoteKeys: keys } : {}),
    ...speakerFields(quotes, articleId),
  }
  const isSaid = spokenPlaces(analyzed)
  const live = {
    ...fields,
    ...ofQuotes,
    role: (isSaid.size > 0 ? ['live'] : ['live', 'text']) satisfies Role[],
    hash,
    ...(isHead ? { isHead } : {}),
    ...wordFields(tokens, language),
  }
  const said = quotes.map((quote, number) => {
    const { first, after } = quoteTokens[number] ?? { first: 0, after: 0 }
    const speaker = quote.speaker === undefined ? undefined : boundedKey(quote.speaker)
    return {
      ...fieldsOfPart,
      id: quoteId(id, number),
      role: 'quote' satisfies Role,
      quote: number,
      quoteKeys: quoteKeys([quote]),
      ...(speaker === undefined
        ? {}
        : {
            speakerNames: [speaker],
            speakerOfParagraph: `${idKey(id)}|${speaker}`,
            speakerOfArticle: `${idKey(articleId)}|${speaker}`,
          }),
      ...wordFields(tokens.slice(first, after), language),
    }
  })
  if (isSaid.size === 0) return [live, ...said]
  const outside = {
    ...fieldsOfPart,
    ...ofQuotes,
    id: outsideId(id),
    role: 'text' satisfies Role,
    ...wordFields(
      tokens.map((token, place) => (isSaid.has(place) ? undefined : token)),
      language,
    ),
  }
  return [live, ...said, outside]
}

function spokenPlaces({ paragraph, quoteTokens }: AnalyzedParagraph): ReadonlySet<number> {
  const places = new Set<number>()
  paragraph.quotes.forEach((quote, number) => {
    const { first, after } = quoteTokens[number] ?? { first: 0, after: 0 }
    if (isSpeech(quote)) for (let place = first; place < after; place++) places.add(place)
  })
  return places
}

// an underscore and a letter end no id of a paragraph
const quoteId = (id: string, number: number): string => `${id}_q${number}`
const outsideId = (id: string): string => `${id}_t`

/** All documents that a paragraph may have besides itself. */
const partIds = ({ id, quotes }: Paragraph): string[] => [
  ...quotes.map((_, number) => quoteId(id, number)),
  ...(quotes.some(isSpeech) ? [outsideId(id)] : []),
]

/**
 * What takes the place of quotes that were in the index before and are not written now: one task of the server writes
 * documents or deletes such, and an article's change is one task.
 */
export function goneDocuments(before: readonly Paragraph[], written: ReadonlySet<string>) {
  return before.flatMap(paragraph =>
    partIds(paragraph)
      .filter(id => !written.has(id))
      .map(id => ({
        id,
        role: 'gone' satisfies Role,
        articleKey: idKey(paragraph.articleId),
        sourceName: boundedKey(paragraph.source),
      })),
  )
}
