import type { Quote } from '../../domain/paragraph.ts'
import type { Range } from '../operation.ts'
import type { MarkPair, QuotationMarks } from './quotation-marks.ts'

export type Requoting = {
  readonly text: string
  readonly quotes: readonly Quote[]
  /** What is cited of the text. */
  readonly range: Range
  readonly marks: QuotationMarks
  /** 1 where marks are put around the words, so that those inside are inner ones; 0 where none are. */
  readonly depth: 0 | 1
}

type Replacement = Range & { readonly mark: string }

/**
 * The cited words with the marks of another language around what is quoted in them. Marks are known by the quotes that
 * were found in the text: an apostrophe, a sign of feet or inches and the marks of a title in Chinese stay what they are,
 * and so does a mark whose partner stands outside of what is cited.
 */
export function requote({ text, quotes, range, marks, depth }: Requoting): string {
  const marked = quotes.flatMap(quote => {
    const found = marksAround(text, quote)
    return found && found.open.start >= range.start && found.close.end <= range.end ? [found] : []
  })
  const replacements = marked.flatMap(({ open, close }): Replacement[] => {
    const around = marked.filter(other => other.open.end <= open.start && other.close.start >= close.end)
    const pair = pairAt(marks, depth + around.length)
    return [
      { ...open, mark: pair.open },
      { ...close, mark: pair.close },
    ]
  })
  let written = ''
  let at = range.start
  for (const { start, end, mark } of replacements.sort((a, b) => a.start - b.start)) {
    // two quotes never share a mark, but what was extracted is not trusted to keep to that
    if (start < at) continue
    written += text.slice(at, start) + mark
    at = end
  }
  return written + text.slice(at, range.end)
}

export const pairAt = ({ outer, inner }: QuotationMarks, depth: number): MarkPair =>
  depth % 2 === 0 ? outer : inner

const DOUBLED = /^(?:''|``)$/u
const MARK = /^(?:''|``|["“”„‟«»‹›❝❞「」『』＂〝〞〟'‘’‚‛])$/u
const SPACE = /^[\s\u202f]$/u

type Marks = { readonly open: Range; readonly close: Range }

/** The marks on both sides of a quote with the spaces between them and its words; undefined for one that has none. */
function marksAround(text: string, { start, end }: Quote): Marks | undefined {
  let openEnd = start
  while (SPACE.test(text.charAt(openEnd - 1))) openEnd--
  let closeStart = end
  while (SPACE.test(text.charAt(closeStart))) closeStart++
  const before = DOUBLED.test(text.slice(Math.max(0, openEnd - 2), openEnd)) ? 2 : 1
  const behind = DOUBLED.test(text.slice(closeStart, closeStart + 2)) ? 2 : 1
  const open = { start: openEnd - before, end: start }
  const close = { start: end, end: closeStart + behind }
  const isMarked = MARK.test(text.slice(open.start, openEnd)) && MARK.test(text.slice(closeStart, close.end))
  return open.start >= 0 && isMarked ? { open, close } : undefined
}
