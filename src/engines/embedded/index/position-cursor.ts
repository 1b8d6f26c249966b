import { blockEntryOf, countsOf, firstBlockReaching } from './postings.ts'
import { BLOCK, type DocumentSpace } from './segment.ts'

/** Beyond every document. */
export const NO_DOCUMENT = 0x7fffffff

/** Walks the documents of one term in ascending order and reads the term's positions in them. */
export class PositionCursor {
  /** -1 before the first `advance`, `NO_DOCUMENT` past the end. */
  document = -1
  readonly #space: DocumentSpace
  readonly #size: number
  readonly #counts: number
  readonly #firstBlock: number
  readonly #endBlock: number
  #block: number
  #at: number
  #read = 0
  #tf = 0
  #positionAt: number
  /** Positions between `positionAt` and those of `document`; below zero when those of `document` were read. */
  #skip = 0

  constructor(space: DocumentSpace, t: number) {
    const entry = blockEntryOf(space, t)
    this.#space = space
    this.#size = space.df[t] as number
    this.#counts = countsOf(space, t)
    this.#firstBlock = entry < 0 ? 0 : (space.blockFirst[entry] as number)
    this.#endBlock = entry < 0 ? 0 : (space.blockFirst[entry + 1] as number)
    this.#block = this.#firstBlock
    this.#at = space.postStart[t] as number
    this.#positionAt = space.positionStart[t] as number
  }

  /** Occurrences in `document`. */
  get tf(): number {
    return this.#tf
  }

  /** Moves to the first document that is not before `target`, and gives it. Never backwards. */
  advance(target: number): number {
    if (this.document >= target) return this.document
    this.#leap(target)
    const { post, count } = this.#space
    let document = this.document
    let at = this.#at
    let read = this.#read
    let tf = this.#tf
    let skip = this.#skip
    while (document < target && read < this.#size) {
      skip += tf
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
      if (this.#counts >= 0) {
        document += head
        tf = count[this.#counts + read++] as number
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
    this.#at = at
    this.#read = read
    this.#skip = skip
    this.#tf = tf
    this.document = document < target ? NO_DOCUMENT : document
    return this.document
  }

  /** Reads the ascending positions in `document` into `out`, which must hold `tf`; gives their number. Once a document. */
  positions(out: Uint32Array): number {
    const { position } = this.#space
    let at = this.#positionAt
    for (let i = this.#skip; i > 0; i--) while ((position[at++] as number) > 127);
    let last = -1
    for (let i = 0; i < this.#tf; i++) {
      let delta = position[at++] as number
      if (delta > 127) {
        let shift = 7
        delta &= 127
        let byte: number
        do {
          byte = position[at++] as number
          delta |= (byte & 127) << shift
          shift += 7
        } while (byte > 127)
      }
      out[i] = last += delta
    }
    this.#positionAt = at
    this.#skip = -this.#tf
    return this.#tf
  }

  #leap(target: number): void {
    const { blockLast, blockPost, blockPosition } = this.#space
    if (this.#block >= this.#endBlock || (blockLast[this.#block] as number) >= target) return
    const block = firstBlockReaching(blockLast, target, this.#block, this.#endBlock)
    this.#block = block
    this.document = blockLast[block - 1] as number
    this.#at = blockPost[block - 1] as number
    this.#positionAt = blockPosition[block - 1] as number
    this.#read = (block - this.#firstBlock) * BLOCK
    this.#tf = 0
    this.#skip = 0
  }
}
