import { postingsOf } from './held-keys.ts'
import { KeyWalk } from './key-walk.ts'
import { hasPositions } from './keys.ts'
import type { PostingWriter } from './posting-writer.ts'
import { readPostings, type PostingList } from './postings.ts'
import type { DocumentSpace } from './segment.ts'
import type { SegmentWriter } from './segment-writer.ts'

/** The new number of a document that is left out. */
export const GONE = -1

/** A space of documents on its way into another, where each of its documents has a new number, or is `GONE`. */
export type Renumbered = { readonly space: DocumentSpace; readonly map: Int32Array }

export type MergedSegment = {
  readonly paragraphs: Renumbered
  readonly units: Renumbered
}

/** Writes the postings of several segments as one. */
export function mergePostings(segments: readonly MergedSegment[], writer: SegmentWriter): void {
  const sizes = segments.flatMap(({ paragraphs, units }) => [paragraphs.space.size, units.space.size])
  const largest = Math.max(0, ...sizes)
  const list: PostingList = { docs: new Uint32Array(largest), values: new Float32Array(largest) }
  const ofParagraphs = segments.map(
    ({ paragraphs }) => new PostingCopier(paragraphs, list, writer.paragraphs),
  )
  const ofUnits = segments.map(({ units }) => new PostingCopier(units, list, writer.units))
  const walk = new KeyWalk(segments.map(({ paragraphs }) => paragraphs.space.dictionary))
  for (let count = walk.next(); count > 0; count = walk.next()) {
    const key = walk.unitsOf(walk.holder(0))
    const isPositioned = hasPositions(key.units[key.from] as number)
    writer.beginKey()
    for (let k = 0; k < count; k++) {
      const i = walk.holder(k)
      const t = walk.keyOf(i)
      ofParagraphs[i]?.copy(t, isPositioned)
      ofUnits[i]?.copy(t, isPositioned)
    }
    writer.endKey(key)
  }
}

/** Copies the postings of one key after the other. */
class PostingCopier {
  readonly #space: DocumentSpace
  readonly #map: Int32Array
  readonly #list: PostingList
  readonly #writer: PostingWriter

  constructor({ space, map }: Renumbered, list: PostingList, writer: PostingWriter) {
    this.#space = space
    this.#map = map
    this.#list = list
    this.#writer = writer
  }

  /** `key`: its number in the dictionary. */
  copy(key: number, isPositioned: boolean): void {
    const t = postingsOf(this.#space, key)
    if (t < 0) return
    const { position, positionStart } = this.#space
    const { docs, values } = this.#list
    const size = readPostings(this.#space, t, this.#list)
    let at = positionStart[t] as number
    for (let k = 0; k < size; k++) {
      const tf = values[k] as number
      const from = at
      if (isPositioned) for (let j = tf; j > 0; j--) while ((position[at++] as number) > 127);
      const document = this.#map[docs[k] as number] as number
      if (document === GONE) continue
      this.#writer.posting(document, tf)
      if (isPositioned) this.#writer.positions.copy(position, from, at)
    }
  }
}
