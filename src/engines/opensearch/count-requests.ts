import type { Filters } from '../../domain/query.ts'
import { withPoint, type Asked } from './asked.ts'
import { allFilterQueries, visibleAt } from './filters-to-query.ts'
import { matchingQuery, searchFilters } from './matching-query.ts'
import { filtered } from './query-dsl.ts'
import { storedTerm } from './stored-terms.ts'

/** Requests for numbers of paragraphs. */

/** How many matching paragraphs each of these articles has. */
export function groupSizesBody(asked: Asked, articleIds: readonly string[], pointInTime: string) {
  const filters = [...searchFilters(asked).values()].flat()
  const ofPage = { terms: { articleId: articleIds } }
  return {
    ...withPoint(pointInTime),
    size: 0,
    query: matchingQuery(asked, [...filters, ofPage], { isScored: false }),
    aggs: { articles: { terms: { field: 'articleId', size: Math.max(1, articleIds.length) } } },
  }
}

export function termsBody(words: readonly string[], filters: Filters, now: number) {
  return {
    size: 0,
    query: filtered([...visibleAt(now), ...allFilterQueries(filters)]),
    aggs: {
      words: {
        filters: { filters: words.map(word => ({ term: { terms: { value: storedTerm(word) } } })) },
      },
    },
  }
}
