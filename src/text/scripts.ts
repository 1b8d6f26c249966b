/** Scripts that put no spaces between words are cut into n-grams, one at each character. */

const HAN_KANA = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー〆'
const HANGUL = '\\p{Script=Hangul}'
const SOUTH_EAST_ASIAN = ['Thai', 'Lao', 'Khmer', 'Myanmar'].map(script => `\\p{Script=${script}}`)

const IS_BIGRAM = new RegExp(`^[${HAN_KANA}${HANGUL}]`, 'u')
const IS_HANGUL = new RegExp(`^${HANGUL}`, 'u')
const IS_TRIGRAM = new RegExp(`^[${SOUTH_EAST_ASIAN.join('')}]`, 'u')

/** A run of one script within a word: `AI技術` is `AI` and `技術`. Everything written with spaces is one run. */
export type Run = {
  readonly text: string
  /** UTF-16 code units into the word. */
  readonly start: number
  /** 0: written with spaces; else the length of its n-grams. */
  readonly gram: 0 | 2 | 3
}

/** Of each script: a character of it and, to find the end of a run, one of none of its characters. */
const SCRIPTS = [HAN_KANA, HANGUL, ...SOUTH_EAST_ASIAN].map(characters => ({
  one: new RegExp(`[${characters}]`, 'uy'),
  other: new RegExp(`[^${characters}]`, 'gu'),
}))
const GRAM_CHARACTER = new RegExp(`[${HAN_KANA}${HANGUL}${SOUTH_EAST_ASIAN.join('')}]`, 'gu')

/** The runs of a word, which join to it. Looks for their ends: a `+` over millions of characters overflows V8's stack. */
export function runsOf(word: string): Run[] {
  const runs: Run[] = []
  for (let start = 0; start < word.length;) {
    const behind = SCRIPTS.find(({ one }) => find(one, word, start) === start)?.other ?? GRAM_CHARACTER
    const end = find(behind, word, start) ?? word.length
    const text = word.slice(start, end)
    runs.push({ text, start, gram: gramLength(text) })
    start = end
  }
  return runs
}

function find(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from
  return pattern.exec(text)?.index
}

/** No script without spaces stands below Thai (U+0E00), nor in the extensions of Latin and Greek. */
export const BEFORE_GRAMS = /^[\x00-\u0dff\u1e00-\u1fff]*$/

/**
 * 0: written with spaces; else the length of the n-grams. Hangul is written with spaces, but its words carry particles,
 * so it is searched by bigrams as well.
 */
export function gramLength(run: string): 0 | 2 | 3 {
  if (run.charCodeAt(0) < 0x0e00) return 0
  if (IS_BIGRAM.test(run)) return 2
  return IS_TRIGRAM.test(run) ? 3 : 0
}

export const isHangul = (run: string): boolean => IS_HANGUL.test(run)

/** The characters of an n-gram run: code points, since marks of these scripts are searched for one by one. */
export const codePoints = (run: string): string[] => Array.from(run)

/** UTF-16 code units of the character that begins there. */
export const widthAt = (text: string, at: number): 1 | 2 => ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
