/** Letters enough for any decision; a paragraph of a megabyte costs no more than this. */
const LONGEST_SAMPLE = 1800
const SLICES = 3

/** What of a paragraph is looked at, in lower case. */
export type Sample = {
  readonly text: string
  /** Runs of letters; an apostrophe parts words, so that `l'eau` is `l` and `eau`. */
  readonly words: readonly string[]
}

/**
 * What of a paragraph is looked at: lower case, composed characters, no addresses, soft hyphens or
 * zero-width signs, and of a long paragraph its beginning, middle and end.
 */
export function sampleOf(text: string): Sample {
  const sample = (text.length > LONGEST_SAMPLE ? sliceText(text) : text)
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .replaceAll(/(?:https?:\/\/|www\.)[!-~]+|[\w.+-]+@[\w.-]+|[@#]\w+/g, ' ')
  return splitSample(sample)
}

function splitSample(text: string): Sample {
  return { text, words: text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [] }
}

function sliceText(text: string): string {
  const length = LONGEST_SAMPLE / SLICES
  const slices: string[] = []
  for (let slice = 0; slice < SLICES; slice++) {
    const start = Math.floor(((text.length - length) * slice) / (SLICES - 1))
    slices.push(text.slice(start, start + length))
  }
  // Words cut in two at the seams are few; half a surrogate pair is no letter and does no harm.
  return slices.join(' ')
}

/** Pairs of quotation marks; a bound on the text between keeps the search linear. */
const QUOTED =
  /«[^«»]{1,1000}»|»[^«»]{1,1000}«|“[^“”]{1,1000}”|„[^„“”]{1,1000}[“”]|”[^“”]{1,1000}”|"[^"]{1,1000}"|‹[^‹›]{1,1000}›|「[^「」]{1,1000}」|『[^『』]{1,1000}』/g

/**
 * The text without what stands in quotation marks: speech may be quoted in another language than the
 * one that reports it. `undefined` when nothing or all of it is quoted.
 */
export function withoutQuoted({ text, words }: Sample): Sample | undefined {
  if (!/[«»“”„"‹「『]/.test(text)) return undefined
  const rest = splitSample(text.replaceAll(QUOTED, ' '))
  return rest.words.length === 0 || rest.words.length === words.length ? undefined : rest
}

/** First of the scripts whose signs say as much as three letters of an alphabet (Han, kana, Hangul). */
const FIRST_DENSE = 0x2e80
const DENSITY = 3

/** How many letters a sample has, or signs that say as much. */
export function countLetters({ words }: Sample): number {
  let letters = 0
  for (const word of words) letters += word.length * (word.charCodeAt(0) >= FIRST_DENSE ? DENSITY : 1)
  return letters
}
