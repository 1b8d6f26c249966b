import { cueAt, has, isPronoun, tokenAt } from './token.ts'
import type { Cue, Token, Tokens } from './token.ts'
import { CUE_VERB, WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'
import type { PronounKind } from './word-class.ts'

export type FoundCue = Cue & {
  /** The subject is part of the verb: dit-il, katanya. */
  readonly clitic?: { readonly kind: PronounKind; readonly length: number }
}

/** The verb of saying at a place of a sentence that begins at `from`; not where the word is a noun there. */
export function readCue(
  tokens: Tokens,
  at: number,
  from: number,
  vocabulary: Vocabulary,
): FoundCue | undefined {
  if (vocabulary.grammar.clitics !== undefined) {
    const clitic = readClitic(tokens, at, vocabulary)
    if (clitic) return clitic
  }
  const cue = cueAt(tokens, at)
  return cue && !isNoun(tokens, at, from, vocabulary) ? cue : undefined
}

function readClitic(tokens: Tokens, at: number, vocabulary: Vocabulary): FoundCue | undefined {
  const token = tokenAt(tokens, at)
  if (token.kind !== 'word') return undefined
  const found = vocabulary.cliticOf(token.lower)
  if (found === undefined) return undefined
  const pronoun = { kind: found.kind, length: found.length }
  const classes = vocabulary.classesOf(found.verb)
  if ((classes & CUE_VERB) !== 0) return { at, length: 1, isWeak: false, clitic: pronoun }
  // a-t-il déclaré: the pronoun stands at the auxiliary
  if ((classes & WORD_CLASS.auxiliary) !== 0) return { at, length: 2, isWeak: false, clitic: pronoun }
  // soupire-t-il: right behind a quote no list is needed
  const isBehindQuote = tokenAt(tokens, at - 1).kind !== 'word' && at > 0
  return found.isMarked && isBehindQuote ? { at, length: 1, isWeak: false, clitic: pronoun } : undefined
}

/** Whom a verb without a subject means, where the language leaves subjects out. */
export function impliedSubject(verb: Token, { grammar }: Vocabulary): PronounKind | undefined {
  if (grammar.dropsSubject !== true) return undefined
  return has(verb, WORD_CLASS.herForm) ? 'she' : has(verb, WORD_CLASS.hisForm) ? 'he' : 'heOrShe'
}

function isNoun(tokens: Tokens, at: number, from: number, { grammar }: Vocabulary): boolean {
  if (at <= from) return false
  const token = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  if (has(token, WORD_CLASS.nounLike)) {
    const isAfterNounSign = has(before, WORD_CLASS.article | WORD_CLASS.break) && !isPronoun(before)
    if (isAfterNounSign || /'s?$/.test(before.lower)) return true
  }
  if (!token.isCapital) return false
  return grammar.capitalNouns === true || (grammar.wordOrder === 'subject-first' && before.kind === 'word')
}
