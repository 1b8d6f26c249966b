import { BLOCK, NO_COUNTS, type DocumentSpace } from './segment.ts'

/** Documents in ascending order, each with a number: how often a clause occurs there, or its score. */
export type PostingList = { docs: Uint32Array; values: Float32Array }

/** The entry of a key in the block table, or -1 for a key of a single block. */
export function blockEntryOf({ df, blockKey }: DocumentSpace, t: number): number {
  if ((df[t] as number) <= BLOCK) return -1
  let low = 0
  let high = blockKey.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blockKey[middle] as number) < t) low = middle + 1
    else high = middle
  }
  return low
}

/** Where the counts of a long list begin in `count`, or -1 when they stand between the deltas. */
export function countsOf(space: DocumentSpace, t: number): number {
  const entry = blockEntryOf(space, t)
  if (entry < 0) return -1
  const start = space.countStart[entry] as number
  return start === NO_COUNTS ? -1 : start
}

/** Reads all documents of a key with their counts; gives their number. The list must hold `df` entries. */
export function readPostings(space: DocumentSpace, t: number, { docs, values }: PostingList): number {
  const counts = countsOf(space, t)
  if (counts >= 0) {
    const size = space.df[t] as number
    readDeltas(space, t, docs)
    values.set(space.count.subarray(counts, counts + size))
    return size
  }
  return readShortList(space, t, docs, values)
}

function readDeltas({ post, df, postStart }: DocumentSpace, t: number, docs: Uint32Array): void {
  const size = df[t] as number
  let at = postStart[t] as number
  let document = -1
  for (let i = 0; i < size; i++) {
    let delta = post[at++] as number
    if (delta > 127) {
      let shift = 7
      delta &= 127
      let byte: number
      do {
        byte = post[at++] as number
        delta |= (byte & 127) << shift
        shift += 7
      } while (byte > 127)
    }
    docs[i] = document += delta
  }
}

function readShortList(
  { post, df, postStart }: DocumentSpace,
  t: number,
  docs: Uint32Array,
  values: Float32Array,
): number {
  const size = df[t] as number
  let at = postStart[t] as number
  let document = -1
  for (let i = 0; i < size; i++) {
    let head = post[at++] as number
    if (head > 127) {
      let shift = 7
      head &= 127
      let byte: number
      do {
        byte = post[at++] as number
        head |= (byte & 127) << shift
        shift += 7
      } while (byte > 127)
    }
    document += head >>> 1
    let tf = 1
    if (head & 1) {
      tf = post[at++] as number
      if (tf > 127) {
        let shift = 7
        tf &= 127
        let byte: number
        do {
          byte = post[at++] as number
          tf |= (byte & 127) << shift
          shift += 7
        } while (byte > 127)
      }
    }
    docs[i] = document
    values[i] = tf
  }
  return size
}

/** Sets the bit of every document of a key; gives their number. */
export function setPostingBits(
  { post, df, postStart }: DocumentSpace,
  t: number,
  hasCounts: boolean,
  bits: Uint32Array,
): number {
  const size = df[t] as number
  // the low bit tells that a count follows
  const flag = hasCounts ? 1 : 0
  let at = postStart[t] as number
  let document = -1
  for (let i = 0; i < size; i++) {
    let head = post[at++] as number
    if (head > 127) {
      let shift = 7
      head &= 127
      let byte: number
      do {
        byte = post[at++] as number
        head |= (byte & 127) << shift
        shift += 7
      } while (byte > 127)
    }
    document += head >>> flag
    if (head & flag) while ((post[at++] as number) > 127);
    bits[document >>> 5] = (bits[document >>> 5] as number) | (1 << (document & 31))
  }
  return size
}

/** For `n` candidates in ascending order: `found[i]` is how often the key occurs in `candidates[i]`. Leaps over blocks. */
export function lookUpPostings(
  space: DocumentSpace,
  t: number,
  { candidates, n, found }: { candidates: Uint32Array; n: number; found: Float32Array },
): void {
  const { post, blockLast, blockPost, blockFirst, count } = space
  const size = space.df[t] as number
  const entry = blockEntryOf(space, t)
  const counts = countsOf(space, t)
  const firstBlock = entry < 0 ? 0 : (blockFirst[entry] as number)
  const endBlock = entry < 0 ? 0 : (blockFirst[entry + 1] as number)
  let block = firstBlock
  let read = 0
  let at = space.postStart[t] as number
  let document = -1
  let tf = 0
  for (let i = 0; i < n; i++) {
    const target = candidates[i] as number
    if (document < target && block < endBlock && (blockLast[block] as number) < target) {
      block = firstBlockReaching(blockLast, target, block, endBlock)
      document = blockLast[block - 1] as number
      at = blockPost[block - 1] as number
      read = (block - firstBlock) * BLOCK
    }
    while (document < target && read < size) {
      let head = post[at++] as number
      if (head > 127) {
        let shift = 7
        head &= 127
        let byte: number
        do {
          byte = post[at++] as number
          head |= (byte & 127) << shift
          shift += 7
        } while (byte > 127)
      }
      if (counts >= 0) {
        document += head
        tf = count[counts + read++] as number
        continue
      }
      document += head >>> 1
      read++
      tf = 1
      if (head & 1) {
        tf = post[at++] as number
        if (tf > 127) {
          let shift = 7
          tf &= 127
          let byte: number
          do {
            byte = post[at++] as number
            tf |= (byte & 127) << shift
            shift += 7
          } while (byte > 127)
        }
      }
    }
    found[i] = document === target ? tf : 0
  }
}

/** The first block whose last document is not before `target`, by galloping; `end` is the last, open block. */
export function firstBlockReaching(
  blockLast: Uint32Array,
  target: number,
  from: number,
  end: number,
): number {
  let step = 1
  while (from + step < end && (blockLast[from + step] as number) < target) step <<= 1
  let low = from + (step >> 1)
  let high = Math.min(end, from + step)
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blockLast[middle] as number) < target) low = middle + 1
    else high = middle
  }
  return low
}

/** Adds the document frequency of a key, by language, to `frequencies`. */
export function addLanguageFrequencies(space: DocumentSpace, t: number, frequencies: number[]): void {
  const { languageFirst, languageId, languageDf, language } = space
  const entry = blockEntryOf(space, t)
  if (entry >= 0) {
    const end = languageFirst[entry + 1] as number
    for (let i = languageFirst[entry] as number; i < end; i++) {
      const number = languageId[i] as number
      frequencies[number] = (frequencies[number] as number) + (languageDf[i] as number)
    }
    return
  }
  const { post } = space
  const size = space.df[t] as number
  let at = space.postStart[t] as number
  let document = -1
  for (let i = 0; i < size; i++) {
    let head = post[at++] as number
    if (head > 127) {
      let shift = 7
      head &= 127
      let byte: number
      do {
        byte = post[at++] as number
        head |= (byte & 127) << shift
        shift += 7
      } while (byte > 127)
    }
    document += head >>> 1
    if (head & 1) while ((post[at++] as number) > 127);
    const number = language[document] as number
    frequencies[number] = (frequencies[number] as number) + 1
  }
}
