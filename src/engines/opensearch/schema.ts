import { ANALYSIS_FINGERPRINT } from '../../text/fingerprint.ts'

/** Raised with every change of the documents that older code could not read. */
export const FORMAT_VERSION = 1

/** What the paragraphs were indexed with; on another value nothing is written until a rebuild. */
export const INDEX_FINGERPRINT = `${ANALYSIS_FINGERPRINT}/opensearch-2`

export const INDEX_PREFIX = /^[a-z0-9][a-z0-9_-]{0,99}$/

/** The names of one index of ours: two aliases, whose indices a rebuild replaces, and one index with its state. */
export type IndexNames = {
  /** Searched: the live paragraphs. */
  readonly paragraphs: string
  /** Not searched: one document an article, and the retired paragraphs. */
  readonly documents: string
  /** One document: who writes, and the generation. */
  readonly state: string
}

export const namesOf = (prefix: string): IndexNames => ({
  paragraphs: `${prefix}-paragraphs`,
  documents: `${prefix}-documents`,
  state: `${prefix}-state`,
})

/** The indices behind the aliases; version 1 is made by the first `prepare`. */
export const versionOf = (alias: string, version: number): string => `${alias}-${version}`

/** Beyond every date that is ever written; of a paragraph without an embargo or expiry. Safe integers. */
export const ALWAYS = { from: Number.MIN_SAFE_INTEGER, until: Number.MAX_SAFE_INTEGER } as const

/** Group pages are counted from the first hit. Raised from 10,000, since a heap of ids is all that it costs. */
export const RESULT_WINDOW = 1_000_000

/** Quotes of one paragraph; more are refused. Raised from 10,000, since a paragraph may be a whole book. */
const MOST_QUOTES = 100_000

const SETTINGS = {
  // a copy as soon as there is a second node; one node alone stays green
  auto_expand_replicas: '0-1',
  // only a finished put shows itself: readers never see half an article
  refresh_interval: '-1',
  max_result_window: RESULT_WINDOW,
} as const

const stored = { type: 'keyword', index: false, doc_values: false } as const
const keyword = { type: 'keyword' } as const
/** Facet values longer than Lucene's longest term are left out of facets; the paragraph itself keeps them. */
const facet = { type: 'keyword', ignore_above: 8000 } as const
const ofDate = { type: 'long' } as const

/** Of the whole paragraph, of one of its quotes, or of what stands outside of them. */
const TOKEN_FIELDS = {
  /**
   * Every token's term in order, one space between two: positions are those of our own tokens. Short prefixes are
   * indexed as well, for 13 % more disk: a phrase that ends in one would else read thousands of terms for seconds.
   */
  terms: { type: 'text', analyzer: 'whitespace', index_prefixes: { min_chars: 1, max_chars: 3 } },
  /** `language:stem`, without order. */
  stems: { type: 'text', analyzer: 'whitespace', index_options: 'freqs' },
  /** Forms before folding of what has accents, and `=` before the term of each such token; for the rank. */
  accented: { type: 'text', analyzer: 'whitespace', index_options: 'freqs', norms: false },
  /** Distinct terms that may stand in for a misspelt word, to be counted among any paragraphs. */
  vocabulary: { type: 'keyword', index: false },
} as const

const META = { paragraf: { format: FORMAT_VERSION, fingerprint: INDEX_FINGERPRINT } } as const

const PARAGRAPHS_INDEX = {
  mappings: {
    _meta: META,
    dynamic: 'strict',
    // what is searched can be made from the paragraph again
    _source: { includes: ['paragraph'] },
    properties: {
      id: keyword,
      articleId: keyword,
      position: { type: 'integer' },
      kind: keyword,
      language: keyword,
      source: facet,
      sourceKey: keyword,
      author: facet,
      authorKey: keyword,
      month: keyword,
      publishedAt: ofDate,
      visibleFrom: ofDate,
      visibleUntil: ofDate,
      ...TOKEN_FIELDS,
      /** Terms of the article's title, for the rank of its other paragraphs. */
      title: { type: 'text', analyzer: 'whitespace', index_options: 'freqs', norms: false },
      quotes: {
        type: 'nested',
        properties: {
          id: keyword,
          kind: keyword,
          speaker: facet,
          speakerKey: keyword,
          /** Under which a typed name finds the speaker. */
          speakerKeys: keyword,
          ...TOKEN_FIELDS,
        },
      },
      hasSpeech: { type: 'boolean' },
      /** Only where somebody speaks: else it would be the whole paragraph once more. */
      outside: { properties: TOKEN_FIELDS },
      /** The paragraph as JSON in a string, so that nothing on the way reads or rewrites it. */
      paragraph: stored,
    },
  },
} as const

const DOCUMENTS_INDEX = {
  mappings: {
    _meta: META,
    dynamic: 'strict',
    properties: {
      id: keyword,
      kind: keyword,
      articleId: keyword,
      source: { type: 'keyword', ignore_above: 8000 },
      position: { type: 'integer' },
      /** Of the article as it stands in the other index; empty while it is being written. */
      hash: stored,
      retiredAt: ofDate,
      supersededBy: stored,
      /** What all paragraphs have from their article, or a retired paragraph: JSON in a string. */
      content: stored,
    },
  },
} as const

/** An article is on one shard, so that it changes at once; an index on several is filled and searched by several machines. */
export const indexBodies = (shards: number) => {
  const settings = { ...SETTINGS, number_of_shards: shards }
  return {
    paragraphs: {
      settings: { ...settings, 'mapping.nested_objects.limit': MOST_QUOTES },
      ...PARAGRAPHS_INDEX,
    },
    documents: { settings, ...DOCUMENTS_INDEX },
  }
}

export const stateIndex = (secret: string) => ({
  settings: { number_of_shards: 1, auto_expand_replicas: '0-1' },
  mappings: {
    _meta: { paragraf: { format: FORMAT_VERSION, secret } },
    dynamic: 'strict',
    properties: {
      generation: { type: 'long', index: false },
      beat: { type: 'long', index: false },
      writer: { type: 'object', enabled: false },
    },
  },
})
