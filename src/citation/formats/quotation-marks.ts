import { LANGUAGES } from '../../domain/language.ts'
import type { Language } from '../../domain/language.ts'

export type MarkPair = { readonly open: string; readonly close: string }

/** Marks around a quotation, and around one that stands within it; deeper ones take turns. */
export type QuotationMarks = { readonly outer: MarkPair; readonly inner: MarkPair }

/**
 * Marks of languages. Source: Unicode CLDR 48.2, `delimiters` of each locale (quotationStart, quotationEnd,
 * alternateQuotationStart, alternateQuotationEnd), with three differences: Dutch has one pair for both there, under which a
 * quote within another looks like its end; French sets its marks off with a space that does not break, which CLDR leaves
 * to whoever writes; `tl` is CLDR's `fil`.
 */
const MARKS_OF_LANGUAGES: readonly (readonly [marks: string, languages: string])[] = [
  [
    '“ ” ‘ ’',
    'af az bn cy da en es fo ga gl gu ha hi id ig km kn ko ku lo lv ml mn mr ms mt my ne or pa ps pt si so sq sw ta te tg th tl tr vi xh yo zh zu und',
  ],
  ['„ “ ‚ ‘', 'cs de et hr is lb mk sk sl'],
  ['« » “ ”', 'ca el eu it kk mg'],
  ['« » „ “', 'be ky ru uk'],
  ['” ” ’ ’', 'fi he sv yi'],
  ['« » ‘ ’', 'nb nn rw'],
  ['« » ‹ ›', 'am fa'],
  ['” “ ’ ‘', 'ar ur'],
  ['„ “ „ “', 'bg lt'],
  ['« » « »', 'hy'],
  ['«\u00a0 \u00a0» «\u00a0 \u00a0»', 'fr'],
  ['„ ” « »', 'pl ro'],
  ['„ ” ‘ ’', 'bs'],
  ['„ ” » «', 'hu'],
  ['「 」 『 』', 'ja'],
  ['„ “ « »', 'ka'],
  ['‘ ’ “ ”', 'nl'],
  ['„ ” ’ ’', 'sr'],
  ['“ ” ’ ‘', 'uz'],
]

const MARKS: ReadonlyMap<string, QuotationMarks> = new Map(
  MARKS_OF_LANGUAGES.flatMap(([marks, languages]) => {
    const [open = '', close = '', innerOpen = '', innerClose = ''] = marks.split(' ')
    const pairs = { outer: { open, close }, inner: { open: innerOpen, close: innerClose } }
    return languages.split(' ').map(language => [language, pairs] as const)
  }),
)

export function quotationMarks(language: Language): QuotationMarks {
  const marks = MARKS.get(language)
  if (marks === undefined) throw new TypeError(`No quotation marks are known for ${language}`)
  return marks
}

/** Languages without marks of their own; empty, or the table is not complete. */
export const languagesWithoutMarks = (): readonly Language[] =>
  LANGUAGES.map(({ tag }) => tag).filter(tag => !MARKS.has(tag))
