import type { Quote } from '../../src/domain/paragraph.ts'
import type { HighlightPart } from '../../src/text/highlight.ts'

/**
 * A text that was not searched, in parts that say which of them somebody said, by the outermost quotes: what the API's
 * `highlight` is for a hit. A scare quote is the narrator's own word.
 */
export function speechParts(text: string, quotes: readonly Quote[]): HighlightPart[] {
  const parts: HighlightPart[] = []
  const add = (start: number, end: number, quote?: number): void => {
    if (end > start)
      parts.push({ text: text.slice(start, end), isMatch: false, ...(quote !== undefined && { quote }) })
  }
  let at = 0
  quotes.forEach(({ start, end, kind }, number) => {
    if (kind === 'scare' || end <= at) return
    add(at, start)
    add(Math.max(at, start), end, number)
    at = end
  })
  add(at, text.length)
  return parts
}
