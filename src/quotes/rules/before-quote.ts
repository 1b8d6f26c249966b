import type { Candidate, Site } from '../candidate.ts'
import { impliedSubject, readCue } from '../cue.ts'
import type { FoundCue } from '../cue.ts'
import { firstSubject, phraseBefore, phraseLeft, phraseRight } from '../noun-phrase.ts'
import type { LeftPhrase } from '../noun-phrase.ts'
import { has, isMark, isPronoun, isQuote, isWord, lengthOf, tokenAt } from '../token.ts'
import type { Range } from '../token.ts'
import { pronounKind, WORD_CLASS } from '../vocabulary.ts'

const { adverb, article, auxiliary, participle, relative, source, sourceAfter, speechNoun, he, she } =
  WORD_CLASS

/** How far before a quote the words that report it may stand. */
const REACH = 60
const NOUN_REACH = 12
const AUXILIARY_REACH = 16
const WEAK_LOSS = 0.12

/** Readings of the words that lead to a quote: X said “…” · said X: “…” · X: “…” · according to X “…” · X’s claim “…”. */
export function beforeQuote(site: Site): Candidate[] {
  const { tokens, at } = site
  const from = clauseStart(site)
  let last = at - 1
  let hasColon = false
  let hasComma = false
  while (last >= site.from && tokenAt(tokens, last).kind === 'mark') {
    if (isMark(tokens, last, ':：')) hasColon = true
    if (isMark(tokens, last, ',，،、')) hasComma = true
    last--
  }

  const found: Candidate[] = []
  const cue = nearestCue(site, from, hasColon)
  if (cue) found.push(readVerb(site, from, cue, { hasColon, hasComma }))
  else if (hasColon && last >= from) found.push(readColon(site, from, last))
  const noun = readSpeechNoun(site, from)
  if (noun) found.push(noun)
  const named = readSource(site, from)
  if (named) found.push(named)
  return found
}

/** Where the words before the quote begin: behind the quote before it, or with the sentence. */
function clauseStart({ tokens, at, from }: Site): number {
  const first = Math.max(from, at - REACH)
  for (let k = at - 1; k >= first; k--) if (isQuote(tokens, k)) return k + 1
  return first
}

/** The last verb of saying before the quote; a weak one only when it is the last and no colon stands. */
function nearestCue(site: Site, from: number, hasColon: boolean): FoundCue | undefined {
  const { tokens, at, vocabulary } = site
  let last: FoundCue | undefined
  let lastStrong: FoundCue | undefined
  for (let k = from; k < at; k++) {
    const cue = readCue(tokens, k, site.from, vocabulary)
    if (!cue) continue
    last = cue
    if (!cue.isWeak) lastStrong = cue
    k += cue.length - 1
  }
  return lastStrong && (last?.isWeak !== true || hasColon) ? lastStrong : last
}

function readVerb(
  site: Site,
  from: number,
  cue: FoundCue,
  { hasColon, hasComma }: { hasColon: boolean; hasComma: boolean },
): Candidate {
  const { tokens, at, vocabulary } = site
  const range = { from: cue.at, to: cue.at + cue.length }
  const gap = at - range.to
  const isNear = hasColon || gap <= 1 || (hasComma && gap <= 3)
  const confidence = (isNear ? 0.92 : gap <= 8 ? 0.75 : 0.6) - (cue.isWeak ? WEAK_LOSS : 0)
  if (cue.clitic) {
    return {
      rule: 'before-verb-name',
      subject: { from: cue.at, to: cue.at + 1 },
      cue: range,
      clitic: cue.clitic,
      confidence,
    }
  }

  const finite = finiteVerb(site, from, cue)
  const isParticiple = has(tokenAt(tokens, cue.at), participle)
  const left = isParticiple ? undefined : subjectLeft(site, from, finite)
  const right = subjectRight(site, finite === cue.at ? range.to : finite + 1)
  if (right && isRightSubject(site, left, right)) {
    return { rule: 'before-verb-name', subject: right, cue: range, isWeak: cue.isWeak, confidence }
  }
  if (left) return { rule: 'before-name-verb', subject: left, cue: range, isWeak: cue.isWeak, confidence }
  const far =
    firstSubject(tokens, from, cue.at, vocabulary) ??
    (isParticiple ? firstSubject(tokens, site.from, cue.at, vocabulary) : undefined)
  if (far) return { rule: 'before-verb-far', subject: far, cue: range, confidence: confidence - 0.15 }
  const implied = impliedSubject(tokenAt(tokens, cue.at), vocabulary)
  if (implied && from === site.from) {
    return { rule: 'before-verb-alone', implied, cue: range, confidence: confidence - 0.15 }
  }
  return from > site.from
    ? { rule: 'before-verb-carried', cue: range, confidence: confidence - 0.15 }
    : { rule: 'before-verb-alone', cue: range, confidence: confidence - 0.25 }
}

/** `Berg hat am Montag gesagt: „…“`: the verb that the subject stands at is the auxiliary. */
function finiteVerb({ tokens, at, vocabulary }: Site, from: number, cue: FoundCue): number {
  if (vocabulary.grammar.auxiliaries === undefined) return cue.at
  const closesClause = cue.at + 1 >= at || !isWord(tokens, cue.at + 1)
  if (!closesClause) return cue.at
  for (let k = cue.at - 1; k >= from && cue.at - k < AUXILIARY_REACH; k--) {
    if (has(tokenAt(tokens, k), auxiliary)) return k
  }
  return cue.at
}

function subjectLeft({ tokens, vocabulary }: Site, from: number, verb: number): LeftPhrase | undefined {
  if (verb > from && has(tokenAt(tokens, verb - 1), relative)) {
    const antecedent = phraseBefore(tokens, verb - 1, from)
    if (antecedent) return { ...antecedent, hasLead: false }
  }
  return phraseLeft(tokens, verb, from, vocabulary)
}

function subjectRight({ tokens, at, vocabulary }: Site, start: number): Range | undefined {
  if (vocabulary.grammar.wordOrder === 'subject-first') return undefined
  let next = start
  while (
    next < at &&
    isWord(tokens, next) &&
    has(tokenAt(tokens, next), adverb) &&
    !isPronoun(tokenAt(tokens, next))
  )
    next++
  return phraseRight(tokens, next, at, vocabulary)
}

/** With a phrase on both sides of the verb, which one is its subject. */
function isRightSubject({ tokens, vocabulary }: Site, left: LeftPhrase | undefined, right: Range): boolean {
  const head = tokenAt(tokens, right.from)
  const isPerson = has(head, he | she | WORD_CLASS.heOrShe)
  if (!left) return true
  if (isPronoun(tokenAt(tokens, left.from))) return false
  if (vocabulary.grammar.wordOrder === 'verb-first') return true
  if (isPerson) return true
  const isNamed = head.isCapital || (has(head, article) && isWord(tokens, right.from + 1)) || isPronoun(head)
  return left.hasLead && isNamed
}

function readColon(site: Site, from: number, last: number): Candidate {
  const { tokens, at, vocabulary } = site
  const subject = phraseLeft(tokens, last + 1, from, vocabulary)
  if (subject && subject.to - subject.from <= 8 && subject.from <= from + 1) {
    return { rule: 'before-colon', subject, confidence: 0.8 }
  }
  const far = firstSubject(tokens, from, at, vocabulary)
  return far
    ? { rule: 'before-colon-far', subject: far, confidence: 0.55 }
    : { rule: 'before-colon-far', confidence: 0.4 }
}

/** `Berg’s claim that “…”`, `her claim that “…”`. */
function readSpeechNoun({ tokens, at }: Site, from: number): Candidate | undefined {
  for (let k = Math.max(from + 1, at - NOUN_REACH); k < at; k++) {
    if (!has(tokenAt(tokens, k), speechNoun)) continue
    const owner = tokenAt(tokens, k - 1)
    const cue = { from: k, to: k + 1 }
    if (owner.isCapital && /'s?$/.test(owner.lower)) {
      let begin = k - 1
      while (begin > from && tokenAt(tokens, begin - 1).isCapital) begin--
      return { rule: 'before-speech-noun', subject: { from: begin, to: k }, cue, confidence: 0.62 }
    }
    if (has(owner, he | she)) {
      return { rule: 'before-speech-noun', subject: { from: k - 1, to: k }, cue, confidence: 0.58 }
    }
  }
  return undefined
}

function readSource({ tokens, at, vocabulary }: Site, from: number): Candidate | undefined {
  for (let k = from; k < at; k++) {
    const length = lengthOf(tokens, k, source)
    if (length > 0) {
      const cue = { from: k, to: k + length }
      // по её словам: the pronoun is part of the phrase
      const implied = pronounKind(tokenAt(tokens, k).phraseClasses)
      if (implied) return { rule: 'before-source', implied, cue, confidence: 0.7 }
      const subject = phraseRight(tokens, k + length, at, vocabulary)
      if (subject) return { rule: 'before-source', subject, cue, confidence: 0.7 }
    }
    const after = k > from ? lengthOf(tokens, k, sourceAfter) : 0
    const subject = after > 0 ? phraseLeft(tokens, k, from, vocabulary) : undefined
    if (subject) return { rule: 'before-source', subject, cue: { from: k, to: k + after }, confidence: 0.75 }
  }
  return undefined
}
