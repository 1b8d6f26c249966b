import { fold, INVISIBLE, LETTER_APOSTROPHES } from './normal-form.ts'
import { BEFORE_GRAMS, codePoints, gramLength, RUNS } from './scripts.ts'

/** A word as it stands in the text: letters, marks and digits, or one group of digits such as `1 000`. */
export type RawWord = { readonly raw: string; readonly start: number }

/** One term of a raw word. `from` and `to` are UTF-16 code units of the folded word, half-open. */
export type WordTerm = {
  readonly term: string
  readonly from: number
  readonly to: number
  /** 0: a whole word; 2 or 3: an n-gram, one at each character of its run, the last ones shorter. */
  readonly gram: 0 | 2 | 3
}

/** A token with its place in the original text: UTF-16 code units, half-open. */
export type Token = {
  readonly term: string
  readonly start: number
  readonly end: number
  /** Where the first character of the token ends; differs from `end` in n-grams only. */
  readonly firstEnd: number
  readonly position: number
  readonly gram: 0 | 2 | 3
  /** The run of text that stemmers see: the raw word, or its part in one script. */
  readonly word: string
}

// squared words such as ㍿ and ㎏ are symbols to Unicode and words to their readers
const WORD_CHARACTERS = `\\p{L}\\p{M}\\p{N}\\u3300-\\u33ff${INVISIBLE}`
const WORD = new RegExp(
  `\\p{Nd}{1,3}(?:[.,'’\\u00a0\\u202f ]\\p{Nd}{3})+(?![\\p{L}\\p{M}\\p{N}])|(?:(?![${LETTER_APOSTROPHES}])[${WORD_CHARACTERS}])+`,
  'gu',
)
const WORD_AT = new RegExp(WORD.source, 'uy')
const NOT_WORD = /[^\p{L}\p{M}\p{N}]+/u
const DIGIT_SEPARATORS = /[.,'’\u00a0\u202f ]/g

/** Of each UTF-16 code unit: 2 a decimal digit, 1 another part of a word, 0 neither. Asked for every character of every text. */
const KIND_OF_UNIT: Uint8Array = (() => {
  const kinds = new Uint8Array(0x10000)
  const digit = /\p{Nd}/u
  const word = new RegExp(`(?![${LETTER_APOSTROPHES}])[${WORD_CHARACTERS}]`, 'u')
  for (let unit = 0; unit < 0x10000; unit++) {
    const character = String.fromCharCode(unit)
    if (word.test(character)) kinds[unit] = digit.test(character) ? 2 : 1
  }
  return kinds
})()

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

/** The raw words of a text, in order. The table above does what `WORD` says, several times as fast. */
export function splitWords(text: string): RawWord[] {
  const words: RawWord[] = []
  for (let at = 0; at < text.length;) {
    const unit = text.charCodeAt(at)
    if (isSurrogate(unit)) return words.concat(splitRareWords(text, at))
    if (KIND_OF_UNIT[unit] === 0) {
      at++
      continue
    }
    const start = at
    let digitsOnly = true
    for (let kind; at < text.length && (kind = KIND_OF_UNIT[text.charCodeAt(at)]) !== 0; at++) {
      if (kind !== 2) digitsOnly = false
    }
    if (at < text.length && isSurrogate(text.charCodeAt(at))) return words.concat(splitRareWords(text, start))
    if (digitsOnly && at - start <= 3 && KIND_OF_UNIT[text.charCodeAt(at + 1)] === 2) {
      WORD_AT.lastIndex = start
      at = start + (WORD_AT.exec(text)?.[0].length ?? at - start)
    }
    words.push({ raw: text.slice(start, at), start })
  }
  return words
}

/** From the first character beyond the table on (rare Han, old scripts, emoji). */
function splitRareWords(text: string, from: number): RawWord[] {
  const words: RawWord[] = []
  for (const match of text.slice(from).matchAll(WORD))
    words.push({ raw: match[0], start: from + match.index })
  return words
}

export type FoldedWord = {
  readonly folded: string
  readonly terms: readonly WordTerm[]
}

const NOTHING: FoldedWord = { folded: '', terms: [] }

/** The terms of one raw word. `AI技術` gives `ai`, `技術`, `術`; `1,000` gives `1000`; `½` gives `1` and `2`. */
export function termsOf(raw: string): FoldedWord {
  const folded = fold(raw)
  if (folded === '') return NOTHING
  const simple = BEFORE_GRAMS.test(folded)
  if (simple && !NOT_WORD.test(folded)) {
    return { folded, terms: [{ term: folded, from: 0, to: folded.length, gram: 0 }] }
  }
  if (simple && /^\p{Nd}/u.test(raw)) {
    const digits = folded.replace(DIGIT_SEPARATORS, '')
    if (/^\d+$/.test(digits))
      return { folded, terms: [{ term: digits, from: 0, to: folded.length, gram: 0 }] }
  }
  const terms: WordTerm[] = []
  for (const run of folded.matchAll(RUNS)) {
    const gram = gramLength(run[0])
    if (gram) addGrams(run[0], run.index, gram, terms)
    else addPlainTerms(run[0], run.index, terms)
  }
  return { folded, terms }
}

/** A character that normalises into several words (½ is 1⁄2) leaves something between them. */
function addPlainTerms(run: string, offset: number, terms: WordTerm[]): void {
  for (const part of run.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const from = offset + part.index
    terms.push({ term: part[0], from, to: from + part[0].length, gram: 0 })
  }
}

/** One gram at each character; the last ones are shorter, so that every character begins a term. */
function addGrams(run: string, offset: number, gram: 2 | 3, terms: WordTerm[]): void {
  const characters = codePoints(run)
  for (let i = 0, from = offset; i < characters.length; i++) {
    const term = characters.slice(i, i + gram).join('')
    terms.push({ term, from, to: from + term.length, gram })
    from += characters[i]?.length ?? 0
  }
}

/** All tokens of a text with their offsets; for what is shown, not for the index, which needs no offsets. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const { raw, start } of splitWords(text)) {
    const { folded, terms } = termsOf(raw)
    const origin = originOf(raw, folded)
    const isWhole = terms.length === 1
    for (const { term, from, to, gram } of terms) {
      const characterEnd = from + (gram ? String.fromCodePoint(term.codePointAt(0) ?? 0).length : to - from)
      const range = { start: start + origin.start(from), end: start + origin.end(to) }
      tokens.push({
        term,
        ...range,
        firstEnd: start + origin.end(characterEnd),
        position: tokens.length,
        gram,
        word: isWhole ? raw : term,
      })
    }
  }
  return tokens
}

type Origin = { readonly start: (folded: number) => number; readonly end: (folded: number) => number }

/**
 * Where offsets of the folded word stand in the raw one. A character that folds to several covers them all; where
 * folding works across characters, everything covers the whole word.
 */
function originOf(raw: string, folded: string): Origin {
  if (folded.length === raw.length && folded === raw.toLowerCase()) return { start: at => at, end: at => at }
  const starts: number[] = []
  const ends: number[] = []
  let joined = ''
  for (const { segment, index } of GRAPHEMES.segment(raw)) {
    const part = fold(segment)
    for (let i = 0; i < part.length; i++) {
      const sameLength = part.length === segment.length
      starts.push(sameLength ? index + i : index)
      ends.push(sameLength ? index + i + 1 : index + segment.length)
    }
    joined += part
  }
  if (joined !== folded) return { start: () => 0, end: () => raw.length }
  return {
    start: at => starts[at] ?? raw.length,
    // marks that fold away belong to the letter before them
    end: at => (at < starts.length ? Math.max(ends[at - 1] ?? 0, starts[at] ?? 0) : raw.length),
  }
}

const GRAPHEMES = new Intl.Segmenter('und', { granularity: 'grapheme' })
