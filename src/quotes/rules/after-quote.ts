import type { Candidate, Site } from '../candidate.ts'
import { readCue } from '../cue.ts'
import { isTitle } from '../is-title.ts'
import { phraseLeft } from '../phrase-left.ts'
import { phraseRight } from '../phrase-right.ts'
import { has, isMark, lengthOf, tokenAt } from '../token.ts'
import { WORD_CLASS } from '../word-class.ts'
import { afterName, afterNameUnlisted } from './after-name.ts'
import { afterVerb } from './after-verb.ts'
import { sourceSubject } from './source-subject.ts'
import { unlistedVerb } from './unlisted-verb.ts'

const { article, conjunction, role, source, sourceAfter } = WORD_CLASS

const SEPARATORS = ',–—―-.!?…:，、。！？،؟।'
const DASHES = '–—―-'
const SOURCE_REACH = 10
const LONGEST_SIGNATURE = 5
/** From so many words on, a quote that begins its sentence is one even where no comma parts it from its verb. */
const SPEECH_LENGTH = 4

/** The words behind a quote, up to the end of the narrator's clause. */
export type Behind = {
  readonly first: number
  readonly end: number
  /** Punctuation tells that the quote is a sentence of its own, and not a part of the narrator's. */
  readonly isParted: boolean
}

/** Readings of the words that follow a quote: “…,” said X · “…,” X said · “…,” according to X · “…” — X. */
export function afterQuote(site: Site): Candidate[] {
  const { tokens, at, vocabulary } = site
  let first = at + 1
  let sawDash = false
  while (first < site.to && first - at <= 3 && isMark(tokens, first, SEPARATORS)) {
    if (isMark(tokens, first, DASHES)) sawDash = true
    first++
  }
  const end = clauseEnd(site)
  if (first >= end) return []
  const behind: Behind = { first, end, isParted: isPartedFromSpeech(site, first) }

  const found: (Candidate | undefined)[] = [
    sawDash ? signature(site, behind) : undefined,
    afterVerb(site, behind),
    afterName(site, behind),
  ]
  if (!found.some(candidate => candidate !== undefined)) {
    const isInverted = vocabulary.grammar.wordOrder !== 'subject-first'
    if (behind.isParted)
      found.push(isInverted ? unlistedVerb(tokens, first, end, vocabulary) : afterNameUnlisted(site, behind))
    else if (isInverted && isWholeSentence(site)) found.push(unlistedVerbOfPerson(site, behind))
  }
  found.push(afterSource(site, behind))
  return found.filter(candidate => candidate !== undefined)
}

/** Words in marks that the narrator's clause goes on behind: a name, an expression. */
const LONGEST_EXPRESSION = 3
/** The longest clause that is read, in words. */
const REACH = 80

/** Where the narrator's clause behind a quote ends: at the next speech, a colon or a semicolon outside brackets. */
function clauseEnd({ tokens, at, to, quotes }: Site): number {
  let depth = 0
  const last = Math.min(to, at + REACH)
  for (let k = at + 1; k < last; k++) {
    const quote = quotes[tokenAt(tokens, k).quote]
    if (quote && (quote.words > LONGEST_EXPRESSION || quote.lastMark !== '')) return k
    if (depth === 0 && isMark(tokens, k, ';:；：')) return k
    if (isMark(tokens, k, '(')) depth++
    if (isMark(tokens, k, ')')) depth--
  }
  return last
}

function isPartedFromSpeech(site: Site, first: number): boolean {
  const { tokens, at, from, quote, vocabulary } = site
  if (isMark(tokens, at + 1, `,，،、${DASHES}`)) return true
  if (quote.shape === 'dash' || (quote.lastMark !== '' && ',，、。!?…！？،؟'.includes(quote.lastMark)))
    return true
  return (
    vocabulary.grammar.wordOrder !== 'subject-first' &&
    isWholeSentence(site) &&
    readCue(tokens, first, from, vocabulary) !== undefined
  )
}

const isWholeSentence = ({ at, from, quote, vocabulary }: Site): boolean =>
  at === from && quote.words >= SPEECH_LENGTH && !isTitle(quote.text, vocabulary)

/** `«…» confiait le premier magistrat`: without a comma, only where the words that follow name a person. */
function unlistedVerbOfPerson(
  { tokens, from, vocabulary }: Site,
  { first, end }: Behind,
): Candidate | undefined {
  const candidate = unlistedVerb(tokens, first, end, vocabulary)
  if (!candidate?.subject) return undefined
  for (let at = candidate.subject.from; at < candidate.subject.to; at++) {
    const token = tokenAt(tokens, at)
    if (has(token, role) || (token.isCapital && !has(token, article) && at > from)) {
      return { ...candidate, confidence: candidate.confidence - 0.12 }
    }
  }
  return undefined
}

/** `“…” — Veronica Cruz`. */
function signature({ tokens, from, vocabulary }: Site, { first, end }: Behind): Candidate | undefined {
  if (!tokenAt(tokens, first).isCapital || readCue(tokens, first, from, vocabulary)) return undefined
  const subject = phraseRight(tokens, first, end, vocabulary)
  if (!subject || subject.to - subject.from > LONGEST_SIGNATURE) return undefined
  const closes = subject.to >= end || isMark(tokens, subject.to, ',.(')
  return closes ? { rule: 'after-signature', subject, confidence: 0.85 } : undefined
}

/** `“…,” according to X`, `„…“, X zufolge`. */
function afterSource({ tokens, vocabulary }: Site, { first, end }: Behind): Candidate | undefined {
  // `„…“, wie X sagt` has a verb and is read by that.
  const length = has(tokenAt(tokens, first), conjunction) ? 0 : lengthOf(tokens, first, source)
  if (length > 0) {
    const subject = sourceSubject(tokens, first + length, end, vocabulary)
    return (
      subject && { rule: 'after-source', subject, cue: { from: first, to: first + length }, confidence: 0.9 }
    )
  }
  for (let k = first + 1; k < Math.min(end, first + SOURCE_REACH); k++) {
    const after = lengthOf(tokens, k, sourceAfter)
    if (after === 0) continue
    const subject = phraseLeft(tokens, k, first, vocabulary)
    return subject && { rule: 'after-source', subject, cue: { from: k, to: k + after }, confidence: 0.85 }
  }
  return undefined
}
