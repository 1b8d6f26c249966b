import { isSpaceAt, isWordAt, skipSpaces, trimSpaces } from './characters.ts'
import { DASHES, findNarrator, LONG_DASHES, SENTENCE_ENDS } from './narrator.ts'
import type { Reader } from './narrator.ts'
import { isMark, tokenAt } from './token.ts'
import type { Tokens } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'

/** One unbroken piece of speech. `outer…` takes in the dashes and the comma that part it from the narrator. */
export type Speech = {
  readonly start: number
  readonly end: number
  readonly outerStart: number
  readonly outerEnd: number
}

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
      isMark(tokens, at + 1, LONG_DASHES) &&
      isSpaceAt(text, tokenAt(tokens, at + 1).end)
    ) {
      return tokenAt(tokens, at + 2).start
    }
  }
  return undefined
}

/**
 * Parts a paragraph of dash dialogue into speech and narrator, and returns the speech: from `start` on up to the words
 * that say who spoke, and again from the next dash (or sentence).
 */
export function splitDialogue(
  text: string,
  tokens: Tokens,
  { start, ...reader }: Reader & { readonly start: number },
): Speech[] {
  const parts: Speech[] = []
  let at = tokens.findIndex(token => token.start >= start)
  let outerStart = trimSpaces(text, start)
  if (outerStart > 0 && DASHES.includes(text.charAt(outerStart - 1))) outerStart--
  while (at >= 0 && at < tokens.length) {
    const speechStart = tokenAt(tokens, at).start
    const turn = findNarrator(text, tokens, at, reader)
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
    const next = findResumption(text, tokens, turn.at, reader.vocabulary)
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
    if (LONG_DASHES.includes(token.text) || (token.text === '-' && isSpaceAt(text, token.start - 1))) {
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
