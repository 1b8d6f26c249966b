/**
 * Quotation marks of all languages (Unicode, General Punctuation; CLDR "delimiters"). Each that may open a phrase, with
 * those that may close it; readers mix styles, so more pairs than the textbook ones are honoured.
 */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['"', '"“”„‟'],
  ['＂', '＂"”'],
  ['“', '”“"‟'],
  ['”', '”"“'],
  ['„', '“”"‟„'],
  ['‟', '”"'],
  ['«', '»«"'],
  ['»', '«»"'],
  ['‹', '›‹'],
  ['›', '‹›'],
  ['‚', "‘’'"],
  ['‘', "’‘'"],
  ['‛', '’'],
  ['「', '」'],
  ['」', '「」'],
  ['『', '』'],
  ['』', '『』'],
  ['｢', '｣'],
  ['﹁', '﹂'],
  ['﹃', '﹄'],
  ['〝', '〞〟'],
  ['❝', '❞'],
  ['❮', '❯'],
  ["'", "'’"],
  ['’', "’'"],
])

/** Marks that are apostrophes inside a word, and open a phrase only before one. */
const APOSTROPHES = "'’‘‛‚"

export const isQuotationMark = (character: string): boolean => CLOSERS.has(character)
export const isApostrophe = (character: string): boolean => APOSTROPHES.includes(character)

/** The marks that may close a phrase opened by this one; empty when it opens none. */
export const closersOf = (opening: string): string => CLOSERS.get(opening) ?? ''
