import type { Quote } from '../../../src/domain/paragraph.ts'
import type { Language } from '../../../src/domain/language.ts'
import { cite } from '../../../src/citation/formats/citation.ts'
import type { Citation, CitedParagraph } from '../../../src/citation/formats/citation.ts'
import type { Selection } from '../../../src/citation/formats/selection.ts'

/** Everything is known of it, and most of it means something in some format. */
export const HOSTILE: CitedParagraph = {
  id: 'ferry-0123456789',
  position: 3,
  text: 'He wrote: “100 % of {all} #1 \\commands & <b>tags</b>, _yes_ — $5 ~ ^”, said the harbour-master.',
  language: 'en',
  articleLanguage: 'nb',
  source: 'Marnvik & Sønner {Avis}',
  title: 'Ferja 50% dyrere_enn <i>før</i>? } $ # ~ ^ \\ «Ja» [1] *nå*',
  author: ['Tora {Ek} Lindvik', 'Jon and Siri Ask', '東京 太郎'],
  publishedAt: '2018-04-18T06:00:00Z',
  url: 'https://avis.example/a_b/(1)?x=1&y={2}%20#kommentar',
  quotes: [],
  retiredAt: null,
}

/** A quote for each of the words, in order, with what is said about it. */
export function quotesIn(
  text: string,
  ...words: readonly (Partial<Quote> & { readonly text: string })[]
): Quote[] {
  return words.map(quote => {
    const start = text.indexOf(quote.text)
    if (start < 0) throw new Error(`“${quote.text}” does not stand in “${text}”`)
    return { kind: 'direct', confidence: 1, ...quote, start, end: start + quote.text.length }
  })
}

export type Asked = {
  readonly selection?: Selection
  readonly language?: Language
  readonly permalink?: string
}

/** The citation of a paragraph that is all there is of its article. */
export function citationOf(given: Partial<CitedParagraph>, asked: Asked = {}): Citation {
  const paragraph: CitedParagraph = { ...HOSTILE, ...given }
  const { selection = { kind: 'paragraph' }, language = paragraph.language, permalink } = asked
  return cite(paragraph, {
    selection,
    language,
    article: paragraph.retiredAt === null ? [paragraph] : [],
    ...(permalink !== undefined && { permalink }),
  })
}
