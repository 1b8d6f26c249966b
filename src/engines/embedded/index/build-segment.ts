import { rankKeys, type RankedKeys } from './key-entries.ts'
import { hasPositions } from './keys.ts'
import type { PostingWriter } from './posting-writer.ts'
import type { SegmentContent } from './segment-builder.ts'
import type { Segment } from './segment.ts'
import { SegmentWriter } from './segment-writer.ts'
import type { SpaceContent } from './space-draft.ts'
import { NO_ENTRY } from './token-numbers.ts'

/** Sorts the keys and writes their postings: the larger half of the work. */
export function buildSegment({ fields, entryCount, paragraphs, units }: SegmentContent): Segment {
  const ranked = rankKeys(fields, entryCount)
  const ofParagraphs = groupByKey(paragraphs, ranked)
  const ofUnits = groupByKey(units, ranked)
  const writer = new SegmentWriter(paragraphs.columns, units.columns)
  ranked.keys.forEach((key, rank) => {
    const isPositioned = hasPositions(key.charCodeAt(0))
    writer.beginKey()
    writePostings(writer.paragraphs, { rank, isPositioned }, ofParagraphs)
    writePostings(writer.units, { rank, isPositioned }, ofUnits)
    writer.endKey(key)
  })
  return writer.finish()
}

function writePostings(
  writer: PostingWriter,
  { rank, isPositioned }: { readonly rank: number; readonly isPositioned: boolean },
  { starts, documents, positions }: GroupedOccurrences,
): void {
  const end = starts[rank + 1] as number
  for (let i = starts[rank] as number; i < end;) {
    const document = documents[i] as number
    const from = i
    while (i < end && documents[i] === document) i++
    writer.posting(document, i - from)
    if (!isPositioned) continue
    for (let k = from, last = -1; k < i; k++) {
      const position = positions[k] as number
      writer.positions.varint(position - last)
      last = position
    }
  }
}

/** Keys of all documents one after the other; `ends[d]` is where those of document `d` end. */
type Occurrences = { readonly ranks: Uint32Array; readonly ends: Uint32Array }

function ranksOf(entries: Uint32Array, rankOf: Uint32Array, ofNone: number): Uint32Array {
  const ranks = new Uint32Array(entries.length)
  for (let i = 0; i < entries.length; i++) {
    const entry = entries[i] as number
    ranks[i] = entry === NO_ENTRY ? ofNone : (rankOf[entry] as number)
  }
  return ranks
}

/** The occurrences of key `k` are those from `starts[k]` to `starts[k + 1]`. */
type GroupedOccurrences = {
  readonly starts: Uint32Array
  readonly documents: Uint32Array
  readonly positions: Uint32Array
}

/** A counting sort: the occurrences of each key in the order of documents and positions. */
function groupByKey(content: SpaceContent, { keys, rankOf }: RankedKeys): GroupedOccurrences {
  // behind the last key are the places without a token
  const keyCount = keys.length + 1
  const occurrences: Occurrences[] = [
    { ranks: ranksOf(content.terms, rankOf, keys.length), ends: content.termEnds },
    { ranks: ranksOf(content.extras, rankOf, keys.length), ends: content.extraEnds },
  ]
  const starts = new Uint32Array(keyCount + 1)
  for (const { ranks, ends } of occurrences) {
    const total = ends.at(-1) ?? 0
    for (let i = 0; i < total; i++) {
      const after = (ranks[i] as number) + 1
      starts[after] = (starts[after] as number) + 1
    }
  }
  for (let key = 0; key < keyCount; key++)
    starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number)
  const next = starts.slice()
  const documents = new Uint32Array(starts[keyCount] as number)
  const positions = new Uint32Array(starts[keyCount] as number)
  for (const { ranks, ends } of occurrences) {
    let i = 0
    ends.forEach((end, document) => {
      for (const from = i; i < end; i++) {
        const key = ranks[i] as number
        const at = next[key] as number
        next[key] = at + 1
        documents[at] = document
        positions[at] = i - from
      }
    })
  }
  return { starts, documents, positions }
}
