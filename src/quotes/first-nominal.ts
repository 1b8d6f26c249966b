import { phraseRight } from './phrase-right.ts'
import { cueAt, has, isMark, isWord, tokenAt } from './token.ts'
import type { Range, Token, Tokens } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'
import { WORD_CLASS } from './word-class.ts'

const { adverb, article, auxiliary, break: breakWord, conjunction, he, she, heOrShe, relative } = WORD_CLASS
const { hisForm, ownPronoun, otherPronoun, particle, role, that } = WORD_CLASS

/** An article in a case that no subject has (`dem`, `des`): it is listed as a break, too. */
export const isOblique = (token: Token): boolean => has(token, article) && has(token, breakWord)

/**
 * The first phrase that can be a subject, where articles show their case; those with prepositions or in another case are
 * passed over. `withinClause`: not beyond a comma.
 */
export function firstNominal(
  tokens: Tokens,
  from: number,
  to: number,
  { vocabulary, withinClause = false }: { vocabulary: Vocabulary; withinClause?: boolean },
): Range | undefined {
  let other: Range | undefined
  for (let at = from; at < to;) {
    const token = tokenAt(tokens, at)
    if (token.kind === 'quote' || isMark(tokens, at, ';:') || (withinClause && isMark(tokens, at, ','))) break
    if (isMark(tokens, at, '(')) {
      while (at < to && !isMark(tokens, at, ')')) at++
      continue
    }
    if (token.kind === 'mark' || (has(token, conjunction) && !has(token, article))) {
      if (
        has(token, that) ||
        (isMark(tokens, at, ',') && has(tokenAt(tokens, at + 1), conjunction | relative))
      )
        break
      at++
    } else if (has(token, he | she | heOrShe)) return { from: at, to: at + 1 }
    else if (has(token, ownPronoun | otherPronoun)) {
      other ??= { from: at, to: at + 1 }
      at++
    } else if (has(token, breakWord) && !token.isCapital) at = behindPhrase(tokens, at, to)
    else if (has(token, breakWord)) at = has(token, adverb) ? at + 1 : behindPhrase(tokens, at, to)
    else if (has(token, adverb)) at++
    else if (token.isCapital || has(token, article)) {
      const phrase = phraseRight(tokens, at, to, vocabulary)
      if (phrase && hasNoun(tokens, phrase)) return phrase
      at++
    } else at++
  }
  return other
}

/** Behind a preposition, or an article in another case, with its noun and what belongs to that. */
function behindPhrase(tokens: Tokens, start: number, to: number): number {
  let at = start + 1
  const isSmall = (token: Token): boolean =>
    token.kind === 'word' && !token.isCapital && !has(token, he | she | heOrShe) && !has(token, auxiliary)
  while (at < to && isSmall(tokenAt(tokens, at)) && !cueAt(tokens, at)) at++
  const noun = at
  while (at < to && (tokenAt(tokens, at).isCapital || isMark(tokens, at, '&-'))) at++
  // mit Edwin Aldrin und Michael Collins
  if (has(tokenAt(tokens, at), conjunction) && has(tokenAt(tokens, at), particle) && at > noun)
    return behindPhrase(tokens, at, to)
  if (at === noun) return Math.max(start + 1, at)
  // des Rates, and der Stadt, unless somebody follows (der Lotse): what belongs to the noun
  const next = tokenAt(tokens, at)
  const isGenitive = isOblique(next) || (has(next, hisForm) && !isRoleAhead(tokens, at + 1, to))
  return isGenitive || (next.kind === 'word' && has(next, breakWord) && !has(next, adverb))
    ? behindPhrase(tokens, at, to)
    : at
}

function isRoleAhead(tokens: Tokens, start: number, to: number): boolean {
  for (let at = start; at < Math.min(to, start + 4) && isWord(tokens, at); at++) {
    if (has(tokenAt(tokens, at), role)) return true
    if (tokenAt(tokens, at).isCapital) return false
  }
  return false
}

export function hasNoun(tokens: Tokens, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) {
    const token = tokenAt(tokens, at)
    if (token.kind === 'quote' || (token.isCapital && !has(token, article))) return true
  }
  return false
}
