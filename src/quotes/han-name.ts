import { JOINS_WORDS } from './noun-phrase.ts'
import { has, isMark, isPronoun, tokenAt } from './token.ts'
import type { Range, Token, Tokens } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'
import { CUE_VERB, PRONOUN, WORD_CLASS } from './word-class.ts'

const { adverb, article, auxiliary, conjunction, genitive, role, verbEnding, break: breakWord } = WORD_CLASS

/** No part of a given name. */
const NO_NAME =
  article | breakWord | adverb | auxiliary | conjunction | genitive | role | verbEnding | PRONOUN | CUE_VERB

/**
 * Where the Chinese personal name ends that begins at `at`; `undefined` where none does. A surname has one or two
 * given characters behind it. A given name alone is known by what dictionaries do not have: two words of one character
 * each, neither a function word.
 */
export function hanNameEnd(
  tokens: Tokens,
  at: number,
  to: number,
  { surnames, localizers }: Vocabulary,
): number | undefined {
  if (surnames.size === 0 || at >= to) return undefined
  const isGiven = (token: Token, length: number): boolean =>
    token.text.length === length && /^\p{Script=Han}/u.test(token.text) && !has(token, NO_NAME)
  // 罗其衡: behind a family name 其 is no pronoun.
  const isFirstGiven = (token: Token): boolean =>
    isGiven(token, 1) || (token.text.length === 1 && isPronoun(token) && has(token, WORD_CLASS.otherPronoun))
  const first = tokenAt(tokens, at)
  const second = tokenAt(tokens, at + 1)
  const third = tokenAt(tokens, at + 2)
  const hasSecond = at + 1 < to
  if (surnames.has(first.text)) {
    if (!hasSecond) return undefined
    if (isGiven(second, 2)) return at + 2
    if (isFirstGiven(second)) return at + 2 < to && isGiven(third, 1) ? at + 3 : at + 2
    return has(second, role) ? at + 1 : undefined
  }
  const isPair = hasSecond && isGiven(first, 1) && isGiven(second, 1) && !localizers.includes(second.text)
  return isPair ? at + 2 : undefined
}

/** 顾明岚, 诸葛明岚: a family name with two given characters, which few other words look like. */
export const isFullHanName = (tokens: Tokens, { from, to }: Range, { surnames }: Vocabulary): boolean =>
  surnames.has(tokenAt(tokens, from).text) && tokenAt(tokens, to - 1).end - tokenAt(tokens, from).end === 2

/** The end of a name within a phrase, whose characters may be function words elsewhere (罗其衡, 于格·沃特兰). */
export function surnamedEnd(
  tokens: Tokens,
  at: number,
  to: number,
  vocabulary: Vocabulary,
): number | undefined {
  const first = tokenAt(tokens, at)
  if (!vocabulary.surnames.has(first.text)) return undefined
  const end = hanNameEnd(tokens, at, to, vocabulary)
  if (end === undefined || !has(first, NO_NAME)) return end
  // 于北京: a preposition more often than a family name, unless three characters stand by themselves.
  return end === at + 3 || isMark(tokens, end, JOINS_WORDS) ? end : undefined
}
