import type { AnalyzedArticle, AnalyzedParagraph, AnalyzedToken } from '../../src/domain/analyzed.ts'
import type { Paragraph, Quote } from '../../src/domain/paragraph.ts'
import type {
  Clause,
  FacetName,
  Filters,
  PhraseClause,
  PhraseStep,
  QueryPlan,
  ValueFilter,
  WordClause,
} from '../../src/domain/query.ts'
import type { FacetValue } from '../../src/domain/result.ts'
import { nameKey } from '../../src/text/normal-form.ts'
import { speakerKeys, typedSpeakerKeys } from '../../src/text/speaker-keys.ts'

/**
 * The brute-force twin: what an engine must answer, by looking at every paragraph. Slow and obvious on purpose; it shares
 * nothing with any engine but the analysed tokens.
 */
export type TwinAnswer = {
  readonly ids: readonly string[]
  readonly paragraphs: number
  readonly articles: number
  readonly facets: ReadonlyMap<FacetName, readonly FacetValue[]>
  readonly repairs: ReadonlyMap<string, readonly string[]>
}

export function createTwin(articles: ReadonlyMap<string, AnalyzedArticle>) {
  const everything = (): AnalyzedParagraph[] => [...articles.values()].flatMap(article => article.paragraphs)
  return {
    search(plan: QueryPlan): TwinAnswer {
      const visible = everything().filter(({ paragraph }) => isVisible(paragraph, plan.now))
      const filtered = visible.filter(({ paragraph }) => passes(paragraph, plan))
      const repairs = new Map<string, readonly string[]>()
      const query = plan.query && widen(plan.query, { plan, visible: filtered, repairs })
      const found = (filters: Filters): AnalyzedParagraph[] => {
        const zoned = { ...plan, filters }
        return visible.filter(
          one =>
            passes(one.paragraph, zoned) && unitsOf(one, zoned).some(unit => !query || holds(query, unit)),
        )
      }
      const hits = found(plan.filters)
      const facets = new Map(
        plan.facets.map(({ name }) => {
          const filters = without(plan.filters, name)
          const valuesIn = (one: AnalyzedParagraph): readonly string[] =>
            name === 'speaker' ? speakersIn(one, { ...plan, filters }, query) : valuesOf(name, one.paragraph)
          const isFilteredBy = Object.keys(filters).length < Object.keys(plan.filters).length
          return [name, facetOf(isFilteredBy ? found(filters) : hits, valuesIn, plan.group)] as const
        }),
      )
      return {
        ids: hits
          .map(({ paragraph }) => paragraph)
          .sort(order(plan.sort))
          .map(paragraph => paragraph.id),
        paragraphs: hits.length,
        articles: new Set(hits.map(({ paragraph }) => paragraph.articleId)).size,
        facets,
        repairs,
      }
    },
  }
}

const isVisible = ({ visibleFrom, visibleUntil }: Paragraph, now: number): boolean =>
  (visibleFrom === undefined || visibleFrom <= now) && (visibleUntil === undefined || now < visibleUntil)

/** A part of a paragraph in which the whole query has to hold: tokens at their positions, those outside missing. */
type Unit = { readonly tokens: readonly (AnalyzedToken | undefined)[]; readonly language: string }

function unitsOf({ paragraph, tokens, quoteTokens }: AnalyzedParagraph, plan: Zoned): Unit[] {
  const { language } = paragraph
  const isIn = (at: number, quote: number): boolean => {
    const { first, after } = quoteTokens[quote] ?? { first: 0, after: 0 }
    return at >= first && at < after
  }
  const numbers = paragraph.quotes.map((_, number) => number)
  switch (plan.zone) {
    case 'any':
      return [{ tokens, language }]
    case 'quotes':
      return numbers
        .filter(number => isUnit(paragraph.quotes[number], plan.filters))
        .map(number => ({
          tokens: tokens.map((token, at) => (isIn(at, number) ? token : undefined)),
          language,
        }))
    case 'text': {
      const speech = numbers.filter(number => paragraph.quotes[number]?.kind !== 'scare')
      const isSaid = (at: number): boolean => speech.some(number => isIn(at, number))
      return [{ tokens: tokens.map((token, at) => (isSaid(at) ? undefined : token)), language }]
    }
  }
}

type Zoned = Pick<QueryPlan, 'zone' | 'filters'>

/** Whether the zone `quotes` looks into this quote. */
const isUnit = (quote: Quote | undefined, filters: Filters): boolean =>
  quote !== undefined &&
  (filters.quoteKind?.any ? isOf(quote, filters) : quote.kind !== 'scare' && isOf(quote, filters)) &&
  !isRefused(quote, filters)

/** What is asked for: kind and speaker of one and the same quote. */
const isOf = (quote: Quote, { quoteKind, speaker, speakerNamed }: Filters): boolean =>
  (quoteKind?.any?.includes(quote.kind) ?? true) &&
  (speaker?.any?.some(name => isCalled(quote, name)) ?? true) &&
  (speakerNamed?.any?.some(typed => isNamed(quote, typed)) ?? true)

const isRefused = (quote: Quote, { quoteKind, speaker, speakerNamed }: Filters): boolean =>
  (quoteKind?.none?.includes(quote.kind) ?? false) ||
  (speaker?.none?.some(name => isCalled(quote, name)) ?? false) ||
  (speakerNamed?.none?.some(typed => isNamed(quote, typed)) ?? false)

const isCalled = ({ speaker }: Quote, name: string): boolean =>
  speaker !== undefined && nameKey(speaker) === nameKey(name)

const isNamed = ({ speaker }: Quote, typed: string): boolean =>
  speaker !== undefined && typedSpeakerKeys(typed).some(key => speakerKeys(speaker).includes(key))

function passesQuotes({ quotes }: Paragraph, { zone, filters }: Zoned): boolean {
  if (zone === 'quotes') return quotes.some(quote => isUnit(quote, filters))
  const isOneAsked = [filters.quoteKind, filters.speaker, filters.speakerNamed].some(filter => filter?.any)
  return (
    (!isOneAsked || quotes.some(quote => isOf(quote, filters))) &&
    !quotes.some(quote => isRefused(quote, filters))
  )
}

/** Speakers of the quotes that are meant: in the zone `quotes` of those that hold the query. */
function speakersIn(one: AnalyzedParagraph, plan: Zoned, query: Clause | undefined): readonly string[] {
  return one.paragraph.quotes.flatMap((quote, number) => {
    if (quote.speaker === undefined) return []
    if (plan.zone !== 'quotes')
      return (plan.filters.quoteKind?.any?.includes(quote.kind) ?? true) ? [quote.speaker] : []
    const alone = {
      ...one,
      paragraph: { ...one.paragraph, quotes: [quote] },
      quoteTokens: one.quoteTokens.slice(number),
    }
    return unitsOf(alone, plan).some(unit => !query || holds(query, unit)) ? [quote.speaker] : []
  })
}

function passes(paragraph: Paragraph, plan: Zoned): boolean {
  const { filters } = plan
  const { from = -Infinity, to = Infinity } = filters.publishedAt ?? {}
  const isDated = filters.publishedAt?.from !== undefined || filters.publishedAt?.to !== undefined
  const when = paragraph.publishedAt
  if (isDated && (when === undefined || when < from || when >= to)) return false
  return (
    allows(filters.language, [paragraph.language]) &&
    allows(filters.source, [paragraph.source]) &&
    allows(filters.author, paragraph.author) &&
    passesQuotes(paragraph, plan)
  )
}

function allows(filter: ValueFilter<string> | undefined, values: readonly string[]): boolean {
  if (!filter) return true
  const keys = values.map(nameKey)
  if (filter.any && !filter.any.some(value => keys.includes(nameKey(value)))) return false
  return !filter.none?.some(value => keys.includes(nameKey(value)))
}

const FILTERS_OF_FACET: Readonly<Record<FacetName, readonly (keyof Filters)[]>> = {
  language: ['language'],
  source: ['source'],
  author: ['author'],
  speaker: ['speaker', 'speakerNamed'],
  month: ['publishedAt'],
}

const without = (filters: Filters, facet: FacetName): Filters =>
  Object.fromEntries(
    Object.entries(filters).filter(([name]) => !FILTERS_OF_FACET[facet].some(own => own === name)),
  )

function facetOf(
  found: readonly AnalyzedParagraph[],
  valuesIn: (one: AnalyzedParagraph) => readonly string[],
  group: QueryPlan['group'],
): FacetValue[] {
  const members = new Map<string, Set<string>>()
  for (const one of found) {
    const { paragraph } = one
    for (const value of new Set(valuesIn(one))) {
      const counted = members.get(value) ?? new Set()
      members.set(value, counted.add(group === 'article' ? paragraph.articleId : paragraph.id))
    }
  }
  return [...members]
    .map(([value, counted]) => ({ value, count: counted.size }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value))
}

function valuesOf(name: Exclude<FacetName, 'speaker'>, paragraph: Paragraph): readonly string[] {
  switch (name) {
    case 'language':
      return [paragraph.language]
    case 'source':
      return [paragraph.source]
    case 'author':
      return paragraph.author
    case 'month':
      return paragraph.publishedAt === undefined
        ? []
        : [new Date(paragraph.publishedAt * 1000).toISOString().replace(/-\d\dT.*$/, '')]
  }
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The order of a sort by date; for relevance only ids, since ranks are each engine's own. */
function order(sort: QueryPlan['sort']): (a: Paragraph, b: Paragraph) => number {
  const direction = sort === 'newest' ? -1 : 1
  return (a, b) => {
    if (sort !== 'relevance' && a.publishedAt !== b.publishedAt) {
      if (a.publishedAt === undefined) return 1
      if (b.publishedAt === undefined) return -1
      return direction * (a.publishedAt - b.publishedAt)
    }
    return compare(a.id, b.id)
  }
}

function holds(clause: Clause, unit: Unit): boolean {
  switch (clause.kind) {
    case 'and':
      return clause.of.every(part => holds(part, unit))
    case 'or':
      return clause.of.some(part => holds(part, unit))
    case 'not':
      return !holds(clause.of, unit)
    case 'word':
      return hasWord(clause, vocabularyOf(unit))
    case 'phrase':
      return (
        hasTerms(clause, vocabularyOf(unit)) &&
        unit.tokens.some((_, at) => continues(clause.steps, 0, unit.tokens, { at, slack: 0 }))
      )
  }
}

function hasWord({ terms, stems, prefix }: WordClause, unit: Vocabulary): boolean {
  return (
    terms.some(term => unit.terms.has(term)) ||
    stems.some(({ language, stem }) => language === unit.language && unit.stems.has(stem)) ||
    (prefix !== undefined && [...unit.terms].some(term => term.startsWith(prefix)))
  )
}

/** Without them no token needs to be looked at. */
const hasTerms = ({ steps }: PhraseClause, { terms }: Vocabulary): boolean =>
  steps.every(({ term, prefix, optional }) => prefix || optional || terms.has(term))

type Vocabulary = {
  readonly language: string
  readonly terms: ReadonlySet<string>
  readonly stems: ReadonlySet<string>
}

/** Kept, since every query asks for those of all whole paragraphs. */
const vocabularies = new WeakMap<Unit['tokens'], Vocabulary>()

function vocabularyOf({ tokens, language }: Unit): Vocabulary {
  const known = vocabularies.get(tokens)
  if (known) return known
  const present = tokens.flatMap(token => token ?? [])
  const vocabulary = {
    language,
    terms: new Set(present.map(({ term }) => term)),
    stems: new Set(present.flatMap(({ stems }) => stems)),
  }
  vocabularies.set(tokens, vocabulary)
  return vocabulary
}

/** Whether the steps from `step` on stand at `at` or up to `slack` tokens later. */
function continues(
  steps: readonly PhraseStep[],
  step: number,
  tokens: Unit['tokens'],
  { at, slack }: { readonly at: number; readonly slack: number },
): boolean {
  const wanted = steps[step]
  if (!wanted) return true
  for (let place = at; place <= at + slack && place < tokens.length; place++) {
    const term = tokens[place]?.term
    const isHere = term !== undefined && (wanted.prefix ? term.startsWith(wanted.term) : term === wanted.term)
    const next = { at: place + 1, slack: steps[step + 1]?.maxGap ?? 0 }
    if (isHere && continues(steps, step + 1, tokens, next)) return true
  }
  if (!wanted.optional || step + 1 === steps.length) return wanted.optional === true
  return continues(steps, step + 1, tokens, { at, slack: slack + (steps[step + 1]?.maxGap ?? 0) })
}

type Widening = {
  readonly plan: Zoned
  readonly visible: readonly AnalyzedParagraph[]
  readonly repairs: Map<string, readonly string[]>
}

function widen(query: Clause, widening: Widening): Clause {
  if (query.kind === 'and') return { kind: 'and', of: query.of.map(part => widen(part, widening)) }
  if (query.kind !== 'word' || !query.edits) return query
  const { plan, visible, repairs } = widening
  const units = visible.map(one => unitsOf(one, plan))
  if (units.some(ofParagraph => ofParagraph.some(unit => holds(query, unit)))) return query
  const typed = query.terms[0] ?? ''
  const near = new Map<string, number>()
  for (const ofParagraph of units) {
    const terms = ofParagraph.flatMap(unit =>
      [...vocabularyOf(unit).terms].filter(term => isOneEditAway(typed, term) && isPlain(term)),
    )
    for (const term of new Set(terms)) near.set(term, (near.get(term) ?? 0) + 1)
  }
  if (near.size === 0) return query
  const replacements = [...near].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([term]) => term)
  repairs.set(typed, replacements)
  return { kind: 'word', terms: replacements, stems: [] }
}

/** Neither a number nor an n-gram. */
const isPlain = (term: string): boolean =>
  !/\p{Nd}/u.test(term) &&
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー〆]/u.test(
    term,
  )

/** One letter inserted, deleted, replaced, or two neighbours swapped. */
function isOneEditAway(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (x.length + y.length === 1 || (x.length === 1 && y.length === 1)) return true
  return x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]
}
