import { countsOf, setPostingBits, type PostingList } from './postings.ts'
import { NO_DOCUMENT, PositionCursor } from './position-cursor.ts'
import { bitsToDocuments } from './posting-lists.ts'
import type { PreparedPhrase, PreparedStep } from './prepared-clause.ts'
import type { DocumentSpace } from './segment.ts'

/** Only these documents, ascending, are asked for. */
export type Candidates = { readonly docs: Uint32Array; readonly n: number }

/** A step in one segment: its terms' cursors and the documents that can hold it. */
type OpenStep = {
  readonly maxGap: number
  readonly isOptional: boolean
  readonly cursors: readonly PositionCursor[]
  readonly bits: Uint32Array | undefined
}

/**
 * The documents of segment `i` in which the steps follow each other, with the number of places where the last one ends.
 * Documents with all required terms are found first, the rarest term leading; then the chain is followed by positions.
 */
export function matchPhrase(
  phrase: PreparedPhrase,
  { space, i, candidates }: { space: DocumentSpace; i: number; candidates?: Candidates },
  out: PostingList,
): number {
  const gates = openGates(phrase, space, i)
  if (gates === undefined) return 0
  const steps = phrase.steps.map(step => openStep(step, space, i))
  const chain = new Chain()
  let size = 0
  for (const document of gatedDocuments(gates, candidates ?? withoutGates(phrase, gates, { space, i }))) {
    const places = chain.follow(steps, document)
    if (places === 0) continue
    out.docs[size] = document
    out.values[size++] = places
  }
  return size
}

/** Cursors of all keys that a match must hold, the rarest first; undefined when one of them does not occur. */
function openGates(
  { steps, pairs }: PreparedPhrase,
  space: DocumentSpace,
  i: number,
): PositionCursor[] | undefined {
  const keys: number[] = pairs.map(pair => pair[i] as number)
  for (const { step, ranges } of steps) {
    if (step.optional) continue
    const [from, to] = ranges[i] as readonly [number, number]
    if (from === to) return undefined
    if (!step.prefix) keys.push(from)
  }
  if (keys.some(t => t < 0)) return undefined
  keys.sort((a, b) => (space.df[a] as number) - (space.df[b] as number))
  return keys.map(t => new PositionCursor(space, t))
}

/** A phrase of nothing but prefixes and optional steps: every document that holds one of them. */
function withoutGates(
  { steps }: PreparedPhrase,
  gates: readonly PositionCursor[],
  { space, i }: { space: DocumentSpace; i: number },
): Candidates | undefined {
  if (gates.length > 0) return undefined
  const bits = new Uint32Array((space.size + 31) >>> 5)
  for (const { ranges } of steps) {
    const [from, to] = ranges[i] as readonly [number, number]
    for (let t = from; t < to; t++) setPostingBits(space, t, countsOf(space, t) < 0, bits)
  }
  const docs = new Uint32Array(space.size)
  return { docs, n: bitsToDocuments(bits, docs) }
}

function openStep({ step, ranges, bits }: PreparedStep, space: DocumentSpace, i: number): OpenStep {
  const [from, to] = ranges[i] as readonly [number, number]
  const cursors = Array.from({ length: to - from }, (_, k) => new PositionCursor(space, from + k))
  return { maxGap: step.maxGap, isOptional: step.optional === true, cursors, bits: bits?.[i] }
}

/** The documents, ascending, at which all gates meet. */
function* gatedDocuments(
  gates: readonly PositionCursor[],
  candidates: Candidates | undefined,
): Generator<number> {
  let c = 0
  let target = 0
  for (;;) {
    if (candidates !== undefined) {
      while (c < candidates.n && (candidates.docs[c] as number) < target) c++
      if (c === candidates.n) return
      target = candidates.docs[c] as number
    }
    let document = target
    for (const gate of gates) {
      document = gate.advance(target)
      if (document === NO_DOCUMENT) return
      if (document > target) break
    }
    if (document === target) {
      yield target
      target++
    } else {
      target = document
    }
  }
}

/** Up to 64 bytes a typed array lives on the heap and costs little to make. */
const FEW_PLACES = 16

/** Follows the steps through one document after the other; keeps its room for positions. */
class Chain {
  /** Where the chain can stand after the steps so far, ascending. */
  #ends: Uint32Array = new Uint32Array(FEW_PLACES)
  /** By how many tokens more the next step may be away from that end: the gaps of optional steps that are missing. */
  #slacks: Uint32Array = new Uint32Array(FEW_PLACES)
  #places: Uint32Array = new Uint32Array(FEW_PLACES)

  /** In how many places of the document the chain can end; 0: it does not match. */
  follow(steps: readonly OpenStep[], document: number): number {
    let ends = 0
    // as long as nothing but optional steps came before, the chain may begin anywhere
    let isOpen = true
    for (const step of steps) {
      const places = this.#placesOf(step, document)
      const reached = isOpen ? places : this.#keepReached(ends, places, step.maxGap)
      if (step.isOptional) {
        ends = this.#addReached(ends, reached, step.maxGap)
        continue
      }
      if (reached === 0) return 0
      this.#moveToPlaces(reached)
      ends = reached
      isOpen = false
    }
    return ends
  }

  #placesOf({ cursors, bits }: OpenStep, document: number): number {
    if (bits !== undefined && (((bits[document >>> 5] as number) >>> (document & 31)) & 1) === 0) return 0
    let size = 0
    for (const cursor of cursors) {
      if (cursor.advance(document) !== document) continue
      this.#places = withRoom(this.#places, size + cursor.tf)
      size += cursor.positions(size === 0 ? this.#places : this.#places.subarray(size))
    }
    if (cursors.length > 1) this.#places.subarray(0, size).sort()
    return size
  }

  /** Keeps the places that are at most `maxGap` tokens, and the slack, behind one of the ends; gives their number. */
  #keepReached(ends: number, places: number, maxGap: number): number {
    let reached = 0
    // how far the ends before the place reach
    let farthest = -1
    for (let p = 0, e = 0; p < places; p++) {
      const place = this.#places[p] as number
      for (; e < ends && (this.#ends[e] as number) < place; e++) {
        farthest = Math.max(farthest, (this.#ends[e] as number) + (this.#slacks[e] as number) + maxGap + 1)
      }
      if (place <= farthest) this.#places[reached++] = place
    }
    return reached
  }

  #moveToPlaces(reached: number): void {
    const ends = this.#ends
    this.#ends = this.#places
    this.#places = ends
    this.#slacks = withRoom(this.#slacks, reached).fill(0, 0, reached)
  }

  /** After an optional step the chain stands where it stood, or where the step does. */
  #addReached(ends: number, reached: number, maxGap: number): number {
    const slackOf = new Map<number, number>()
    for (let r = 0; r < reached; r++) slackOf.set(this.#places[r] as number, 0)
    for (let e = 0; e < ends; e++) slackOf.set(this.#ends[e] as number, (this.#slacks[e] as number) + maxGap)
    const sorted = [...slackOf].sort(([a], [b]) => a - b)
    this.#ends = withRoom(this.#ends, sorted.length)
    this.#slacks = withRoom(this.#slacks, sorted.length)
    sorted.forEach(([end, slack], k) => {
      this.#ends[k] = end
      this.#slacks[k] = slack
    })
    return sorted.length
  }
}

function withRoom(array: Uint32Array, size: number): Uint32Array {
  if (size <= array.length) return array
  const grown = new Uint32Array(size * 2)
  grown.set(array)
  return grown
}
