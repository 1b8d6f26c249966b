import { isSpaceAt, isUpperAt, skipSpaces } from './characters.ts'

/** A line of a transcript: `MARA QUELL: We lost the ship.` */
export type TranscriptLine = {
  /** The words before the colon. */
  readonly name: string
  /** Where the speech begins. */
  readonly start: number
  /** The name is written in capitals, which titles of paragraphs and datelines are not together with a colon. */
  readonly isCapitals: boolean
}

const LONGEST_NAME = 40
const NAME = /^\p{Lu}[\p{L}\p{M}.’'-]*(?: \p{Lu}[\p{L}\p{M}.’'-]*){0,3}$/u
/** `Party: 28.2 % (2001: 25.2 %)`: a table. */
const FIGURE = /^[\d.,]+\s*[^\p{L}\d\s]/u
const MARKS = /^[“„«»"”‘‚‹「『]/u

/** Takes a line apart that begins with a name and a colon; undefined for others, and where marks enclose the speech. */
export function readTranscriptLine(text: string): TranscriptLine | undefined {
  const lead = skipSpaces(text, 0)
  if (!isUpperAt(text, lead)) return undefined
  const colon = text.slice(0, lead + LONGEST_NAME).indexOf(':', lead)
  if (colon < 0 || !isSpaceAt(text, colon + 1)) return undefined
  const name = text.slice(lead, colon)
  const start = skipSpaces(text, colon + 1)
  if (!NAME.test(name) || start >= text.length || MARKS.test(text.charAt(start))) return undefined
  if (FIGURE.test(text.slice(start, start + LONGEST_NAME))) return undefined
  return {
    name,
    start,
    isCapitals: name.length > 2 && name === name.toUpperCase() && name !== name.toLowerCase(),
  }
}

/**
 * Whether such a line is speech: in capitals a full name, somebody known, or one of several such lines; in small
 * letters only somebody known beside another such line, since `Kultur:` or `Weather:` look the same.
 */
export function isTranscript(
  line: TranscriptLine,
  {
    neighbours,
    isKnown,
  }: { neighbours: readonly (string | undefined)[]; isKnown: (word: string) => boolean },
): boolean {
  const words = line.name.split(' ')
  const isSomebody = isKnown(words.at(-1) ?? '')
  const hasNeighbour = neighbours.some(text => {
    const other = text === undefined ? undefined : readTranscriptLine(text)
    return other?.isCapitals === line.isCapitals
  })
  return line.isCapitals ? words.length > 1 || isSomebody || hasNeighbour : isSomebody && hasNeighbour
}

/** Of an outlet or an office: `NRK P1`, `U.S. EPA`. */
const ABBREVIATED = /\p{Nd}|\.\p{Lu}/u

/** `MARA O’NEILL` as an article writes it elsewhere: `Mara O’Neill`. Single words may be abbreviations. */
export function withoutCapitals(name: string): string {
  if (!name.includes(' ') || name !== name.toUpperCase() || ABBREVIATED.test(name)) return name
  return name.toLowerCase().replaceAll(/(?<=^|[\s’'-])\p{L}/gu, letter => letter.toUpperCase())
}
