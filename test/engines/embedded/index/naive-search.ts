import type { AnalyzedToken } from '../../../../src/domain/analyzed.ts'
import type {
  Clause,
  FacetName,
  Filters,
  PhraseClause,
  QueryPlan,
  ValueFilter,
} from '../../../../src/domain/query.ts'
import { nameKey } from '../../../../src/text/normal-form.ts'
import { gramLength } from '../../../../src/text/scripts.ts'
import { NAMES, type TestDocument } from './small-corpus.ts'

/** What a search must find, said as plainly as possible: no index, no shortcut. */

export function matches(clause: Clause | undefined, document: TestDocument): boolean {
  if (clause === undefined) return true
  switch (clause.kind) {
    case 'word':
      return document.tokens.some(
        ({ term, stems }) =>
          clause.terms.includes(term) ||
          clause.stems.some(({ language, stem }) => language === document.language && stems.includes(stem)) ||
          (clause.prefix !== undefined && term.startsWith(clause.prefix)),
      )
    case 'phrase':
      return matchesPhrase(clause, document.tokens)
    case 'and':
      return clause.of.every(one => matches(one, document))
    case 'or':
      return clause.of.some(one => matches(one, document))
    case 'not':
      return !matches(clause.of, document)
  }
}

function matchesPhrase({ steps }: PhraseClause, tokens: readonly AnalyzedToken[]): boolean {
  /** `gap`: of the optional steps that were left out since `last`. */
  const follow = (index: number, last: number | undefined, gap: number): boolean => {
    const step = steps[index]
    if (step === undefined) return last !== undefined
    if (step.optional && follow(index + 1, last, gap + step.maxGap)) return true
    const from = last === undefined ? 0 : last + 1
    const to =
      last === undefined ? tokens.length - 1 : Math.min(tokens.length - 1, last + 1 + gap + step.maxGap)
    for (let at = from; at <= to; at++) {
      const term = tokens[at]?.term ?? ''
      if ((step.prefix ? term.startsWith(step.term) : term === step.term) && follow(index + 1, at, 0))
        return true
    }
    return false
  }
  return follow(0, undefined, 0)
}

type FilterName = 'language' | 'source' | 'author' | 'publishedAt'

function passes(filters: Filters, document: TestDocument, except?: FilterName): boolean {
  const names = {
    language: [document.language],
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
  const { publishedAt } = document
  const { from = -Infinity, to = Infinity } = filters.publishedAt ?? {}
  return (
    (except === 'language' || passesValues(filters.language, names.language, false)) &&
    (except === 'source' || passesValues(filters.source, names.source, true)) &&
    (except === 'author' || passesValues(filters.author, names.author, true)) &&
    (except === 'publishedAt' ||
      (from === -Infinity && to === Infinity) ||
      (publishedAt !== undefined && publishedAt >= from && publishedAt < to))
  )
}

export const isVisible = (document: TestDocument, now: number): boolean =>
  !document.isDeleted &&
  (document.visibleFrom === undefined || document.visibleFrom <= now) &&
  (document.visibleUntil === undefined || now < document.visibleUntil)

export const inScope = (documents: readonly TestDocument[], filters: Filters, now: number): TestDocument[] =>
  documents.filter(document => isVisible(document, now) && passes(filters, document))

export function naiveSearch(plan: QueryPlan, documents: readonly TestDocument[]) {
  const matching = documents.filter(
    document => isVisible(document, plan.now) && matches(plan.query, document),
  )
  const found = matching.filter(document => passes(plan.filters, document))
  return {
    rows: found.map(document => document.row),
    paragraphs: found.length,
    articles: new Set(found.map(document => document.article)).size,
    facets: plan.facets.map(({ name, limit }) => {
      const values = naiveFacet(name, plan, matching)
      return { name, relation: 'exact', values: values.slice(0, limit), truncated: values.length > limit }
    }),
  }
}

const FILTER_OF: Readonly<Record<FacetName, FilterName | undefined>> = {
  language: 'language',
  source: 'source',
  author: 'author',
  month: 'publishedAt',
  speaker: undefined,
}

function naiveFacet(name: FacetName, plan: QueryPlan, matching: readonly TestDocument[]) {
  const counted = new Map<string, Set<number>>()
  for (const document of matching) {
    if (!passes(plan.filters, document, FILTER_OF[name])) continue
    for (const value of facetValuesOf(name, document)) {
      const members = counted.get(value) ?? new Set()
      members.add(plan.group === 'article' ? document.article : document.row)
      counted.set(value, members)
    }
  }
  return [...counted]
    .map(([value, members]) => ({ value, count: members.size }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
}

function facetValuesOf(name: FacetName, document: TestDocument): string[] {
  if (name === 'language') return [document.language]
  if (name === 'source') return [NAMES.sources[document.source] ?? '']
  if (name === 'author') return document.authors.map(number => NAMES.authors[number] ?? '')
  if (document.publishedAt === undefined) return []
  return [new Date(document.publishedAt * 1000).toISOString().slice(0, 7)]
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
