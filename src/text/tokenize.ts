import { fold, foldPlain } from './normal-form.ts'
import { BEFORE_GRAMS, runsOf, widthAt, type Run } from './scripts.ts'
import { splitWords } from './split-words.ts'

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

const NOT_WORD = /[^\p{L}\p{M}\p{N}]/gu
const DIGIT_SEPARATORS = /[.,'’\u00a0\u202f ]/g

export type FoldedWord = {
  readonly folded: string
  readonly terms: readonly WordTerm[]
}

const NOTHING: FoldedWord = { folded: '', terms: [] }

/** The terms of one raw word. `AI技術` gives `ai`, `技術`, `術`; `1,000` gives `1000`; `½` gives `1` and `2`. */
export function termsOf(raw: string): FoldedWord {
  const plain = foldPlain(raw)
  if (plain !== undefined) {
    return { folded: plain, terms: [{ term: plain, from: 0, to: plain.length, gram: 0 }] }
  }
  const folded = fold(raw)
  if (folded === '') return NOTHING
  const simple = BEFORE_GRAMS.test(folded)
  if (simple && folded.search(NOT_WORD) < 0) {
    return { folded, terms: [{ term: folded, from: 0, to: folded.length, gram: 0 }] }
  }
  if (simple && /^\p{Nd}/u.test(raw)) {
    const digits = folded.replace(DIGIT_SEPARATORS, '')
    if (/^\d+$/.test(digits))
      return { folded, terms: [{ term: digits, from: 0, to: folded.length, gram: 0 }] }
  }
  const terms: WordTerm[] = []
  for (const run of runsOf(folded)) {
    if (run.gram) addGrams(run, run.gram, terms)
    else addPlainTerms(run, terms)
  }
  return { folded, terms }
}

/** A character that normalises into several words (½ is 1⁄2) leaves something between them. */
function addPlainTerms({ text, start }: Run, terms: WordTerm[]): void {
  let from = 0
  const endAt = (to: number): void => {
    if (to > from) terms.push({ term: text.slice(from, to), from: start + from, to: start + to, gram: 0 })
  }
  for (const { 0: other, index } of text.matchAll(NOT_WORD)) {
    endAt(index)
    from = index + other.length
  }
  endAt(text.length)
}

/** One gram at each character; the last ones are shorter, so that every character begins a term. */
function addGrams({ text, start }: Run, gram: 2 | 3, terms: WordTerm[]): void {
  for (let from = 0; from < text.length; from += widthAt(text, from)) {
    let to = from
    for (let i = 0; i < gram && to < text.length; i++) to += widthAt(text, to)
    terms.push({ term: text.slice(from, to), from: start + from, to: start + to, gram })
  }
}

/** All tokens of a text with their offsets; for what is shown, not for the index, which needs no offsets. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  for (const { raw, start } of splitWords(text)) {
    const plain = foldPlain(raw)
    if (plain !== undefined) {
      const end = start + raw.length
      tokens.push({ term: plain, start, end, firstEnd: end, position: tokens.length, gram: 0, word: raw })
    } else {
      addTokens(raw, start, tokens)
    }
  }
  return tokens
}

function addTokens(raw: string, at: number, tokens: Token[]): void {
  const { folded, terms } = termsOf(raw)
  const origin = originOf(raw, folded)
  for (const { term, from, to, gram } of terms) {
    tokens.push({
      term,
      start: at + origin.start(from),
      end: at + origin.end(to),
      firstEnd: at + origin.end(gram ? from + widthAt(folded, from) : to),
      position: tokens.length,
      gram,
      word: terms.length === 1 ? raw : term,
    })
  }
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
