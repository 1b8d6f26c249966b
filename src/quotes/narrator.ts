import { isSpaceAt, trimSpaces } from './characters.ts'
import { readCue } from './cue.ts'
import { unlistedVerb } from './rules/unlisted-verb.ts'
import { has, isMark, isPronoun, isQuote, isWord, tokenAt } from './token.ts'
import type { Tokens } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'
import { WORD_CLASS } from './word-class.ts'

/** Of dash dialogue: where the words begin that say who spoke. */

/** All dashes that a line begins with, and those that part speech from narrator. */
export const DASHES = '–—―‒-'
export const LONG_DASHES = '–—―'
const SPEECH_ENDS = ',!?…،'
export const SENTENCE_ENDS = '.!?…'
/** Words between the end of the speech and the verb that reports it: `— тихо сказал`, `, Matti Virtanen sanoo`. */
const REACH = 4

const { conjunction, adverb, ownPronoun } = WORD_CLASS

export type Reader = {
  readonly vocabulary: Vocabulary
  /** Whether a word is somebody's name. */
  readonly isKnown: (word: string) => boolean
}

/** Where the narrator's first word stands, and where the speech before it ends. */
export type Turn = { readonly at: number; readonly speechEnd: number }

/** A paragraph is looked through twice only up to so many tokens. */
const LONGEST_TURN = 300

/** The end of a piece of speech. Where a dash should part it from the narrator and none does, a comma may. */
export function findNarrator(text: string, tokens: Tokens, from: number, reader: Reader): Turn | undefined {
  const needsDash = reader.vocabulary.grammar.dialogue?.narrator === 'dash'
  const turn = turnFrom(text, tokens, from, { ...reader, byComma: !needsDash })
  if (turn !== undefined || !needsDash || tokens.length - from > LONGEST_TURN) return turn
  return turnFrom(text, tokens, from, { ...reader, byComma: true })
}

function turnFrom(
  text: string,
  tokens: Tokens,
  from: number,
  { vocabulary, isKnown, byComma }: Reader & { readonly byComma: boolean },
): Turn | undefined {
  const needsDash = vocabulary.grammar.dialogue?.narrator === 'dash'
  for (let at = from + 1; at + 1 < tokens.length; at++) {
    const token = tokenAt(tokens, at)
    if (token.kind !== 'mark') continue
    const isDash =
      LONG_DASHES.includes(token.text) || (token.text === '-' && isSpaceAt(text, token.start - 1))
    if (isDash) {
      // A comma or a stop before the dash, or its narrator's verb behind it, and the narrator speaks.
      const next = isMark(tokens, at + 1, ',') ? at + 2 : at + 1
      const afterStop = isMark(tokens, at - 1, `${SPEECH_ENDS}.`)
      const goesOnSmall = isWord(tokens, next) && !tokenAt(tokens, next).isCapital
      const isNarrator =
        reports(tokens, next, vocabulary) ||
        (needsDash && afterStop && goesOnSmall) ||
        reportsUnlisted(tokens, next - 1, from, vocabulary)
      if (isNarrator) return { at: next, speechEnd: speechEnd(text, tokens, at) }
      continue
    }
    if (!byComma && token.text === ',') continue
    if (SPEECH_ENDS.includes(token.text) && isWord(tokens, at + 1)) {
      if (reports(tokens, at + 1, vocabulary) || reportsUnlisted(tokens, at, from, vocabulary)) {
        return { at: at + 1, speechEnd: token.text === ',' ? token.start : token.end }
      }
    }
    if (SENTENCE_ENDS.includes(token.text) && isGesture(text, tokens, at + 1, { isKnown })) {
      return { at: at + 1, speechEnd: token.end }
    }
  }
  return undefined
}

/** The end of the speech before a dash: without spaces and without its comma. */
function speechEnd(text: string, tokens: Tokens, dash: number): number {
  const before = tokenAt(tokens, dash - 1)
  return before.kind === 'mark' && before.text === ','
    ? before.start
    : trimSpaces(text, tokenAt(tokens, dash).start)
}

/** `sa hun`, `тихо сказал Петров`, `Matti Virtanen sanoo.` */
function reports(tokens: Tokens, at: number, vocabulary: Vocabulary): boolean {
  const first = tokenAt(tokens, at)
  if (first.kind !== 'word') return false
  const cue = readCue(tokens, at, at, vocabulary)
  if (cue) return !first.isCapital && !has(tokenAt(tokens, at + cue.length), ownPronoun)
  if (has(first, conjunction | ownPronoun)) return false
  // Finnish has no articles and puts the name first: `mies sanoi`.
  const isNamed = first.isCapital || isPronoun(first) || has(first, WORD_CLASS.role)
  for (let verb = at + 1; verb <= at + REACH && isWord(tokens, verb); verb++) {
    const later = readCue(tokens, verb, at, vocabulary)
    if (!later || tokenAt(tokens, verb).isCapital) continue
    return isNamed ? closesSoon(tokens, verb + later.length) : has(first, adverb) && verb === at + 1
  }
  return false
}

/** No clause hangs on the verb, as one would within the speech (– Jeg hørte at han sa at …). */
function closesSoon(tokens: Tokens, at: number): boolean {
  for (let k = at; k < at + REACH; k++) {
    if (k >= tokens.length || isMark(tokens, k, `${SENTENCE_ENDS}${DASHES}`)) return true
    const token = tokenAt(tokens, k)
    if (has(token, WORD_CLASS.that)) return false
    if (token.kind === 'mark') return !has(tokenAt(tokens, k + 1), WORD_CLASS.that)
    if (has(token, conjunction)) return true
  }
  return true
}

const SHORTEST_SPEECH = 2
/** `, vitsailee Virtanen.`: an unlisted verb with a name up to the end of the sentence. */
function reportsUnlisted(tokens: Tokens, at: number, from: number, vocabulary: Vocabulary): boolean {
  if (at - from < SHORTEST_SPEECH) return false
  let end = at + 1
  while (end < tokens.length && end - at < 12 && !isMark(tokens, end, `${SENTENCE_ENDS}${DASHES}`)) end++
  const candidate = unlistedVerb(tokens, at + 1, end, vocabulary)
  const subject = candidate?.subject
  if (subject === undefined) return false
  const head = tokenAt(tokens, subject.from)
  if (has(head, ownPronoun)) return false
  const isSomebody =
    head.isCapital ||
    isPronoun(head) ||
    (has(head, WORD_CLASS.article | WORD_CLASS.role) && subject.to - subject.from <= 4)
  return isSomebody && (subject.to >= end || isMark(tokens, subject.to, ',') || end - subject.to <= 5)
}

/** `– Vaflar! Ulvestrøm ristar på hovudet. – Men …`: a sentence of the narrator before speech goes on. */
function isGesture(
  text: string,
  tokens: Tokens,
  at: number,
  { isKnown }: { isKnown: (name: string) => boolean },
): boolean {
  const first = tokenAt(tokens, at)
  if (
    first.kind !== 'word' ||
    !(first.isCapital && (isKnown(first.text) || has(first, WORD_CLASS.he | WORD_CLASS.she)))
  )
    return false
  for (let k = at + 1; k < tokens.length && k - at < 20; k++) {
    if (isQuote(tokens, k)) return false
    if (isMark(tokens, k, SENTENCE_ENDS))
      return isMark(tokens, k + 1, LONG_DASHES) && isSpaceAt(text, tokenAt(tokens, k + 1).end)
  }
  return false
}
