import type { AnalyzedToken } from '../../../domain/analyzed.ts'
import type { Language } from '../../../domain/language.ts'
import { columnsOf, type DocumentFields } from './columns.ts'
import { COMMON_WORDS, commonWordNumber } from './common-words.ts'
import { KeyEntries, rankKeys, type FieldEntries, type KeyField } from './key-entries.ts'
import { accentKey, hasPositions, pairKey, stemKey } from './keys.ts'
import type { Columns, Segment } from './segment.ts'
import { SegmentWriter } from './segment-writer.ts'

/** One analysed paragraph on its way into a segment. */
export type SegmentDocument = DocumentFields & {
  readonly tokens: readonly AnalyzedToken[]
  /** Of the stems. */
  readonly language: Language
}

/** Everything of a segment to be, as plain data, so that another thread can build it. */
export type SegmentContent = {
  readonly fields: readonly FieldEntries[]
  /** Number of entries of all fields. */
  readonly entryCount: number
  /** Entries of the tokens of all documents one after the other; those of document `d` end at `termEnds[d]`. */
  readonly terms: Uint32Array
  readonly termEnds: Uint32Array
  readonly extras: Uint32Array
  readonly extraEnds: Uint32Array
  readonly columns: Columns
}

export type SegmentBuilder = {
  /** All paragraphs of an article are added one after the other, articles by ascending number. */
  add(document: SegmentDocument): void
  /** Documents added. */
  readonly size: number
  /** What was added, as plain data. The builder is used up afterwards. */
  content(): SegmentContent
}

/** What is known of the tokens and stems of one language. */
type LanguageKeys = { readonly tokens: Map<AnalyzedToken, number>; readonly stems: KeyField }

const NO_EXTRAS: readonly number[] = []

/** Collects documents in memory: about 10 bytes a token until `finish`. */
export function createSegmentBuilder(): SegmentBuilder {
  const entries = new KeyEntries()
  const termField = entries.field('')
  const accentField = entries.field(accentKey(''))
  const pairField = entries.field(pairKey('', '').trimEnd())
  const languages = new Map<Language, LanguageKeys>()
  const pairs = new Map<number, number>()
  const documents: DocumentFields[] = []
  const terms = new NumberList()
  const extras = new NumberList()
  const termEnds: number[] = []
  const extraEnds: number[] = []

  function languageKeys(language: Language): LanguageKeys {
    const known = languages.get(language)
    if (known !== undefined) return known
    const created = {
      tokens: new Map<AnalyzedToken, number>(),
      stems: entries.field(stemKey(language, '')),
    }
    languages.set(language, created)
    return created
  }

  /** Of each distinct token of a language, by its number: the entries of its keys, and its common word or -1. */
  const termOf: number[] = []
  const extrasOf: (readonly number[])[] = []
  const commonOf: number[] = []

  function numberToken(token: AnalyzedToken, stemField: KeyField): number {
    const { term, stems, accented } = token
    const entriesOfExtras: number[] = []
    for (const stem of stems) if (!isOwnStem(stem, token)) entriesOfExtras.push(stemField.add(stem))
    if (accented !== undefined) entriesOfExtras.push(accentField.add(accented), accentField.add(term))
    extrasOf.push(entriesOfExtras.length === 0 ? NO_EXTRAS : entriesOfExtras)
    commonOf.push(commonWordNumber(term))
    return termOf.push(termField.add(term)) - 1
  }

  function pairOf(first: AnalyzedToken, second: AnalyzedToken, both: number): number {
    const known = pairs.get(both)
    if (known !== undefined) return known
    const created = pairField.add(`${first.term} ${second.term}`)
    pairs.set(both, created)
    return created
  }

  return {
    get size() {
      return documents.length
    },
    add({ tokens, language, ...fields }) {
      const { tokens: known, stems } = languageKeys(language)
      terms.reserve(tokens.length)
      let before: AnalyzedToken | undefined
      let commonBefore = -1
      for (const token of tokens) {
        // tokens are shared between paragraphs, so that most are known by identity
        let number = known.get(token)
        if (number === undefined) known.set(token, (number = numberToken(token, stems)))
        terms.array[terms.length++] = termOf[number] as number
        const ofToken = extrasOf[number] as readonly number[]
        for (let k = 0; k < ofToken.length; k++) extras.push(ofToken[k] as number)
        const common = commonOf[number] as number
        if (common >= 0 && commonBefore >= 0 && before) {
          extras.push(pairOf(before, token, commonBefore * COMMON_WORDS + common))
        }
        before = token
        commonBefore = common
      }
      documents.push(fields)
      termEnds.push(terms.length)
      extraEnds.push(extras.length)
    },
    content() {
      const lengths = termEnds.map((end, d) => end - (termEnds[d - 1] ?? 0))
      return {
        fields: entries.fields,
        entryCount: entries.size,
        terms: terms.array.slice(0, terms.length),
        termEnds: Uint32Array.from(termEnds),
        extras: extras.array.slice(0, extras.length),
        extraEnds: Uint32Array.from(extraEnds),
        columns: columnsOf(documents, lengths),
      }
    },
  }
}

/** Sorts the keys and writes their postings: the larger half of the work. */
export function buildSegment({ fields, entryCount, columns, ...content }: SegmentContent): Segment {
  const writer = new SegmentWriter(columns)
  const { keys, rankOf } = rankKeys(fields, entryCount)
  const ofTerms = { ranks: ranksOf(content.terms, rankOf), ends: content.termEnds }
  const ofExtras = { ranks: ranksOf(content.extras, rankOf), ends: content.extraEnds }
  const occurrences = groupByKey(keys.length, ofTerms, ofExtras)
  keys.forEach((key, rank) => writeKey(writer, key, rank, occurrences))
  return writer.finish()
}

/**
 * Halves the postings of stems and loses nothing: the last stem is that of the folded form, and so the same for every
 * token with this term in this language; a query asks `stemsOf(term, language)` whether the term's list will do.
 */
const isOwnStem = (stem: string, { term, stems }: AnalyzedToken): boolean =>
  stem === term && stems.at(-1) === stem

function writeKey(
  writer: SegmentWriter,
  key: string,
  rank: number,
  { starts, documents, positions }: GroupedOccurrences,
): void {
  const isPositioned = hasPositions(key.charCodeAt(0))
  const end = starts[rank + 1] as number
  writer.beginKey()
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
  writer.endKey(key)
}

/** Keys of all documents one after the other; `ends[d]` is where those of document `d` end. */
type Occurrences = { readonly ranks: Uint32Array; readonly ends: Uint32Array }

const ranksOf = (entries: Uint32Array, rankOf: Uint32Array): Uint32Array =>
  entries.map(entry => rankOf[entry] as number)

/** The occurrences of key `k` are those from `starts[k]` to `starts[k + 1]`. */
type GroupedOccurrences = {
  readonly starts: Uint32Array
  readonly documents: Uint32Array
  readonly positions: Uint32Array
}

/** A counting sort: the occurrences of each key in the order of documents and positions. */
function groupByKey(keyCount: number, terms: Occurrences, extras: Occurrences): GroupedOccurrences {
  const starts = new Uint32Array(keyCount + 1)
  for (const { ranks, ends } of [terms, extras]) {
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
  for (const { ranks, ends } of [terms, extras]) {
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

/** Numbers that grow at the end. */
class NumberList {
  array = new Uint32Array(1 << 12)
  length = 0

  push(value: number): void {
    if (this.length === this.array.length) this.reserve(1)
    this.array[this.length++] = value
  }

  /** Room for that many more, which may then be written at `length` without asking. */
  reserve(more: number): void {
    if (this.length + more <= this.array.length) return
    const grown = new Uint32Array(Math.max(this.array.length * 2, this.length + more))
    grown.set(this.array)
    this.array = grown
  }
}
