/**
 * How the index is set. Everything is found by filters on our own terms, so nothing is searchable for the server: no word
 * positions, no proximities, no typo tolerance of its own, which takes 40 % of the time of indexing and half the disk
 * (bench/meilisearch.md).
 */
const equality = {
  facetSearch: false,
  filter: { equality: true, comparison: false },
} as const
const comparison = { facetSearch: false, filter: { equality: true, comparison: true } } as const

/** More values of a facet than that are never counted. */
export const FACET_VALUES = 2000

export const SETTINGS = {
  displayedAttributes: ['*'],
  searchableAttributes: [],
  filterableAttributes: [
    {
      attributePatterns: [
        'role',
        'isHead',
        'articleLanguageKey',
        'language',
        'sourceKey',
        'sourceName',
        'authorKeys',
        'authorNames',
        'month',
        'terms',
        'stems',
        'repeated',
        'pairs',
        'begins',
        'quoteKeys',
        'speakerNames',
        'kindSpeakers',
        'articleSpeakers',
        'speakerOfParagraph',
        'speakerOfArticle',
      ],
      features: equality,
    },
    {
      attributePatterns: [
        'articleKey',
        'order',
        'position',
        'length',
        'publishedAt',
        'visibleFrom',
        'visibleUntil',
      ],
      features: comparison,
    },
  ],
  sortableAttributes: ['order', 'articleKey', 'position', 'length', 'publishedAt'],
  // `sort` is strict only as the first rule, and there is no other
  rankingRules: ['sort'],
  typoTolerance: { enabled: false },
  prefixSearch: 'disabled',
  facetSearch: false,
  proximityPrecision: 'byAttribute',
  // the default cuts totals at 1,000
  pagination: { maxTotalHits: 2_000_000_000 },
  // the default cuts values in the order of the alphabet
  faceting: { maxValuesPerFacet: FACET_VALUES, sortFacetValuesBy: { '*': 'count' } },
  // the default stops after 1.5 s with what is there and does not say so; deadlines are ours
  searchCutoffMs: 600_000,
} as const

/** The settings that are not as they should be. What the server knows besides is left alone. */
export function differingSettings(present: Readonly<Record<string, unknown>>): Partial<typeof SETTINGS> {
  return Object.fromEntries(
    Object.entries(SETTINGS).filter(([name, wanted]) => !holds(present[name], wanted)),
  )
}

/** Lists are compared as sets: the server sorts them. Fields of an object that are not asked for do not matter. */
function holds(present: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(present) || present.length !== wanted.length) return false
    return wanted.every(one => present.some(other => holds(other, one)))
  }
  if (typeof wanted !== 'object' || wanted === null) return present === wanted
  if (typeof present !== 'object' || present === null) return false
  const fields = new Map<string, unknown>(Object.entries(present))
  return Object.entries(wanted).every(([name, value]) => holds(fields.get(name), value))
}
