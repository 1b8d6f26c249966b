import type { Token } from '../text/tokenize.ts'
import { isApostrophe } from './contractions.ts'
import type { Expand } from './contractions.ts'
import type { ReadUnits, Unit } from './unit.ts'

/** `[W]e` and `want[ed]` are one word: brackets within it say which letters an editor put in. */
export function readBracketedLetters(
  text: string,
  tokens: readonly Token[],
  at: number,
): ReadUnits | undefined {
  const first = tokens[at] as Token
  let key = first.term
  let last = first
  for (let next = tokens[at + 1]; next; next = tokens[at + 1 + (next.position - first.position)]) {
    const between = text.slice(last.end, next.start)
    if ((between !== '[' && between !== ']') || next.gram > 0) break
    key += next.term
    last = next
  }
  if (last === first) return undefined
  const start = text.charAt(first.start - 1) === '[' ? first.start - 1 : first.start
  const end = text.charAt(last.end) === ']' ? last.end + 1 : last.end
  const unit: Unit = { kind: 'word', key, raw: text.slice(start, end), start, end }
  return [[unit], last.position - first.position + 1]
}

/** Words that are written as one: each of them, with the place of the whole. */
export function readContraction(
  text: string,
  tokens: readonly Token[],
  at: number,
  expand: Expand,
): ReadUnits | undefined {
  const token = tokens[at] as Token
  const next = tokens[at + 1]
  const joined =
    next && next.gram === 0 && isApostrophe(text.slice(token.end, next.start))
      ? expand.joined(token.term, next.term)
      : undefined
  if (joined && next) return [contracted(text, joined, { start: token.start, end: next.end }), 2]
  const isClipped = isApostrophe(text.slice(token.start - 1, token.start))
  const alone = expand.alone(token.term, isClipped)
  return alone && [contracted(text, alone, { start: token.start, end: token.end }), 1]
}

function contracted(
  text: string,
  words: readonly (readonly string[])[],
  { start, end }: { start: number; end: number },
): Unit[] {
  const raw = text.slice(start, end)
  return words.map(([key = '', ...also]) => ({
    kind: 'word',
    key,
    ...(also.length > 0 && { also }),
    raw,
    start,
    end,
    isContracted: true,
  }))
}
