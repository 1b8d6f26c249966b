/** UTF-16 code units. News paragraphs have about 300; what is longer than this lost its paragraphs on the way here. */
export const MAX_PARAGRAPH_LENGTH = 20_000

/**
 * Cuts an over-long paragraph into pieces of at most `MAX_PARAGRAPH_LENGTH`, at the last sentence end that fits, else at
 * the last space, else anywhere but inside a character. Nothing but the space at a cut is lost.
 */
export function splitLong(text: string): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > MAX_PARAGRAPH_LENGTH) {
    const window = rest.slice(0, MAX_PARAGRAPH_LENGTH + 1)
    const cut = lastSentenceEnd(window) ?? lastSpace(window) ?? lastCharacterEnd(window)
    pieces.push(rest.slice(0, cut).trim())
    rest = rest.slice(cut).trim()
  }
  return [...pieces, rest].filter(piece => piece !== '')
}

/** Only the last quarter is looked at: it makes the pieces long, and bounds the work. */
function lastSentenceEnd(window: string): number | undefined {
  const from = lastCharacterEnd(window.slice(0, Math.floor(window.length * 0.75) + 1))
  const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(window.slice(from))]
  const last = sentences.at(-1)
  return last === undefined || last.index === 0 ? undefined : from + last.index
}

function lastSpace(window: string): number | undefined {
  const space = window.lastIndexOf(' ')
  return space > window.length / 2 ? space : undefined
}

/** Before the last code unit of the window, and not between the two halves of a surrogate pair or before combining marks. */
function lastCharacterEnd(window: string): number {
  const end = window.length - 1
  const from = Math.max(0, end - 64)
  const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(window.slice(from))]
  const last = graphemes.at(-1)
  // A cluster of more than 64 units is no character of any language: it is cut between its code points.
  if (last !== undefined && last.index > 0) return from + last.index
  return /[\uDC00-\uDFFF]/.test(window.charAt(end)) ? end - 1 : end
}
