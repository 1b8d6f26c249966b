import type { AnalyzedToken } from '../../../../src/domain/analyzed.ts'
import type { Language } from '../../../../src/domain/language.ts'
import { QUOTE_KINDS, type ParagraphKind } from '../../../../src/domain/paragraph.ts'
import { buildSegment } from '../../../../src/engines/embedded/index/build-segment.ts'
import type { Names } from '../../../../src/engines/embedded/index/names.ts'
import type { Segment } from '../../../../src/engines/embedded/index/segment.ts'
import {
  createSegmentBuilder,
  type DocumentQuote,
  type SegmentDocument,
} from '../../../../src/engines/embedded/index/segment-builder.ts'
import { openSnapshot, type Snapshot } from '../../../../src/engines/embedded/index/snapshot.ts'
import { createAnalyzer } from '../../../../src/text/analyze.ts'

/** A seeded generator of numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type Random = () => number
export const below = (random: Random, end: number): number => Math.floor(random() * end)
/** `values` must not be empty. */
export const pick = <T>(random: Random, values: readonly T[]): T => values[below(random, values.length)] as T

/** Few words, so that they meet often: inflections, accents, common words, scripts without spaces, numbers. */
// oxfmt-ignore
export const WORDS: Readonly<Partial<Record<Language, readonly string[]>>> = {
  en: ['the', 'of', 'to', 'summit', 'summits', 'run', 'running', 'runs', 'news', 'new', 'minister', 'ministers', '2018', 'Paris'],
  fr: ['le', 'de', 'la', 'négociées', 'negociees', 'négocier', 'sommet', 'sommets', 'pêche', 'peche', 'ministre', 'Paris', '1 000'],
  nb: ['og', 'i', 'det', 'toppmøte', 'toppmøtet', 'toppmøter', 'minister', 'ministeren', 'løp', 'run', 'Paris', '2018'],
  zh: ['技术', '技术发展', '发展', '中国', '国家', '的', '2018'],
  und: ['zq', 'Paris', 'run', 'summit'],
}
export const CORPUS_LANGUAGES: readonly Language[] = ['en', 'fr', 'nb', 'zh', 'und']

export const NAMES: Names = {
  languages: CORPUS_LANGUAGES,
  sources: ['Le Monde', 'Aftenposten', 'The Herald', 'LE MONDE'],
  authors: ['Ada Lind', 'Bo Ek', 'ada lind'],
  // one person in two spellings and two scripts, one whose name is part of it, one with the same consonants
  speakers: ['Ada Lind', 'ADA LIND', 'Ада Линд', 'Lind', 'Oda Lund', 'the minister'],
}

/** What the naive evaluation looks at: a document of the index and where it is. */
export type TestDocument = SegmentDocument & { readonly isDeleted: boolean }

/** Dates before 1970, around a month's end, and none. */
const DATES = [undefined, -11_000_000_000, -86_400, 0, 1_517_443_199, 1_517_443_200, 1_520_000_000]

export function randomDocuments(random: Random, articles: number): TestDocument[] {
  const analyze = createAnalyzer()
  const documents: TestDocument[] = []
  for (let article = 0; article < articles; article++) {
    const language = pick(random, CORPUS_LANGUAGES)
    const publishedAt = pick(random, DATES)
    const source = below(random, NAMES.sources.length)
    const authors = NAMES.authors.map((_, number) => number).filter(() => random() < 0.4)
    const hidden = random()
    const isDeleted = random() < 0.1
    const paragraphs = 1 + below(random, 4)
    for (let position = 0; position < paragraphs; position++) {
      const ownLanguage = random() < 0.15 ? pick(random, CORPUS_LANGUAGES) : language
      const tokens = analyze(randomText(random, ownLanguage), ownLanguage)
      documents.push({
        tokens,
        quotes: randomQuotes(random, tokens.length),
        language: ownLanguage,
        languageNumber: CORPUS_LANGUAGES.indexOf(ownLanguage),
        source,
        authors,
        kind: kindOf(random, position),
        ...(publishedAt !== undefined && { publishedAt }),
        ...(hidden < 0.1 && { visibleFrom: 1000 }),
        ...(hidden > 0.9 && { visibleUntil: 500 }),
        article: article + 10,
        row: documents.length + 1,
        // neither in the order of documents nor of the same length
        id: `a${below(random, 40)}-${article}_${position}`,
        isDeleted,
      })
    }
  }
  return documents
}

/** Anywhere and across each other: what finds them promises no order. */
function randomQuotes(random: Random, length: number): DocumentQuote[] {
  if (random() < 0.4) return []
  return Array.from({ length: 1 + below(random, 3) }, () => {
    const first = below(random, length + 1)
    const speaker = below(random, NAMES.speakers.length * 1.5)
    const name = NAMES.speakers[speaker]
    return {
      first,
      after: first + below(random, length + 1 - first),
      kind: pick(random, QUOTE_KINDS),
      ...(name !== undefined && { speaker: { number: speaker, name } }),
    }
  })
}

const kindOf = (random: Random, position: number): ParagraphKind =>
  position === 0 && random() < 0.6 ? 'title' : 'text'

export function randomText(random: Random, language: Language): string {
  const words = WORDS[language] ?? []
  const length = 1 + below(random, random() < 0.1 ? 60 : 9)
  return Array.from({ length }, () => pick(random, words)).join(
    language === 'zh' && random() < 0.7 ? '' : ' ',
  )
}

export const tokensOf = (text: string, language: Language): readonly AnalyzedToken[] =>
  createAnalyzer()(text, language)

/** One without anything that is not asked for: in English, its row its only article. */
export const plainDocument = (
  text: string,
  row: number,
  extra: Partial<TestDocument> = {},
): TestDocument => ({
  tokens: tokensOf(text, 'en'),
  quotes: [],
  language: 'en',
  languageNumber: CORPUS_LANGUAGES.indexOf('en'),
  source: 0,
  authors: [],
  kind: 'text',
  article: row,
  row,
  id: `p-${row}`,
  isDeleted: false,
  ...extra,
})

export function segmentOf(documents: readonly SegmentDocument[]): Segment {
  const builder = createSegmentBuilder()
  for (const document of documents) builder.add(document)
  return buildSegment(builder.content())
}

/** Cut between articles into so many segments. */
export function splitByArticle(documents: readonly TestDocument[], count: number): TestDocument[][] {
  const articles = [...new Set(documents.map(document => document.article))]
  const size = Math.ceil(articles.length / count)
  return Array.from({ length: count }, (_, i) => {
    const wanted = new Set(articles.slice(i * size, (i + 1) * size))
    return documents.filter(document => wanted.has(document.article))
  }).filter(part => part.length > 0)
}

export function deletedBits(documents: readonly TestDocument[]): Uint8Array | undefined {
  if (!documents.some(document => document.isDeleted)) return undefined
  const bits = new Uint8Array(Math.ceil(documents.length / 8))
  documents.forEach((document, d) => {
    if (document.isDeleted) bits[d >> 3] = (bits[d >> 3] ?? 0) | (1 << (d & 7))
  })
  return bits
}

export function snapshotOf(documents: readonly TestDocument[], segments: number): Snapshot {
  return openSnapshot({
    segments: splitByArticle(documents, segments).map(part => ({
      segment: segmentOf(part),
      deleted: deletedBits(part),
    })),
    names: NAMES,
  })
}
