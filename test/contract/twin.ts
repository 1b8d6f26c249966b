import type { AnalyzedArticle, AnalyzedParagraph, AnalyzedToken } from '../../src/domain/analyzed.ts'
import type { Paragraph } from '../../src/domain/paragraph.ts'
import type {
  Clause,
  FacetName,
  Filters,
  PhraseStep,
  QueryPlan,
  ValueFilter,
  WordClause,
} from '../../src/domain/query.ts'
import type { FacetValue } from '../../src/domain/result.ts'
import { nameKey } from '../../src/text/normal-form.ts'

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
      const filtered = visible.filter(({ paragraph }) => passes(paragraph, plan.filters))
      const repairs = new Map<string, readonly string[]>()
      const query = plan.query && widen(plan.query, filtered, repairs)
      const matching = visible.filter(one => !query || holds(query, one))
      const hits = matching.filter(({ paragraph }) => passes(paragraph, plan.filters))
      const facets = new Map(
        plan.facets.map(({ name }) => {
          const counted = matching.filter(({ paragraph }) => passes(paragraph, without(plan.filters, name)))
          return [name, facetOf(name, counted, plan.group)] as const
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

function passes(paragraph: Paragraph, filters: Filters): boolean {
  const { from = -Infinity, to = Infinity } = filters.publishedAt ?? {}
  const isDated = filters.publishedAt?.from !== undefined || filters.publishedAt?.to !== undefined
  const when = paragraph.publishedAt
  if (isDated && (when === undefined || when < from || when >= to)) return false
  return (
    allows(filters.language, [paragraph.language]) &&
    allows(filters.source, [paragraph.source]) &&
    allows(filters.author, paragraph.author)
  )
}

function allows(filter: ValueFilter<string> | undefined, values: readonly string[]): boolean {
  const keys = values.map(nameKey)
  if (filter?.any && !filter.any.some(value => keys.includes(nameKey(value)))) return false
  return !filter?.none?.some(value => keys.includes(nameKey(value)))
}

const FILTER_OF_FACET = {
  language: 'language',
  source: 'source',
  author: 'author',
  speaker: 'speaker',
  month: 'publishedAt',
} as const

function without(filters: Filters, facet: FacetName): Filters {
  const { [FILTER_OF_FACET[facet]]: _, ...others } = filters
  return others
}

function facetOf(
  name: FacetName,
  found: readonly AnalyzedParagraph[],
  group: QueryPlan['group'],
): FacetValue[] {
  const members = new Map<string, Set<string>>()
  for (const { paragraph } of found) {
    for (const value of new Set(valuesOf(name, paragraph))) {
      const counted = members.get(value) ?? new Set()
      members.set(value, counted.add(group === 'article' ? paragraph.articleId : paragraph.id))
    }
  }
  return [...members]
    .map(([value, counted]) => ({ value, count: counted.size }))
    .sort((a, b) => b.count - a.count || compare(a.value, b.value))
}

function valuesOf(name: FacetName, paragraph: Paragraph): readonly string[] {
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
    case 'speaker':
      return paragraph.quotes.flatMap(quote => quote.speaker ?? [])
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

function holds(clause: Clause, one: AnalyzedParagraph): boolean {
  switch (clause.kind) {
    case 'and':
      return clause.of.every(part => holds(part, one))
    case 'or':
      return clause.of.some(part => holds(part, one))
    case 'not':
      return !holds(clause.of, one)
    case 'word':
      return one.tokens.some(token => isWord(clause, token, one.paragraph.language))
    case 'phrase':
      return one.tokens.some((_, at) => continues(clause.steps, 0, one.tokens, { at, slack: 0 }))
  }
}

const isWord = (clause: WordClause, token: AnalyzedToken, language: string): boolean =>
  clause.terms.includes(token.term) ||
  clause.stems.some(({ language: of, stem }) => of === language && token.stems.includes(stem)) ||
  (clause.prefix !== undefined && token.term.startsWith(clause.prefix))

/** Whether the steps from `step` on stand at `at` or up to `slack` tokens later. */
function continues(
  steps: readonly PhraseStep[],
  step: number,
  tokens: readonly AnalyzedToken[],
  { at, slack }: { readonly at: number; readonly slack: number },
): boolean {
  const wanted = steps[step]
  if (!wanted) return true
  for (let place = at; place <= at + slack && place < tokens.length; place++) {
    const term = tokens[place]?.term ?? ''
    const isHere = wanted.prefix ? term.startsWith(wanted.term) : term === wanted.term
    const next = { at: place + 1, slack: steps[step + 1]?.maxGap ?? 0 }
    if (isHere && continues(steps, step + 1, tokens, next)) return true
  }
  if (!wanted.optional || step + 1 === steps.length) return wanted.optional === true
  return continues(steps, step + 1, tokens, { at, slack: slack + (steps[step + 1]?.maxGap ?? 0) })
}

function widen(
  query: Clause,
  visible: readonly AnalyzedParagraph[],
  repairs: Map<string, readonly string[]>,
): Clause {
  if (query.kind === 'and') return { kind: 'and', of: query.of.map(part => widen(part, visible, repairs)) }
  if (query.kind !== 'word' || !query.edits || visible.some(one => holds(query, one))) return query
  const typed = query.terms[0] ?? ''
  const near = new Map<string, number>()
  for (const { tokens } of visible) {
    for (const term of new Set(tokens.filter(token => isPlain(token.term)).map(token => token.term))) {
      if (isOneEditAway(typed, term)) near.set(term, (near.get(term) ?? 0) + 1)
    }
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
  if (a === b) return false
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  if (x.length + y.length === 1 || (x.length === 1 && y.length === 1)) return true
  return x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0]
}
