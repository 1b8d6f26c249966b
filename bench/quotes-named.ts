import { innerSpan, pairedMarks, range } from './quotes-marks.ts'
import { childrenOf } from './treebank.ts'
import type { Sentence } from './treebank.ts'

export type Span = { readonly start: number; readonly end: number }

const NAMING: ReadonlySet<string> = new Set(['appos', 'flat', 'compound', 'nmod'])
const MOST_WORDS = 4

/**
 * Marked spans that name something and that nobody says: up to four words that hang on a noun as its name (*the ferry
 * “Havlind”*), in a sentence without any verb that governs a quoted clause elsewhere in the same files.
 */
export function namedSpans(
  { words }: Sentence,
  text: string,
  isSaying: (lemma: string) => boolean,
): readonly Span[] {
  if (words.some(({ pos, lemma }) => pos === 'VERB' && isSaying(lemma))) return []
  const children = childrenOf(words)
  return pairedMarks(words).flatMap(pair => {
    const [open, close] = pair
    const inner = range(open + 1, close).filter(index => words[index]?.pos !== 'PUNCT')
    const isOutside = (index: number) => index <= open || index >= close
    const heads = inner.filter(index => isOutside(words[index]?.head ?? -1))
    const [head] = heads
    const word = head === undefined ? undefined : words[head]
    if (head === undefined || word === undefined || heads.length > 1 || inner.length > MOST_WORDS) return []
    const isName = /^(?:PROPN|NOUN|X)$/u.test(word.pos) && NAMING.has(word.relation)
    const onNoun = /^(?:NOUN|PROPN)$/u.test(words[word.head]?.pos ?? '')
    const isMarked = (children[head] ?? []).some(index => words[index]?.relation === 'case')
    const afterColon = /^[:：]$/u.test(words[open - 1]?.form ?? '')
    return isName && onNoun && !isMarked && !afterColon ? [innerSpan(words, pair, text)] : []
  })
}
