import { SURE_SPEAKER } from '../../domain/paragraph.ts'
import type { Quote } from '../../domain/paragraph.ts'
import type { Language } from '../../domain/language.ts'
import { quotationMarks } from './quotation-marks.ts'
import { requote } from './requote.ts'
import { select } from './selection.ts'
import type { Selection } from './selection.ts'
import { fragmentUrl } from './text-fragment.ts'
import type { TextBlock } from './find-fragment.ts'
import { webAddress } from './web-address.ts'
import { wordingOf } from './wording.ts'

/** A paragraph as the answers of the interface hold it: instants are ISO 8601, what is unknown is null. */
export type CitedParagraph = {
  readonly id: string
  readonly position: number
  readonly text: string
  readonly language: Language
  readonly articleLanguage: Language
  readonly source: string
  readonly title: string | null
  readonly author: readonly string[]
  readonly publishedAt: string | null
  readonly url: string | null
  readonly quotes: readonly Quote[]
  /** Since when the article no longer holds it. */
  readonly retiredAt: string | null
}

/** All that a citation may say, ready to be written in any format. What is not known is not there. */
export type Citation = {
  /** `[A-Za-z0-9_-]`; another one for each part of a paragraph that is cited. */
  readonly key: string
  /** As published. */
  readonly words: string
  /** The words in the marks of the citation's language, with marks of the inner kind inside. */
  readonly quotation: string
  /** The words without marks around them, as in a block of their own. */
  readonly block: string
  readonly wordsLanguage: Language
  readonly articleLanguage: Language
  /** In which marks, dates and words between the names are written. */
  readonly language: Language
  readonly speaker?: {
    readonly name: string
    readonly isSure: boolean
    /** The name, with the caveat where there is one. */
    readonly written: string
  }
  readonly title?: string
  readonly source: string
  readonly author: readonly string[]
  /** ISO instant. */
  readonly publishedAt?: string
  /** Where it was published. */
  readonly url?: string
  /** The same with a text fragment, at which a browser shows the words. */
  readonly fragmentUrl?: string
  /** The paragraph's own page; only where the service knows its address. */
  readonly permalink?: string
  /** ISO instant since which the article no longer holds the words. */
  readonly goneSince?: string
}

export type CiteOptions = {
  readonly selection: Selection
  readonly language: Language
  /** Absolute. */
  readonly permalink?: string
  /** The texts of the article as it stands, in order: what makes words ambiguous on the publisher's page. */
  readonly article: readonly (TextBlock & { readonly id: string })[]
}

/** Throws what `select` throws. */
export function cite(paragraph: CitedParagraph, options: CiteOptions): Citation {
  const { text, quotes } = paragraph
  const { language, permalink, article } = options
  const { range, quote, suffix } = select(paragraph, options.selection)
  const marks = quotationMarks(language)
  const requoting = { text, quotes, range, marks }
  const url = webAddress(paragraph.url)
  const block = article.findIndex(({ id }) => id === paragraph.id)
  const fragment =
    url === undefined || block < 0
      ? undefined
      : fragmentUrl(url, article, { block, start: range.start, end: range.end })
  return {
    key: `${paragraph.id}${suffix}`,
    words: text.slice(range.start, range.end),
    quotation: `${marks.outer.open}${requote({ ...requoting, depth: 1 })}${marks.outer.close}`,
    block: requote({ ...requoting, depth: 0 }),
    wordsLanguage: paragraph.language,
    articleLanguage: paragraph.articleLanguage,
    language,
    source: paragraph.source,
    author: paragraph.author,
    ...(quote?.speaker !== undefined && { speaker: speakerOf(quote, quote.speaker, language) }),
    ...(paragraph.title !== null && { title: paragraph.title }),
    ...(paragraph.publishedAt !== null && { publishedAt: paragraph.publishedAt }),
    ...(url !== undefined && { url }),
    ...(fragment !== undefined && { fragmentUrl: fragment }),
    ...(permalink !== undefined && { permalink }),
    ...(paragraph.retiredAt !== null && { goneSince: paragraph.retiredAt }),
  }
}

function speakerOf(
  { confidence }: Quote,
  name: string,
  language: Language,
): NonNullable<Citation['speaker']> {
  const isSure = confidence >= SURE_SPEAKER
  return { name, isSure, written: isSure ? name : `${wordingOf(language).probably} ${name}` }
}
