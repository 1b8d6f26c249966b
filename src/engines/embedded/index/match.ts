import { matchPhrase } from './match-phrase.ts'
import {
  bitsToDocuments,
  keepFound,
  keepLanguages,
  type ListPool,
  swapLists,
  unite,
} from './posting-lists.ts'
import { withDocuments, type DocumentSet } from './prefix-sets.ts'
import { lookUpPostings, readPostings, type PostingList } from './postings.ts'
import type { PreparedAnd, PreparedClause, PreparedOr, PreparedWord } from './prepared-clause.ts'
import type { DocumentSpace } from './segment.ts'

/** Documents to look a clause up in, ascending. */
export type Wanted = { readonly docs: Uint32Array; readonly n: number }

/** Answers what a single clause matches in segment `i`: counts of occurrences, 1 for a prefix. */
export type Matcher = {
  /** All documents, ascending, with their counts; gives their number. May exchange the arrays of `out`. */
  collect(clause: PreparedClause, i: number, out: PostingList): number
  /** `found[k]` is how often the clause occurs in `wanted.docs[k]`, 0 where it does not match. */
  lookUp(clause: PreparedClause, i: number, wanted: Wanted, found: Float32Array): void
  /** The set with the documents of the word; the same set when they are all in it. */
  withWord(word: PreparedWord, i: number, set: DocumentSet): DocumentSet
}

export function createMatcher(spaces: readonly DocumentSpace[], pool: ListPool): Matcher {
  const spaceAt = (i: number): DocumentSpace => spaces[i] as DocumentSpace

  function collect(clause: PreparedClause, i: number, out: PostingList): number {
    switch (clause.kind) {
      case 'word':
        return collectWord(clause, i, out)
      case 'prefix': {
        const n = bitsToDocuments(clause.bits[i] as Uint32Array, out.docs)
        out.values.fill(1, 0, n)
        return n
      }
      case 'phrase':
        return matchPhrase(clause, { space: spaceAt(i), i }, out)
      case 'and':
        return collectAnd(clause, i, out)
      case 'or':
        return clause.of.reduce((n, one) => addTo(out, n, list => collect(one, i, list)), 0)
    }
  }

  function collectWord({ alternatives }: PreparedWord, i: number, out: PostingList): number {
    const space = spaceAt(i)
    let n = 0
    for (const { keys, mask } of alternatives) {
      const t = keys[i] as number
      if (t < 0) continue
      n = addTo(out, n, list => {
        const read = readPostings(space, t, list)
        return mask ? keepLanguages(list, read, mask, space.language) : read
      })
    }
    return n
  }

  /** Unites `out` with what `read` writes into a list; gives the number of documents. */
  function addTo(out: PostingList, n: number, read: (list: PostingList) => number): number {
    if (n === 0) return read(out)
    const list = pool.take()
    const m = read(list)
    if (m === 0) {
      pool.give(list)
      return n
    }
    const union = pool.take()
    const size = unite(out, n, list, m, union)
    swapLists(out, union)
    pool.give(list, union)
    return size
  }

  function collectAnd({ of }: PreparedAnd, i: number, out: PostingList): number {
    const [rarest, ...others] = of.toSorted((a, b) => a.total - b.total)
    if (rarest === undefined) {
      const { size } = spaceAt(i)
      for (let document = 0; document < size; document++) out.docs[document] = document
      out.values.fill(1, 0, size)
      return size
    }
    let n = collect(rarest, i, out)
    const list = pool.take()
    for (const clause of others) {
      lookUp(clause, i, { docs: out.docs, n }, list.values)
      n = keepFound(out, n, list.values, 1)
    }
    pool.give(list)
    return n
  }

  function lookUp(clause: PreparedClause, i: number, wanted: Wanted, found: Float32Array): void {
    switch (clause.kind) {
      case 'word':
        return lookUpWord(clause, i, wanted, found)
      case 'prefix': {
        const bits = clause.bits[i] as Uint32Array
        for (let k = 0; k < wanted.n; k++) {
          const document = wanted.docs[k] as number
          found[k] = ((bits[document >>> 5] as number) >>> (document & 31)) & 1
        }
        return
      }
      case 'phrase': {
        const list = pool.take()
        const m = matchPhrase(clause, { space: spaceAt(i), i, candidates: wanted }, list)
        for (let k = 0, j = 0; k < wanted.n; k++) {
          found[k] = j < m && list.docs[j] === wanted.docs[k] ? (list.values[j++] as number) : 0
        }
        pool.give(list)
        return
      }
      case 'and':
      case 'or':
        return lookUpParts(clause, i, wanted, found)
    }
  }

  function lookUpWord(
    { alternatives }: PreparedWord,
    i: number,
    { docs, n }: Wanted,
    found: Float32Array,
  ): void {
    const space = spaceAt(i)
    const { language } = space
    const list = pool.take()
    const counts = list.values
    found.fill(0, 0, n)
    for (const { keys, mask } of alternatives) {
      const t = keys[i] as number
      if (t < 0) continue
      lookUpPostings(space, t, { candidates: docs, n, found: counts })
      if (mask)
        for (let k = 0; k < n; k++) {
          counts[k] = (counts[k] as number) * (mask[language[docs[k] as number] as number] as number)
        }
      for (let k = 0; k < n; k++) found[k] = (found[k] as number) + (counts[k] as number)
    }
    pool.give(list)
  }

  function lookUpParts(
    { kind, of }: PreparedAnd | PreparedOr,
    i: number,
    wanted: Wanted,
    found: Float32Array,
  ): void {
    const list = pool.take()
    const counts = list.values
    const isAnd = kind === 'and'
    found.fill(isAnd ? 1 : 0, 0, wanted.n)
    for (const one of of) {
      lookUp(one, i, wanted, counts)
      for (let k = 0; k < wanted.n; k++) {
        const before = found[k] as number
        const count = counts[k] as number
        found[k] = isAnd && (before === 0 || count === 0) ? 0 : before + count
      }
    }
    pool.give(list)
  }

  return {
    collect,
    lookUp,
    withWord(word, i, set) {
      const list = pool.take()
      const n = collectWord(word, i, list)
      const added = withDocuments(set, spaceAt(i), { docs: list.docs, n })
      pool.give(list)
      return added
    },
  }
}
