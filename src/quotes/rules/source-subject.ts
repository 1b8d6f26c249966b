import { phraseRight } from '../phrase-right.ts'
import { has, tokenAt } from '../token.ts'
import type { Range, Tokens } from '../token.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { WORD_CLASS } from '../word-class.ts'

const { article, particle, break: breakWord } = WORD_CLASS

/** Who is named behind the word for a source: `laut X`, and past the preposition of `nach Ansicht von X`. */
export function sourceSubject(
  tokens: Tokens,
  at: number,
  to: number,
  vocabulary: Vocabulary,
): Range | undefined {
  const token = tokenAt(tokens, at)
  const isOf = has(token, particle) && has(token, breakWord) && !has(token, article)
  return phraseRight(tokens, isOf ? at + 1 : at, to, vocabulary)
}
