import type { AnalyzedToken } from '../../../../src/domain/analyzed.ts'
import type {
  Clause,
  FacetName,
  Filters,
  PhraseClause,
  QueryPlan,
  ValueFilter,
} from '../../../../src/domain/query.ts'
import type { DocumentQuote } from '../../../../src/engines/embedded/index/segment-builder.ts'
import { nameKey } from '../../../../src/text/normal-form.ts'
import { gramLength } from '../../../../src/text/scripts.ts'
import { speakerKeys, typedSpeakerKeys } from '../../../../src/text/speaker-keys.ts'
import { NAMES, type TestDocument } from './small-corpus.ts'

/** What a search must find, said as plainly as possible: no index, no shortcut. */

/** Tokens at their positions; those outside of the zone are missing. */
type Places = readonly (AnalyzedToken | undefined)[]

/** Default: anywhere in the document. */
export function matches(
  clause: Clause | undefined,
  document: TestDocument,
  places: Places = document.tokens,
): boolean {
  if (clause === undefined) return true
  switch (clause.kind) {
    case 'word':
      return places.some(
        token =>
          token !== undefined &&
          (clause.terms.includes(token.term) ||
            clause.stems.some(
              ({ language, stem }) => language === document.language && token.stems.includes(stem),
            ) ||
            (clause.prefix !== undefined && token.term.startsWith(clause.prefix))),
      )
    case 'phrase':
      return matchesPhrase(clause, places)
    case 'and':
      return clause.of.every(one => matches(one, document, places))
    case 'or':
      return clause.of.some(one => matches(one, document, places))
    case 'not':
      return !matches(clause.of, document, places)
  }
}

function matchesPhrase({ steps }: PhraseClause, places: Places): boolean {
  /** `gap`: of the optional steps that were left out since `last`. */
  const follow = (index: number, last: number | undefined, gap: number): boolean => {
    const step = steps[index]
    if (step === undefined) return last !== undefined
    if (step.optional && follow(index + 1, last, gap + step.maxGap)) return true
    const from = last === undefined ? 0 : last + 1
    const to =
      last === undefined ? places.length - 1 : Math.min(places.length - 1, last + 1 + gap + step.maxGap)
    for (let at = from; at <= to; at++) {
      const term = places[at]?.term
      const isHere = term !== undefined && (step.prefix ? term.startsWith(step.term) : term === step.term)
      if (isHere && follow(index + 1, at, 0)) return true
    }
    return false
  }
  return follow(0, undefined, 0)
}

/** Where a query may hold: all of it in one of these. */
export function unitsOf(document: TestDocument, { zone, filters }: Zoned): Places[] {
  const { tokens, quotes } = document
  const isIn = (at: number, { first, after }: DocumentQuote): boolean => at >= first && at < after
  switch (zone) {
    case 'any':
      return [tokens]
    case 'quotes':
      return quotes
        .filter(quote => isUnit(quote, filters))
        .map(quote => tokens.map((token, at) => (isIn(at, quote) ? token : undefined)))
    case 'text': {
      const speech = quotes.filter(({ kind }) => kind !== 'scare')
      return [tokens.map((token, at) => (speech.some(quote => isIn(at, quote)) ? undefined : token))]
    }
  }
}

type Zoned = Pick<QueryPlan, 'zone' | 'filters'>

const isUnit = (quote: DocumentQuote, filters: Filters): boolean =>
  (filters.quoteKind?.any !== undefined || quote.kind !== 'scare') &&
  isWanted(quote, filters) &&
  !isRefused(quote, filters)

const isWanted = (quote: DocumentQuote, { quoteKind, speaker, speakerNamed }: Filters): boolean =>
  (quoteKind?.any?.includes(quote.kind) ?? true) &&
  (speaker?.any?.some(name => isCalled(quote, name)) ?? true) &&
  (speakerNamed?.any?.some(typed => isNamed(quote, typed)) ?? true)

const isRefused = (quote: DocumentQuote, { quoteKind, speaker, speakerNamed }: Filters): boolean =>
  [
    quoteKind?.none?.includes(quote.kind),
    speaker?.none?.some(name => isCalled(quote, name)),
    speakerNamed?.none?.some(typed => isNamed(quote, typed)),
  ].includes(true)

const isCalled = ({ speaker }: DocumentQuote, name: string): boolean =>
  speaker !== undefined && nameKey(speaker.name) === nameKey(name)

const isNamed = ({ speaker }: DocumentQuote, typed: string): boolean =>
  speaker !== undefined && typedSpeakerKeys(typed).some(key => speakerKeys(speaker.name).includes(key))

function passes({ zone, filters }: Zoned, document: TestDocument): boolean {
  const names = {
    source: [nameKey(NAMES.sources[document.source] ?? '')],
    author: document.authors.map(number => nameKey(NAMES.authors[number] ?? '')),
  }
  const passesValues = (
    filter: ValueFilter<string> | undefined,
    values: readonly string[],
    isName: boolean,
  ) => {
    const isOne = (wanted: string): boolean => values.includes(isName ? nameKey(wanted) : wanted)
    return (!filter?.any || filter.any.some(isOne)) && !filter?.none?.some(isOne)
  }
  const { publishedAt, quotes } = document
  const { from = -Infinity, to = Infinity } = filters.publishedAt ?? {}
  const isQuoteAsked = [filters.quoteKind, filters.speaker, filters.speakerNamed].some(filter => filter?.any)
  return (
    passesValues(filters.language, [document.language], false) &&
    passesValues(filters.source, names.source, true) &&
    passesValues(filters.author, names.author, true) &&
    ((from === -Infinity && to === Infinity) ||
      (publishedAt !== undefined && publishedAt >= from && publishedAt < to)) &&
    (zone === 'quotes' ||
      ((!isQuoteAsked || quotes.some(quote => isWanted(quote, filters))) &&
        !quotes.some(quote => isRefused(quote, filters))))
  )
}

export const isVisible = (document: TestDocument, now: number): boolean =>
  !document.isDeleted &&
  (document.visibleFrom === undefined || document.visibleFrom <= now) &&
  (document.visibleUntil === undefined || now < document.visibleUntil)

export const inScope = (documents: readonly TestDocument[], filters: Filters, now: number): TestDocument[] =>
  documents.filter(document => isVisible(document, now) && passes({ zone: 'any', filters }, document))

function found(
  { query, ...plan }: Zoned & Pick<QueryPlan, 'query' | 'now'>,
  documents: readonly TestDocument[],
): TestDocument[] {
  return documents.filter(
    document =>
      isVisible(document, plan.now) &&
      passes(plan, document) &&
      unitsOf(document, plan).some(places => matches(query, document, places)),
  )
}

export function naiveSearch(plan: QueryPlan, documents: readonly TestDocument[]) {
  const hits = found(plan, documents)
  return {
    rows: hits.map(document => document.row),
    paragraphs: hits.length,
    articles: new Set(hits.map(document => document.article)).size,
    facets: plan.facets.map(({ name, limit }) => {
      const filters = withoutFilterOf(name, plan.filters)
      const isFilteredAlike = Object.keys(filters).length === Object.keys(plan.filters).length
      const forgiving = { ...plan, filters }
      const values = naiveFacet(name, forgiving, isFilteredAlike ? hits : found(forgiving, documents))
      return { name, relation: 'exact', values: values.slice(0, limit), truncated: values.length > limit }
    }),
  }
}

function withoutFilterOf(name: FacetName, filters: Filters): Filters {
  const { language, source, author, speaker, speakerNamed, publishedAt, ...others } = filters
  return {
    ...others,
    ...(language && name !== 'language' && { language }),
    ...(source && name !== 'source' && { source }),
    ...(author && name !== 'author' && { author }),
    ...(speaker && name !== 'speaker' && { speaker }),
    ...(speakerNamed && name !== 'speaker' && { speakerNamed }),
    ...(publishedAt && name !== 'month' && { publishedAt }),
  }
}

function naiveFacet(name: FacetName, plan: QueryPlan, hits: readonly TestDocument[]) {
  const counted = new Map<string, Set<number>>()
  for (const document of hits) {
    for (const value of facetValuesOf(name, document, plan)) {
      const members = counted.get(value) ?? new Set()
      members.add(plan.group === 'article' ? document.article : document.row)
      counted.set(value, members)
    }
  }
  return [...counted]
    .map(([value, members]) => ({ value, count: members.size }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function facetValuesOf(name: FacetName, document: TestDocument, plan: QueryPlan): string[] {
  if (name === 'language') return [document.language]
  if (name === 'source') return [NAMES.sources[document.source] ?? '']
  if (name === 'author') return document.authors.map(number => NAMES.authors[number] ?? '')
  if (name === 'speaker') return speakersOf(document, plan)
  if (document.publishedAt === undefined) return []
  return [new Date(document.publishedAt * 1000).toISOString().slice(0, 7)]
}

function speakersOf(document: TestDocument, plan: QueryPlan): string[] {
  const kinds = plan.filters.quoteKind?.any
  const meant = document.quotes.filter(quote => {
    if (plan.zone !== 'quotes') return kinds?.includes(quote.kind) ?? true
    const units = unitsOf({ ...document, quotes: [quote] }, plan)
    return units.some(places => matches(plan.query, document, places))
  })
  return meant.flatMap(({ speaker }) => speaker?.name ?? [])
}

/** Optimal string alignment distance, by its definition. */
export function osaDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  )
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let distance = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        distance = Math.min(distance, at(i - 2, j - 2) + 1)
      const row = rows[i]
      if (row) row[j] = distance
    }
  }
  return at(a.length, b.length)
}

export function nearTermsOf(
  word: string,
  documents: readonly TestDocument[],
): { term: string; count: number }[] {
  const terms = new Set(documents.flatMap(({ tokens }) => tokens.map(({ term }) => term)))
  return [...terms]
    .filter(term => !/\p{Nd}/u.test(term) && gramLength(term) === 0 && osaDistance(word, term) === 1)
    .map(term => ({
      term,
      count: documents.filter(({ tokens }) => tokens.some(token => token.term === term)).length,
    }))
    .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1))
}
