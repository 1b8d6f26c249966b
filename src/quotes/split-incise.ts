import { skipSpaces, trimSpaces } from './characters.ts'
import { readCue } from './cue.ts'
import { hasCapital } from './noun-phrase.ts'
import type { MarkPair } from './pair-marks.ts'
import { phraseRight } from './phrase-right.ts'
import { has, isMark, isPronoun, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import { tokenize } from './tokenize.ts'
import type { Vocabulary } from './vocabulary.ts'
import { WORD_CLASS } from './word-class.ts'

const { article, ownPronoun } = WORD_CLASS

/** The words of a quote before and behind the narrator's, with or without the marks at their outer side. */
export type Halves = readonly {
  readonly start: number
  readonly end: number
  readonly outerStart: number
  readonly outerEnd: number
}[]

/** Longer quotes are not looked through. */
const LONGEST = 2000

/**
 * `« Nous partons, a déclaré Inès Vautrin, et nous ne reviendrons pas. »`: the French press leaves the marks open
 * around the narrator's words. Gives the speech before and behind them; undefined for a quote that is all speech.
 */
export function splitIncise(text: string, pair: MarkPair, vocabulary: Vocabulary): Halves | undefined {
  if (vocabulary.grammar.incises !== true || pair.end - pair.start > LONGEST) return undefined
  const offset = pair.innerStart
  const tokens = tokenize(text.slice(offset, pair.innerEnd), [], vocabulary)
  const incise = findIncise(tokens, vocabulary)
  if (incise === undefined) return undefined
  // A comma is the narrator's; a question mark belongs to the words.
  const stop = tokenAt(tokens, incise.from - 1)
  const firstEnd = offset + (stop.text === ',' ? stop.start : stop.end)
  const first = {
    start: pair.innerStart,
    end: trimSpaces(text, firstEnd),
    outerStart: pair.start,
    outerEnd: firstEnd,
  }
  const rest = offset + tokenAt(tokens, incise.to).end
  const start = skipSpaces(text, rest)
  const isAll = incise.to >= tokens.length || start >= pair.innerEnd
  return isAll ? [first] : [first, { start, end: pair.innerEnd, outerStart: rest, outerEnd: pair.end }]
}

/** The narrator's words: behind a comma a verb of saying and its subject, up to a comma, a full stop or the end. */
function findIncise(tokens: Tokens, vocabulary: Vocabulary): Range | undefined {
  for (let at = 2; at < tokens.length; at++) {
    if (!isMark(tokens, at - 1, ',!?…')) continue
    const cue = readCue(tokens, at, at, vocabulary)
    if (!cue || cue.isWeak || tokenAt(tokens, at).isCapital) continue
    const subject = cue.clitic
      ? { from: at, to: at + cue.length }
      : phraseRight(tokens, at + cue.length, tokens.length, vocabulary)
    if (!subject || (!cue.clitic && !isSomebody(tokens, subject))) continue
    if (subject.to >= tokens.length || isMark(tokens, subject.to, ',.')) return { from: at, to: subject.to }
  }
  return undefined
}

function isSomebody(tokens: Tokens, subject: Range): boolean {
  const first = tokenAt(tokens, subject.from)
  if (isPronoun(first) && !has(first, article)) return !has(first, ownPronoun)
  return hasCapital(tokens, subject) || has(first, article)
}
