import { isSpaceAt, isWordAt, skipSpaces, trimSpaces } from './characters.ts'
import { readCue } from './cue.ts'
import { unlistedVerb } from './rules/unlisted-verb.ts'
import { has, isMark, isPronoun, isQuote, isWord, tokenAt } from './token.ts'
import type { Tokens } from './token.ts'
import { WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One unbroken piece of speech. `outer…` takes in the dashes and the comma that part it from the narrator. */
export type Speech = {
  readonly start: number
  readonly end: number
  readonly outerStart: number
  readonly outerEnd: number
}

const DASHES = '–—―‒-'
const SPEECH_ENDS = ',!?…،'
const SENTENCE_ENDS = '.!?…'
/** Words between the end of the speech and the verb that reports it: `— тихо сказал`, `, Matti Virtanen sanoo`. */
const REACH = 4

const { conjunction, adverb, ownPronoun } = WORD_CLASS

/** Where the words after a leading dash begin; undefined when the text does not begin with one. */
export function afterLeadingDash(text: string): number | undefined {
  const lead = skipSpaces(text, 0)
  const char = text.charAt(lead)
  if (char === '' || !DASHES.includes(char)) return undefined
  const isHyphen = char === '-'
  let at = lead + 1
  if (isHyphen && text.charAt(at) === '-') at++
  else if (isHyphen && !isSpaceAt(text, at)) return undefined
  const start = skipSpaces(text, at)
  return start < text.length ? start : undefined
}

/** Where speech begins behind a colon and a dash within the paragraph: `Hun sier: – Vi er klare.` */
export function afterColonDash(text: string, tokens: Tokens): number | undefined {
  for (let at = 0; at + 2 < tokens.length; at++) {
    if (
      isMark(tokens, at, ':') &&
      isMark(tokens, at + 1, '–—―') &&
      isSpaceAt(text, tokenAt(tokens, at + 1).end)
    ) {
      return tokenAt(tokens, at + 2).start
    }
  }
  return undefined
}

/**
 * Parts a paragraph of dash dialogue into speech and narrator, and returns the speech: from `start` on up to the words
 * that say who spoke, and again from the next dash (or sentence). `isKnown` tells whether a word is somebody's name.
 */
export function splitDialogue(
  text: string,
  tokens: Tokens,
  {
    start,
    vocabulary,
    isKnown,
  }: { start: number; vocabulary: Vocabulary; isKnown: (name: string) => boolean },
): Speech[] {
  const parts: Speech[] = []
  let at = tokens.findIndex(token => token.start >= start)
  let outerStart = trimSpaces(text, start)
  if (outerStart > 0 && DASHES.includes(text.charAt(outerStart - 1))) outerStart--
  while (at >= 0 && at < tokens.length) {
    const speechStart = tokenAt(tokens, at).start
    const turn = findNarrator(text, tokens, at, { vocabulary, isKnown })
    if (turn === undefined) {
      parts.push({
        start: speechStart,
        end: trimSpaces(text, text.length),
        outerStart,
        outerEnd: text.length,
      })
      break
    }
    parts.push({
      start: speechStart,
      end: turn.speechEnd,
      outerStart,
      outerEnd: tokenAt(tokens, turn.at).start,
    })
    const next = findResumption(text, tokens, turn.at, vocabulary)
    if (next === undefined) break
    outerStart = next.outerStart
    at = next.at
  }
  return parts.filter(part => part.end > part.start && hasWord(text, part.start, part.end))
}

function hasWord(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isWordAt(text, at)) return true
  return false
}

type Reader = { readonly vocabulary: Vocabulary; readonly isKnown: (name: string) => boolean }

type Turn = { readonly at: number; readonly speechEnd: number }

/** A paragraph is looked through twice only up to so many tokens. */
const LONGEST_TURN = 300

/** The end of a piece of speech. Where a dash should part it from the narrator and none does, a comma may. */
function findNarrator(text: string, tokens: Tokens, from: number, reader: Reader): Turn | undefined {
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
    const isDash = '–—―'.includes(token.text) || (token.text === '-' && isSpaceAt(text, token.start - 1))
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
      return isMark(tokens, k + 1, '–—―') && isSpaceAt(text, tokenAt(tokens, k + 1).end)
  }
  return false
}

/** Where speech goes on behind the narrator's words that begin at `from`. */
function findResumption(
  text: string,
  tokens: Tokens,
  from: number,
  { grammar }: Vocabulary,
): { readonly at: number; readonly outerStart: number } | undefined {
  const bySentence = grammar.dialogue?.resumes === 'sentence'
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokenAt(tokens, at)
    if (token.kind !== 'mark') continue
    if ('–—―'.includes(token.text) || (token.text === '-' && isSpaceAt(text, token.start - 1))) {
      let next = at + 1
      while (next < tokens.length && isMark(tokens, next, '.,:;')) next++
      return next < tokens.length ? { at: next, outerStart: token.start } : undefined
    }
    if (bySentence && SENTENCE_ENDS.includes(token.text) && at + 1 < tokens.length) {
      const next = isMark(tokens, at + 1, DASHES) ? at + 2 : at + 1
      return next < tokens.length ? { at: next, outerStart: tokenAt(tokens, at + 1).start } : undefined
    }
  }
  return undefined
}
