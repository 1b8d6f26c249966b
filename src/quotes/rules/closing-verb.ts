import type { Candidate, Site } from '../candidate.ts'
import { caseSubject } from '../case-subject.ts'
import type { FoundCue } from '../cue.ts'
import { isNamed, readPhrase } from '../read-phrase.ts'
import { has, tokenAt } from '../token.ts'
import type { Range, Tokens } from '../token.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { WORD_CLASS } from '../word-class.ts'

const { auxiliary } = WORD_CLASS
/** How far before the quote its clause is read. */
const REACH = 60

/** `X hat den Plan als „…“ bezeichnet`, `der den Plan „…“ nannte`: the verb closes the clause that the quote stands in. */
export function closingVerb(
  { tokens, at, from: sentence, vocabulary }: Site,
  cue: FoundCue,
): Candidate | undefined {
  const from = Math.max(sentence, at - REACH)
  let finite = at - 1
  while (finite > from && (tokenAt(tokens, finite).isCapital || !has(tokenAt(tokens, finite), auxiliary)))
    finite--
  const isAuxiliary = has(tokenAt(tokens, finite), auxiliary)
  const clause = { tokens, from, to: cue.at + cue.length, sentence, vocabulary }
  const found = caseSubject(clause, cue, isAuxiliary ? finite : cue.at)
  if (!found || !namesSpeaker(tokens, found.phrase, { sentence, vocabulary })) return undefined
  const range = { from: cue.at, to: cue.at + cue.length }
  return { rule: 'before-name-verb', subject: found.phrase, cue: range, isWeak: cue.isWeak, confidence: 0.7 }
}

/** A person, or an institution: what is called something has no voice. */
const namesSpeaker = (
  tokens: Tokens,
  phrase: Range,
  within: { sentence: number; vocabulary: Vocabulary },
): boolean => isNamed(tokens, phrase, within) || readPhrase(tokens, phrase, within).isInstitution
