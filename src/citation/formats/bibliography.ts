import type { Citation } from './citation.ts'
import { oneLine } from './source-parts.ts'
import { wordingOf, writtenDay } from './wording.ts'

/** The fields that reference managers know, of which every one of their formats is written. */
export type BibliographyEntry = {
  readonly key: string
  /** Whole names, as published: which part is the family's nobody said. */
  readonly author: readonly string[]
  readonly title?: string
  readonly source: string
  readonly day?: { readonly year: number; readonly month: number; readonly day: number }
  /** The publisher's page, else the paragraph's own. */
  readonly url?: string
  /** BCP 47, of the article; absent when unknown. */
  readonly language?: string
  /** The words, who said them, and the paragraph's own page. */
  readonly annotation: string
  /** That the article no longer holds the words. */
  readonly note?: string
}

export function bibliographyEntry(citation: Citation): BibliographyEntry {
  const { quotation, speaker, permalink, articleLanguage, goneSince, language } = citation
  const url = citation.url ?? citation.permalink
  const day = dayOf(citation.publishedAt)
  const said = speaker === undefined ? quotation : `${quotation} — ${speaker.written}`
  const own = permalink === undefined || permalink === url ? '' : ` ${permalink}`
  return {
    key: citation.key,
    author: citation.author.map(oneLine),
    source: oneLine(citation.source),
    annotation: oneLine(`${said}${own}`),
    ...(citation.title !== undefined && { title: oneLine(citation.title) }),
    ...(day && { day }),
    ...(url !== undefined && { url }),
    ...(articleLanguage !== 'und' && { language: articleLanguage }),
    ...(goneSince !== undefined && {
      note: wordingOf(language).goneSince(writtenDay(goneSince, language)),
    }),
  }
}

/** In UTC; formats with four digits for the year can't say any other. */
function dayOf(instant: string | undefined): BibliographyEntry['day'] {
  const date = /^(\d{4})-(\d\d)-(\d\d)T/.exec(instant ?? '')
  return date ? { year: Number(date[1]), month: Number(date[2]), day: Number(date[3]) } : undefined
}
