import { CUE_VERB, PRONOUN, WORD_CLASS } from './word-class.ts'

/** A piece of the narrator's text: a word, a single other character, or a whole quote. */
export type Token = {
  readonly kind: 'word' | 'mark' | 'quote'
  readonly text: string
  /** Lower case, straight apostrophes. */
  readonly lower: string
  /** UTF-16 code units into the paragraph, half-open; of a quote its marks are part. */
  readonly start: number
  readonly end: number
  readonly isCapital: boolean
  /** A letter of a script without capitals. */
  readonly isCaseless: boolean
  /** Which quote of the paragraph; -1 for the others. */
  readonly quote: number
  /** Bits of `WORD_CLASS`: of the word itself. */
  classes: number
  /** Bits of `WORD_CLASS` of the phrase of `phraseLength` words that begins here; 0 without one. */
  phraseClasses: number
  phraseLength: number
}

export type Tokens = readonly Token[]

/** Half-open range of tokens. */
export type Range = { readonly from: number; readonly to: number }

const NOTHING: Token = {
  kind: 'mark',
  text: '',
  lower: '',
  start: -1,
  end: -1,
  isCapital: false,
  isCaseless: false,
  quote: -1,
  classes: 0,
  phraseClasses: 0,
  phraseLength: 0,
}

/** The token at a place, or one that is nothing at all. */
export const tokenAt = (tokens: Tokens, at: number): Token => tokens[at] ?? NOTHING

export const isWord = (tokens: Tokens, at: number): boolean => tokens[at]?.kind === 'word'
export const isQuote = (tokens: Tokens, at: number): boolean => tokens[at]?.kind === 'quote'
export const has = (token: Token, classes: number): boolean => (token.classes & classes) !== 0
export const isPronoun = (token: Token): boolean => (token.classes & PRONOUN) !== 0

/** A mark that is one of these characters. */
export const isMark = (tokens: Tokens, at: number, marks: string): boolean => {
  const token = tokens[at]
  return token !== undefined && token.kind === 'mark' && token.text !== '' && marks.includes(token.text)
}

/** How many words from here on belong to the class: those of the longest phrase, 1 for a word, 0 for none. */
export function lengthOf(tokens: Tokens, at: number, classes: number): number {
  const token = tokenAt(tokens, at)
  if ((token.phraseClasses & classes) !== 0) return token.phraseLength
  return (token.classes & classes) !== 0 ? 1 : 0
}

const SOURCES = WORD_CLASS.source | WORD_CLASS.sourceAfter

export type Cue = { readonly at: number; readonly length: number; readonly isWeak: boolean }

/**
 * The verb of saying that begins at a place. A phrase (`la til`) goes before its first word; one that leads to a source
 * (`heißt es in`) is no verb, for it has no speaker as its subject.
 */
export function cueAt(tokens: Tokens, at: number): Cue | undefined {
  const token = tokens[at]
  if (token === undefined || token.kind !== 'word') return undefined
  if ((token.phraseClasses & CUE_VERB) !== 0) {
    // ar sé: a phrase may be listed with its subject.
    const hasSubject = token.phraseLength > 1 && isPronoun(tokenAt(tokens, at + token.phraseLength - 1))
    const length = hasSubject ? token.phraseLength - 1 : token.phraseLength
    return { at, length, isWeak: (token.phraseClasses & WORD_CLASS.verb) === 0 }
  }
  if ((token.classes & CUE_VERB) === 0 || (token.phraseClasses & SOURCES) !== 0) return undefined
  return { at, length: 1, isWeak: (token.classes & WORD_CLASS.verb) === 0 }
}
