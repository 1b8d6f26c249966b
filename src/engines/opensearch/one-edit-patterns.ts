import { isWidenable } from '../../text/match.ts'
import { LONGEST_WIDENED } from './token-fields.ts'

/** The server takes regular expressions of up to 1,000 characters. */
const LONGEST_PATTERN = 900

/**
 * Regular expressions that together match everything within one edit of a term: a letter left out, put in, replaced, or
 * swapped with its neighbour. They match some more, so what they find is looked at again. None for what is never widened.
 */
export function oneEditPatterns(term: string): string[] {
  if (
    term === '' ||
    term.length > LONGEST_WIDENED ||
    !/^[\p{L}\p{M}\p{N}]+$/u.test(term) ||
    !isWidenable(term)
  )
    return []
  const letters = Array.from(term)
  const alternatives = new Set<string>()
  for (let at = 0; at <= letters.length; at++) {
    const before = letters.slice(0, at).join('')
    const after = letters.slice(at).join('')
    const [letter = '', next = ''] = letters.slice(at)
    alternatives.add(`${before}.${after}`)
    if (letter !== '') {
      const rest = letters.slice(at + 1).join('')
      alternatives.add(`${before}${rest}`)
      alternatives.add(`${before}.${rest}`)
    }
    if (next !== '') alternatives.add(`${before}${next}${letter}${letters.slice(at + 2).join('')}`)
  }
  const patterns: string[] = []
  for (const alternative of alternatives) {
    const open = patterns.at(-1)
    if (open !== undefined && open.length + alternative.length < LONGEST_PATTERN) {
      patterns[patterns.length - 1] = `${open}|${alternative}`
    } else {
      patterns.push(alternative)
    }
  }
  return patterns
}
