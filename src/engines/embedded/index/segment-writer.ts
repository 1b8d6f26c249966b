import { KeyWriter } from './encode-keys.ts'
import { holdKeys } from './held-keys.ts'
import { PostingWriter } from './posting-writer.ts'
import { createSegment, type Columns, type Segment, type UnitColumns } from './segment.ts'

/** A key as UTF-16 code units. */
export type UnitsOfKey = { readonly units: Uint16Array; readonly from: number; readonly to: number }

/**
 * Writes a segment key by key, in the order of the keys: `beginKey`, then its postings in either space, then `endKey`. Every
 * key has an entry among the postings of paragraphs, if only an empty one; the units hold the keys that they need.
 */
export class SegmentWriter {
  readonly paragraphs: PostingWriter
  readonly units: PostingWriter
  readonly #columns: Columns
  readonly #unitColumns: UnitColumns
  readonly #keys = new KeyWriter()
  readonly #held: number[] = []

  constructor(columns: Columns, unitColumns: UnitColumns) {
    this.#columns = columns
    this.#unitColumns = unitColumns
    this.paragraphs = new PostingWriter(columns.language)
    this.units = new PostingWriter(unitColumns.language)
  }

  beginKey(): void {
    this.paragraphs.beginKey()
    this.units.beginKey()
  }

  /** A key without postings is not written. */
  endKey(key: string | UnitsOfKey): void {
    if (this.paragraphs.isEmpty && this.units.isEmpty) return
    this.paragraphs.endKey()
    if (!this.units.isEmpty) {
      this.units.endKey()
      this.#held.push(this.#keys.size)
    }
    if (typeof key === 'string') this.#keys.add(key)
    else this.#keys.addUnits(key.units, key.from, key.to)
  }

  finish(): Segment {
    const held = holdKeys(this.#held, this.#keys.size)
    return createSegment(
      { ...this.#columns, ...this.#keys.finish(), ...this.paragraphs.finish() },
      { ...this.#unitColumns, ...held, ...this.units.finish() },
    )
  }
}
