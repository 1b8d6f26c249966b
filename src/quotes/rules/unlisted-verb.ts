import type { Candidate } from '../candidate.ts'
import { phraseRight } from '../phrase-right.ts'
import { has, isMark, isPronoun, isQuote, isWord, tokenAt } from '../token.ts'
import type { Token, Tokens } from '../token.ts'
import { WORD_CLASS } from '../word-class.ts'
import type { Vocabulary } from '../vocabulary.ts'

const { adverb, article, auxiliary, conjunction, relative, role, break: breakWord } = WORD_CLASS
/** What follows the name must soon end, or the word in small letters was no verb of saying. */
const LONGEST_REST = 12

/** `“…”, bromea el barquero`: where the verb goes first, any word in small letters before a name can be one. */
export function unlistedVerb(
  tokens: Tokens,
  start: number,
  end: number,
  vocabulary: Vocabulary,
): Candidate | undefined {
  let at = start
  // της απαντάει, yesterday quipped
  while (has(tokenAt(tokens, at), adverb) && isSmall(tokenAt(tokens, at + 1))) at++
  const verb = tokenAt(tokens, at)
  if (verb.kind !== 'word' || verb.isCapital || verb.isCaseless || isPronoun(verb)) return undefined
  if (has(verb, breakWord | conjunction | relative | article | role)) return undefined

  let next = at + 1
  if (has(verb, auxiliary) && next < end && isSmall(tokenAt(tokens, next))) next++
  while (next < end && isWord(tokens, next) && has(tokenAt(tokens, next), adverb)) next++
  if (next >= end || !isWord(tokens, next) || !canNameSpeaker(tokens, next, end, vocabulary)) return undefined

  const subject = phraseRight(tokens, next, end, vocabulary)
  if (!subject) return undefined
  let rest = 0
  for (let k = subject.to; k < end && !isQuote(tokens, k) && !isMark(tokens, k, '.,;:!?–—'); k++) rest++
  if (rest > LONGEST_REST) return undefined
  return { rule: 'after-unlisted-verb', subject, cue: { from: at, to: next }, confidence: 0.82 }
}

const isSmall = (token: Token): boolean => token.kind === 'word' && !token.isCapital && !token.isCaseless

function canNameSpeaker(tokens: Tokens, at: number, end: number, { grammar }: Vocabulary): boolean {
  const token = tokenAt(tokens, at)
  if (isPronoun(token) || token.isCapital || has(token, article | role) || /^\d/.test(token.text)) return true
  if (at + 2 >= end || isMark(tokens, at + 1, '.,') || isMark(tokens, at + 2, '.,')) return true
  if (grammar.capitalNouns === true || has(token, breakWord)) return false
  return [1, 2, 3].some(distance => tokenAt(tokens, at + distance).isCapital && at + distance < end)
}
