import {
  isCaselessAt,
  isDigitAt,
  isLowerAt,
  isSpaceAt,
  isUnspacedAt,
  isUpperAt,
  isWordAt,
  skipSpaces,
} from './characters.ts'
import type { Token } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'
import { WORD_CLASS } from './word-class.ts'

/** A quote that the narrator's text is read without. UTF-16 code units, half-open, marks included. */
export type Hidden = { readonly start: number; readonly end: number }

/** Characters that join two parts of one word: l’eau, Jong-un, U.S, AT&T, צה״ל, EU:n. */
const JOINERS = new Set('’\'.-‑&/·״׳":ʼ')

/**
 * The tokens of a paragraph in order. Each quote of `hidden` (in order, not overlapping) is one token, so that the
 * sentence around it can be read. Spaces are no tokens.
 */
export function tokenize(text: string, hidden: readonly Hidden[], vocabulary: Vocabulary): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (const [quote, { start, end }] of hidden.entries()) {
    tokenizePart(text, at, start, vocabulary, tokens)
    tokens.push(createToken('quote', text.slice(start, end), start, quote))
    at = end
  }
  tokenizePart(text, at, text.length, vocabulary, tokens)
  return vocabulary.segmenter ? mergePhrases(text, tokens, vocabulary) : markPhrases(tokens, vocabulary)
}

function tokenizePart(text: string, from: number, to: number, vocabulary: Vocabulary, tokens: Token[]): void {
  for (let at = from; at < to;) {
    if (isSpaceAt(text, at)) at++
    else if (vocabulary.segmenter && isUnspacedAt(text, at) && isWordAt(text, at))
      at = readRun(text, at, to, vocabulary, tokens)
    else if (isWordAt(text, at)) at = readWord(text, at, to, vocabulary, tokens)
    else at = readMark(text, at, to, tokens)
  }
}

/** `Intl.Segmenter` takes time with the square of the length of its text. */
const LONGEST_RUN = 120

/** Pushes the words of a run of letters without spaces, or of its first part, and returns where that ends. */
function readRun(text: string, start: number, to: number, vocabulary: Vocabulary, tokens: Token[]): number {
  let at = start + 1
  const limit = Math.min(to, start + LONGEST_RUN)
  while (at < limit && isUnspacedAt(text, at) && isWordAt(text, at)) at++
  const run = text.slice(start, at)
  for (const { segment, index } of vocabulary.segmenter?.segment(run) ?? []) {
    tokens.push(createWord(segment, start + index, vocabulary))
  }
  return at
}

/** Pushes the word that begins at a place and returns where it ends. */
function readWord(text: string, start: number, to: number, vocabulary: Vocabulary, tokens: Token[]): number {
  let from = start
  let at = start + 1
  while (at < to) {
    // 毛宁5日表示: the number is a word of its own.
    if (vocabulary.segmenter && isUnspacedAt(text, at)) break
    if (isWordAt(text, at)) at++
    else if (JOINERS.has(text.charAt(at)) && at + 1 < to && isWordAt(text, at + 1) && isJoined(text, at)) {
      if (isElision(text, from, at, vocabulary)) {
        tokens.push(createWord(text.slice(from, at + 1), from, vocabulary))
        from = at + 1
      }
      at += 2
    } else break
  }
  if (at < to && text.charAt(at) === '.' && keepsFullStop(text, from, at, to, vocabulary)) at++
  tokens.push(createWord(text.slice(from, at), from, vocabulary))
  return at
}

/** A full stop between `said` and `He`, or a colon before a word, is a slip and joins nothing. */
function isJoined(text: string, at: number): boolean {
  const char = text.charAt(at)
  if (char === '.') return !(isLowerAt(text, at - 1) && isUpperAt(text, at + 1))
  if (char === ':') return isLowerAt(text, at + 1) || (isDigitAt(text, at - 1) && isDigitAt(text, at + 1))
  return true
}

const LONGEST_ELISION = 6
function isElision(text: string, from: number, at: number, { elisions }: Vocabulary): boolean {
  if (elisions.size === 0 || at - from > LONGEST_ELISION) return false
  const char = text.charAt(at)
  return (char === "'" || char === '’') && elisions.has(text.slice(from, at).toLowerCase())
}

/** Whether a full stop belongs to the word before it: an abbreviation, an initial, a German or Nordic ordinal. */
function keepsFullStop(text: string, from: number, at: number, to: number, vocabulary: Vocabulary): boolean {
  const next = skipSpaces(text, at + 1)
  if (next >= to) return false
  if (isDigitAt(text, from)) {
    return (
      at - from <= 2 &&
      (isLowerAt(text, next) || (vocabulary.grammar.capitalNouns === true && isUpperAt(text, next)))
    )
  }
  const isInitial = isUpperAt(text, at - 1) && (at - from === 1 || text.charAt(at - 2) === '.')
  // Dz. Lezdiņa, Zs. Kovács: letters that are one sound
  const isDoubleInitial =
    at - from === 2 && isUpperAt(text, from) && isUpperAt(text, next) && !hasVowel(text, from, at)
  return isInitial || isDoubleInitial || vocabulary.isAbbreviation(text.slice(from, at).toLowerCase())
}

const hasVowel = (text: string, from: number, to: number): boolean =>
  /[aeiouyäöüåæøáéíóúаеиоуыэюяіїє]/iu.test(text.slice(from, to))

/** Pushes one mark; dots in a row and the halves of a surrogate pair are one. */
function readMark(text: string, start: number, to: number, tokens: Token[]): number {
  let at = start + 1
  if (text.charAt(start) === '.') while (at < to && text.charAt(at) === '.') at++
  else if ((text.codePointAt(start) ?? 0) > 0xffff) at++
  tokens.push(
    createToken(
      'mark',
      at - start > 1 && text.charAt(start) === '.' ? '…' : text.slice(start, at),
      start,
      -1,
      at,
    ),
  )
  return at
}

const APOSTROPHES = /[’ʼ]/g

function createWord(text: string, start: number, vocabulary: Vocabulary): Token {
  const folded = text.toLowerCase()
  const lower = folded.includes('’') || folded.includes('ʼ') ? folded.replace(APOSTROPHES, "'") : folded
  return {
    kind: 'word',
    text,
    lower,
    start,
    end: start + text.length,
    isCapital: isUpperAt(text, 0),
    isCaseless: isCaselessAt(text, 0),
    quote: -1,
    classes: vocabulary.classesOf(lower),
    phraseClasses: 0,
    phraseLength: 0,
  }
}

const createToken = (
  kind: 'mark' | 'quote',
  text: string,
  start: number,
  quote = -1,
  end = start + text.length,
): Token => ({
  kind,
  text,
  lower: text,
  start,
  end,
  isCapital: false,
  isCaseless: false,
  quote,
  classes: 0,
  phraseClasses: 0,
  phraseLength: 0,
})

/** Finds the phrases of several words, the longest at each place. */
function markPhrases(tokens: Token[], { phrases }: Vocabulary): Token[] {
  if (phrases.size === 0) return tokens
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word') continue
    for (const { words, classes } of phrases.get(token.lower) ?? []) {
      if (words.length < token.phraseLength || !words.every((word, k) => tokens[at + k]?.lower === word))
        continue
      token.phraseLength = words.length
      token.phraseClasses |= classes
      // Tổng bí thư, genel sekreter: each word of an office belongs to it.
      if ((classes & WORD_CLASS.role) !== 0)
        for (let k = 0; k < words.length; k++) (tokens[at + k] as Token).classes |= WORD_CLASS.role
    }
  }
  return tokens
}

/** Without spaces between words, what the vocabulary knows is one word, wherever the segmenter cuts within it. */
function mergePhrases(text: string, tokens: readonly Token[], vocabulary: Vocabulary): Token[] {
  const merged: Token[] = []
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] as Token
    const known = token.kind === 'word' ? findKnown(text, tokens, at, vocabulary) : undefined
    if (known === undefined) {
      merged.push(token)
      at++
      continue
    }
    // 港务局长 is cut into 港务局 and 长; what stands before the office is a word of its own.
    if (known.start > token.start)
      merged.push(createWord(text.slice(token.start, known.start), token.start, vocabulary))
    const end = tokens[known.to - 1]?.end ?? known.start
    merged.push({
      ...createWord(text.slice(known.start, end), known.start, vocabulary),
      classes: known.classes,
    })
    at = known.to
  }
  return merged
}

type Known = { readonly start: number; readonly to: number; readonly classes: number }

/** The longest phrase that begins with a token, or an office that begins within it. */
function findKnown(
  text: string,
  tokens: readonly Token[],
  at: number,
  vocabulary: Vocabulary,
): Known | undefined {
  const { start, end } = tokens[at] as Token
  const whole = longestPhrase(text, tokens, at, { start, vocabulary })
  if (whole) return whole
  for (let inner = start + 1; inner < end; inner++) {
    const office = longestPhrase(text, tokens, at, { start: inner, vocabulary })
    if (office && (office.classes & WORD_CLASS.role) !== 0) return office
  }
  return undefined
}

function longestPhrase(
  text: string,
  tokens: readonly Token[],
  at: number,
  { start, vocabulary: { phrases } }: { start: number; vocabulary: Vocabulary },
): Known | undefined {
  for (const phrase of phrases.get(text.charAt(start)) ?? []) {
    if (!text.startsWith(phrase.text, start)) continue
    const end = start + phrase.text.length
    let to = at + 1
    while ((tokens[to]?.start ?? Infinity) < end) to++
    if (phrase.isStem || tokens[to - 1]?.end === end) return { start, to, classes: phrase.classes }
  }
  return undefined
}
