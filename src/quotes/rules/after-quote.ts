import type { Candidate, Site } from '../candidate.ts'
import { impliedSubject, readCue } from '../cue.ts'
import { firstSubject, hasCapital, phraseLeft, phraseRight } from '../noun-phrase.ts'
import { has, isMark, isPronoun, isWord, lengthOf, tokenAt } from '../token.ts'
import { WORD_CLASS } from '../vocabulary.ts'
import { unlistedVerb } from './unlisted-verb.ts'

const {
  adverb,
  article,
  conjunction,
  relative,
  source,
  sourceAfter,
  verbEnding,
  break: breakWord,
} = WORD_CLASS

const SEPARATORS = ',–—―-.!?…:，、。！？،؟।'
const DASHES = '–—―-'
/** A verb further behind the quote does not report it. */
const REACH = 30
const SOURCE_REACH = 10
/** From so many words on, a quote that begins its sentence is one even where no comma parts it from its verb. */
const SPEECH_LENGTH = 4

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
  const isParted = isPartedFromSpeech(site, first)

  const found: Candidate[] = []
  const signature = sawDash ? readSignature(site, first, end) : undefined
  if (signature) found.push(signature)
  const verbName = readVerbName(site, first, end, isParted)
  if (verbName) found.push(verbName)
  const nameVerb = readNameVerb(site, first, end, isParted)
  if (nameVerb) found.push(nameVerb)
  if (found.length === 0 && isParted) {
    const unlisted =
      vocabulary.grammar.wordOrder === 'subject-first'
        ? nameBeforeUnlistedVerb(site, first, end)
        : unlistedVerb(tokens, first, end, vocabulary)
    if (unlisted) found.push(unlisted)
  }
  const sourceLength = lengthOf(tokens, first, source)
  if (sourceLength > 0) {
    const subject = phraseRight(tokens, first + sourceLength, end, vocabulary)
    if (subject)
      found.push({
        rule: 'after-source',
        subject,
        cue: { from: first, to: first + sourceLength },
        confidence: 0.9,
      })
  }
  for (let k = first + 1; k < Math.min(end, first + SOURCE_REACH); k++) {
    const length = lengthOf(tokens, k, sourceAfter)
    if (length === 0) continue
    found.push({
      rule: 'after-source',
      subject: { from: first, to: k },
      cue: { from: k, to: k + length },
      confidence: 0.85,
    })
    break
  }
  return found
}

/** Words in marks that the narrator's clause goes on behind: a name, an expression. */
const LONGEST_EXPRESSION = 3

/** Where the narrator's clause behind a quote ends: at the next speech, a colon or a semicolon outside brackets. */
function clauseEnd({ tokens, at, to, quotes }: Site): number {
  let depth = 0
  for (let k = at + 1; k < to; k++) {
    const quote = quotes[tokenAt(tokens, k).quote]
    if (quote && (quote.words > LONGEST_EXPRESSION || quote.lastMark !== '')) return k
    if (depth === 0 && isMark(tokens, k, ';:；：')) return k
    if (isMark(tokens, k, '(')) depth++
    if (isMark(tokens, k, ')')) depth--
  }
  return to
}

/** Whether punctuation tells that the quote is a sentence of its own, and not a part of the narrator's. */
function isPartedFromSpeech({ tokens, at, from, quote, vocabulary }: Site, first: number): boolean {
  if (isMark(tokens, at + 1, `,，،、${DASHES}`)) return true
  if (quote.shape === 'dash' || (quote.lastMark !== '' && ',!?…！？،؟'.includes(quote.lastMark))) return true
  const opensSentence = at === from
  return (
    opensSentence &&
    quote.words >= SPEECH_LENGTH &&
    vocabulary.grammar.wordOrder !== 'subject-first' &&
    readCue(tokens, first, from, vocabulary) !== undefined
  )
}

function readSignature(
  { tokens, from, vocabulary }: Site,
  first: number,
  end: number,
): Candidate | undefined {
  if (!tokenAt(tokens, first).isCapital || readCue(tokens, first, from, vocabulary)) return undefined
  const subject = phraseRight(tokens, first, end, vocabulary)
  if (!subject || subject.to - subject.from > 5) return undefined
  const closes = subject.to >= end || isMark(tokens, subject.to, ',.(')
  return closes ? { rule: 'after-signature', subject, confidence: 0.85 } : undefined
}

function readVerbName(site: Site, first: number, end: number, isParted: boolean): Candidate | undefined {
  const { tokens, at, from, vocabulary } = site
  const { wordOrder } = vocabulary.grammar
  let verb = first
  while (verb < end && verb - first < 3 && isWord(tokens, verb)) {
    const token = tokenAt(tokens, verb)
    if (!has(token, adverb) || isPronoun(token) || readCue(tokens, verb, from, vocabulary)) break
    verb++
  }
  const cue = verb < end ? readCue(tokens, verb, from, vocabulary) : undefined
  if (!cue) return undefined
  const range = { from: verb, to: verb + cue.length }
  if (cue.clitic) {
    return {
      rule: 'after-verb-name',
      subject: { from: verb, to: verb + 1 },
      cue: range,
      clitic: cue.clitic,
      confidence: 0.93,
    }
  }

  const next = tokenAt(tokens, range.to)
  const closesSentence =
    wordOrder === 'verb-last' && (range.to >= end || next.kind !== 'word' || !next.isCapital)
  let subject = closesSentence ? undefined : phraseRight(tokens, range.to, end, vocabulary)
  if (subject && wordOrder === 'subject-first' && !isParted) {
    const head = tokenAt(tokens, subject.from)
    const isNamed =
      hasCapital(tokens, subject) ||
      head.isCaseless ||
      isPronoun(head) ||
      has(head, article | WORD_CLASS.role)
    if (!isNamed) subject = undefined
  }
  const isInside = !isParted && wordOrder !== 'verb-last' && at > from && isWord(tokens, at - 1)
  if (subject && !isInside) {
    const confidence = isParted ? 0.95 : wordOrder === 'subject-first' ? 0.6 : 0.85
    return { rule: 'after-verb-name', subject, cue: range, confidence }
  }
  if (isInside) {
    // The quote is the verb's subject or its attribute: “two sources ‘with knowledge’ told …”.
    const owner = phraseLeft(tokens, at, from, vocabulary)
    if (!owner || has(tokenAt(tokens, at - 1), WORD_CLASS.naming)) return undefined
    return { rule: 'after-inside', subject: owner, cue: range, confidence: 0.5 }
  }
  const implied = impliedSubject(tokenAt(tokens, verb), vocabulary)
  const topic = at > from ? firstSubject(tokens, from, at, vocabulary) : undefined
  if (implied && !topic)
    return { rule: 'after-verb-alone', implied, cue: range, confidence: isParted ? 0.8 : 0.5 }
  return topic
    ? { rule: 'after-inside', subject: topic, cue: range, confidence: 0.7 }
    : { rule: 'after-inside', cue: range, confidence: 0.4 }
}

function readNameVerb(site: Site, first: number, end: number, isParted: boolean): Candidate | undefined {
  const { tokens, from, vocabulary } = site
  const head = tokenAt(tokens, first)
  const isAs = has(head, conjunction) && has(head, WORD_CLASS.source)
  if (!isAs && has(head, conjunction | relative) && !head.isCapital) return undefined
  for (let verb = first + 1; verb < Math.min(end, first + REACH); verb++) {
    const cue = readCue(tokens, verb, from, vocabulary)
    if (!cue) continue
    const subject = phraseLeft(tokens, verb, first, vocabulary)
    if (!subject) return undefined
    const range = { from: verb, to: verb + cue.length }
    if (subject.from <= first + (isAs ? 2 : 1)) {
      return { rule: 'after-name-verb', subject, cue: range, confidence: isParted ? 0.95 : 0.5 }
    }
    if (subject.from <= first + 3 && isParted)
      return { rule: 'after-name-verb', subject, cue: range, confidence: 0.6 }
    return undefined
  }
  return undefined
}

/** `“…,” Ms Berg sings`: a verb that is not listed, known by its ending. */
function nameBeforeUnlistedVerb(
  { tokens, quote, vocabulary }: Site,
  first: number,
  end: number,
): Candidate | undefined {
  const head = tokenAt(tokens, first)
  const isLong = quote.words >= SPEECH_LENGTH || (quote.lastMark !== '' && quote.words > 1)
  if (!isLong || (has(head, conjunction) && !head.isCapital)) return undefined
  if (!has(head, WORD_CLASS.he | WORD_CLASS.she) && !head.isCapital) return undefined
  const subject = phraseRight(tokens, first, end, vocabulary)
  if (!subject || subject.to >= end) return undefined
  const verb = tokenAt(tokens, subject.to)
  if (verb.kind !== 'word' || !has(verb, verbEnding) || has(verb, breakWord)) return undefined
  return {
    rule: 'after-unlisted-verb',
    subject,
    cue: { from: subject.to, to: subject.to + 1 },
    confidence: 0.6,
  }
}
