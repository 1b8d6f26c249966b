/** A text as words and what stands between them, so that words can be taken out and put in. */
export type Words = {
  readonly words: readonly string[]
  /** Between two words: a space, or nothing in scripts without spaces. */
  readonly space: ' ' | ''
}

const SEGMENTERS = new Map<string, Intl.Segmenter>()

/** By the dictionaries of ICU and not by our tokenizer, which is on trial here. Marks go. */
export function wordsOf(text: string, language: string): Words {
  const segmenter = SEGMENTERS.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  SEGMENTERS.set(language, segmenter)
  const words = [...segmenter.segment(text)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment)
  return { words, space: /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(text) ? '' : ' ' }
}

export const textOf = ({ words, space }: Words): string => words.join(space)
