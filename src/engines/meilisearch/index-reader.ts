import type { StoredParagraph } from '../../domain/paragraph.ts'
import type { FacetName, Filters } from '../../domain/query.ts'
import type { FacetValue } from '../../domain/result.ts'
import { nameKey } from '../../text/normal-form.ts'
import type { IndexStats, ParagraphSelector, TermStatistics } from '../search-engine.ts'
import type { Server } from './client.ts'
import { facetField, facetPrefixFilter } from './facet-fields.ts'
import { byCount, facetValuesOf } from './facet-values.ts'
import { and, is } from './filter.ts'
import { readStats, storedParagraphOf } from './from-response.ts'
import { idKey, termKey } from './keys.ts'
import { readAll, stateOf } from './read-documents.ts'
import { ofRole, scopeFilter, visibleAt } from './scope.ts'
import { countRequest, hitsRequest } from './to-request.ts'

/** Values that one answer of `facetValues` holds. */
const MOST_FACET_VALUES = 100

export type IndexReader = ReturnType<typeof createIndexReader>

/** Everything that is read of an index but searches. */
export function createIndexReader(server: Server, index: string) {
  return {
    async terms(words: readonly string[], filters: Filters, now: number): Promise<TermStatistics[]> {
      const scope = scopeFilter(filters, now)
      const answers = await server.searchAll(
        index,
        words.map(word => countRequest(and(scope, is('terms', termKey(word))))),
      )
      return words.map((word, i) => ({ word, paragraphs: answers[i]?.total ?? 0 }))
    },

    async facetValues(name: FacetName, begin: string, filters: Filters, now: number): Promise<FacetValue[]> {
      const field = facetField(name, { group: 'paragraph', zone: 'any', filters })
      const filter = and(scopeFilter(filters, now), facetPrefixFilter(name, begin))
      const answer = await server.search(index, countRequest(filter, { facets: [field.field] }))
      const values = await facetValuesOf(answer, field, {
        filters,
        ask: request => server.search(index, request),
      })
      const key = nameKey(begin)
      // of an article with several authors only one begins so
      return values
        .filter(({ value }) => nameKey(value).startsWith(key))
        .sort(byCount)
        .slice(0, MOST_FACET_VALUES)
    },

    async paragraphs(selector: ParagraphSelector, now: number): Promise<StoredParagraph[]> {
      const visible = and(ofRole('live', 'retired'), visibleAt(now))
      if ('articleId' in selector) {
        const live: StoredParagraph[] = []
        const retired: StoredParagraph[] = []
        const ofArticle = and(visible, is('articleKey', idKey(selector.articleId)))
        for await (const { paragraph, isRetired } of readAll(server, index, ofArticle)) {
          ;(isRetired ? retired : live).push(paragraph)
        }
        return [...live, ...retired]
      }
      const { ids } = selector
      if (ids.length === 0) return []
      const filter = and(visible, is('order', ...ids.map(idKey)))
      const { hits } = await server.search(index, hitsRequest(filter, { limit: ids.length }))
      const byId = new Map(hits.map(storedParagraphOf).map(paragraph => [paragraph.id, paragraph]))
      return ids.flatMap(id => byId.get(id) ?? [])
    },

    async *scan(filters: Filters, now: number): AsyncGenerator<StoredParagraph, void> {
      for await (const { paragraph } of readAll(server, index, scopeFilter(filters, now))) yield paragraph
    },

    async stats(): Promise<IndexStats> {
      const [{ bytes }, counts, state] = await Promise.all([
        server.indexStats(index).then(answer => readStats(answer, server.address)),
        server.searchAll(index, [
          countRequest(ofRole('live')),
          countRequest(and(ofRole('live'), is('isHead', 'true'))),
        ]),
        stateOf(server, index),
      ])
      const [paragraphs = 0, articles = 0] = counts.map(({ total }) => total)
      return { paragraphs, articles, generation: state?.generation ?? 0, bytes }
    },

    async health(): Promise<'ready' | 'indexing'> {
      const { isIndexing } = readStats(await server.indexStats(index), server.address)
      return isIndexing ? 'indexing' : 'ready'
    },
  }
}
