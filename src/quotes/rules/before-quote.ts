import type { Candidate, Site, SpeakerRule } from '../candidate.ts'
import { isUpperAt } from '../characters.ts'
import { impliedSubject, readCue } from '../cue.ts'
import type { FoundCue } from '../cue.ts'
import { has, isMark, isQuote, tokenAt } from '../token.ts'
import { verbSubject } from '../verb-subject.ts'
import type { VerbSubject } from '../verb-subject.ts'
import { WORD_CLASS } from '../word-class.ts'
import { beforeAs } from './before-as.ts'
import { beforeColon } from './before-colon.ts'
import { beforeThat } from './before-that.ts'
import { beforeSource, beforeSpeechNoun } from './before-source.ts'

const { article, naming, break: breakWord } = WORD_CLASS
/** How far before a quote the words that report it may stand. */
const REACH = 60
const WEAK_LOSS = 0.12
const GUESS_LOSS = 0.2

const RULE_OF_SIDE: Readonly<Record<VerbSubject['side'], SpeakerRule>> = {
  left: 'before-name-verb',
  right: 'before-verb-name',
  far: 'before-verb-far',
}

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
  const that = cue ? undefined : beforeThat(site, from)
  const colon = !cue && hasColon && last >= from ? beforeColon(site, from, last) : undefined
  for (const other of [
    beforeAs(site, from),
    that,
    colon,
    beforeSpeechNoun(site, from),
    beforeSource(site, from),
  ])
    if (other) found.push(other)
  return found
}

const LONGEST_NAME = 4
/** `der Sender „Fennfunk“`: words in marks that belong to a noun with a capital before them. */
function isNameInMarks({ tokens, quotes }: Site, at: number): boolean {
  const quote = quotes[tokenAt(tokens, at).quote]
  const before = tokenAt(tokens, at - 1)
  const isShort = quote !== undefined && quote.words <= LONGEST_NAME && quote.lastMark === ''
  return (
    isShort &&
    isUpperAt(quote.text, 0) &&
    before.kind === 'word' &&
    (before.isCapital || has(before, article | naming | breakWord))
  )
}

/** 题为“桥”的文章: words in marks that belong to the noun behind them. */
const isAttribute = ({ tokens }: Site, at: number): boolean =>
  has(tokenAt(tokens, at + 1), WORD_CLASS.genitive)

/** Where the words before the quote begin: behind the quote before it, or with the sentence. */
function clauseStart(site: Site): number {
  const { tokens, at, from } = site
  const first = Math.max(from, at - REACH)
  for (let k = at - 1; k >= first; k--)
    if (isQuote(tokens, k) && !isNameInMarks(site, k) && !isAttribute(site, k)) return k + 1
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
  const confidence = (isNear ? 0.92 : gap <= 8 ? 0.8 : 0.65) - (cue.isWeak ? WEAK_LOSS : 0)
  if (cue.clitic) {
    return {
      rule: 'before-verb-name',
      subject: { from: cue.at, to: cue.at + 1 },
      cue: range,
      clitic: cue.clitic,
      confidence,
    }
  }

  const subject = verbSubject({ tokens, from, to: at, sentence: site.from, vocabulary }, cue)
  if (subject) {
    const loss = (subject.side === 'far' ? 0.15 : 0) + (subject.isGuess ? GUESS_LOSS : 0)
    const found = { subject: subject.phrase, cue: range, isWeak: cue.isWeak, confidence: confidence - loss }
    return { rule: RULE_OF_SIDE[subject.side], ...found }
  }
  const implied = impliedSubject(tokenAt(tokens, cue.at), vocabulary)
  if (implied && from === site.from) {
    return { rule: 'before-verb-alone', implied, cue: range, confidence: confidence - 0.15 }
  }
  return from > site.from
    ? { rule: 'before-verb-carried', cue: range, confidence: confidence - 0.15 }
    : { rule: 'before-verb-alone', cue: range, confidence: confidence - 0.25 }
}
