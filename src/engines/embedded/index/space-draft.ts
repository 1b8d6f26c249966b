import { COMMON_WORDS } from './common-words.ts'
import type { KeyEntries } from './key-entries.ts'
import { pairKey } from './keys.ts'
import { NumberList } from './number-list.ts'
import type { TokenNumbers } from './token-numbers.ts'

/** The keys of a space of documents to be, as plain data. */
export type SpaceContent = {
  /** Entries of the tokens of all documents one after the other; those of document `d` end at `termEnds[d]`. */
  readonly terms: Uint32Array
  readonly termEnds: Uint32Array
  /** Of keys without positions, likewise. */
  readonly extras: Uint32Array
  readonly extraEnds: Uint32Array
}

/** The documents of one space of a segment to be. */
export type SpaceDraft = {
  /** A document of the tokens with the numbers from `from` to `to`, and of more keys than theirs. */
  add(numbers: Uint32Array, range: { from: number; to: number }, more?: readonly number[]): void
  content(): SpaceContent
}

/** Gives entries of pairs of common words, which all spaces of a segment share. */
export type PairEntries = (first: number, second: number) => number

/** `first` and `second`: numbers of tokens. */
export function createPairEntries(entries: KeyEntries, { term, common }: TokenNumbers): PairEntries {
  const field = entries.field(pairKey('', '').trimEnd())
  const known = new Map<number, number>()
  return (first, second) => {
    const both = (common[first] as number) * COMMON_WORDS + (common[second] as number)
    let entry = known.get(both)
    if (entry === undefined) known.set(both, (entry = field.add(`${term[first]} ${term[second]}`)))
    return entry
  }
}

export function createSpaceDraft(tokenNumbers: TokenNumbers, pairOf: PairEntries): SpaceDraft {
  const { termEntry, extraEntries, common } = tokenNumbers
  const terms = new NumberList()
  const extras = new NumberList()
  const termEnds: number[] = []
  const extraEnds: number[] = []
  return {
    add(numbers, { from, to }, more = []) {
      const ofTerms = terms.reserve(to - from)
      // a pair for every token at most
      const ofExtras = extras.reserve((to - from) * (tokenNumbers.mostExtras() + 1))
      let term = terms.length
      let extra = extras.length
      let isCommonBefore = false
      for (let at = from; at < to; at++) {
        const number = numbers[at] as number
        ofTerms[term++] = termEntry[number] as number
        const ofToken = extraEntries[number] as readonly number[]
        for (let k = 0; k < ofToken.length; k++) ofExtras[extra++] = ofToken[k] as number
        const isCommon = (common[number] as number) >= 0
        if (isCommon && isCommonBefore) ofExtras[extra++] = pairOf(numbers[at - 1] as number, number)
        isCommonBefore = isCommon
      }
      terms.length = term
      extras.length = extra
      for (const entry of more) extras.push(entry)
      termEnds.push(term)
      extraEnds.push(extras.length)
    },
    content: () => ({
      terms: terms.finish(),
      termEnds: Uint32Array.from(termEnds),
      extras: extras.finish(),
      extraEnds: Uint32Array.from(extraEnds),
    }),
  }
}
