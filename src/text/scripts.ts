/** Scripts that put no spaces between words are cut into n-grams, one at each character. */

const HAN_KANA = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー〆'
const SOUTH_EAST_ASIAN = ['Thai', 'Lao', 'Khmer', 'Myanmar']

const IS_BIGRAM = new RegExp(`^[${HAN_KANA}\\p{Script=Hangul}]`, 'u')
const IS_HANGUL = /^\p{Script=Hangul}/u
const IS_TRIGRAM = new RegExp(`^[${SOUTH_EAST_ASIAN.map(script => `\\p{Script=${script}}`).join('')}]`, 'u')

/** The runs of one script within a word: `AI技術` is `AI` and `技術`. Everything written with spaces is one run. */
export const RUNS = new RegExp(
  [
    `[${HAN_KANA}]+`,
    ...SOUTH_EAST_ASIAN.map(script => `\\p{Script=${script}}+`),
    '\\p{Script=Hangul}+',
    `[^${HAN_KANA}${SOUTH_EAST_ASIAN.map(script => `\\p{Script=${script}}`).join('')}\\p{Script=Hangul}]+`,
  ].join('|'),
  'gu',
)

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
