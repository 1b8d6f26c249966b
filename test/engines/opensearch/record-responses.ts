import { writeFileSync } from 'node:fs'
import { STEMMED_LANGUAGES } from '../../../src/domain/language.ts'
import type { QueryPlan } from '../../../src/domain/query.ts'
import type { Asked } from '../../../src/engines/opensearch/asked.ts'
import { groupSizesBody, termsBody } from '../../../src/engines/opensearch/count-requests.ts'
import {
  articleEstimateBody,
  articleFacetBody,
  facetValuesBody,
} from '../../../src/engines/opensearch/facet-requests.ts'
import { nearTermsBody } from '../../../src/engines/opensearch/near-terms-request.ts'
import { candidatesBody, partialBody, searchBody } from '../../../src/engines/opensearch/to-request.ts'
import { widenableWords } from '../../../src/engines/opensearch/widen.ts'
import { phraseClause, wordClauses } from '../../../src/text/clauses.ts'
import { analyzedArticle } from '../../contract/articles.ts'
import { PLAN } from '../../contract/random-plans.ts'
import { openEmptyIndex } from '../../servers/opensearch/open-empty.ts'

/**
 * Records what a real OpenSearch answers, for the tests of the readers:
 * `OPENSEARCH_URL=http://127.0.0.1:9200 npx tsx test/engines/opensearch/record-responses.ts`
 */
const url = process.env['OPENSEARCH_URL']
if (!url) throw new Error('Set OPENSEARCH_URL')
const recorded: Record<string, { readonly status: number; readonly body: unknown }> = {}

type Sent = {
  readonly method?: string
  readonly path?: string
  readonly body?: object
  readonly lines?: string
}

async function record(
  name: string,
  { method = 'POST', path = '/_search', body, lines }: Sent,
): Promise<unknown> {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: { 'content-type': lines === undefined ? 'application/json' : 'application/x-ndjson' },
    ...(lines === undefined && body === undefined ? {} : { body: lines ?? JSON.stringify(body) }),
  })
  const answer: unknown = await response.json()
  recorded[name] = { status: response.status, body: answer }
  return answer
}

const { engine, index, ask, dispose } = await openEmptyIndex(url)
await engine.put([
  analyzedArticle({
    id: 'a',
    source: 'Ledger',
    author: ['Ada Möre'],
    publishedAt: 86_400_000,
    title: 'Ferry aground',
    paragraphs: ['The ferry left.', 'Two ferries and one harbour.', 'one x two x three'],
  }),
  analyzedArticle({
    id: 'c',
    source: 'Ledger',
    publishedAt: 86_400_000,
    paragraphs: [
      {
        text: '“No harbour,” said Mara Quell, “and no other harbour.” Ivo Brand left the harbour.',
        quotes: [
          { text: 'No harbour', speaker: 'Mara Quell' },
          { text: 'and no other harbour', speaker: 'Mara Quell' },
        ],
      },
      {
        text: '“One harbour,” said Ivo Brand.',
        quotes: [{ text: 'One harbour', speaker: 'Ivo Brand' }],
      },
    ],
  }),
  analyzedArticle({
    id: 'b',
    source: 'Havnebladet',
    language: 'nb',
    paragraphs: ['Ferga i havnen, the ferry.'],
  }),
])
const point = (await ask('POST', `/${index}-paragraphs/_search/point_in_time?keep_alive=5m`)) as {
  pit_id: string
}
const pointInTime = point.pit_id
const words = wordClauses('ferry', STEMMED_LANGUAGES)
const asked: Asked = { plan: { ...PLAN, limit: 2 }, positive: words, negative: [], verified: new Map() }
const both: Asked = { ...asked, positive: [...words, ...wordClauses('harbour', STEMMED_LANGUAGES)] }
const lists = '/_search?filter_path=-**.articles.buckets'

await record('search', { path: lists, body: searchBody(asked, { pointInTime }) })
await record('search explained', {
  path: `${lists}&include_named_queries_score=true`,
  body: searchBody(both, { pointInTime, explain: true }),
})
await record('search by article', {
  path: lists,
  body: searchBody({ ...asked, plan: { ...asked.plan, group: 'article' } }, { pointInTime }),
})
await record('article facet', {
  path: lists,
  body: articleFacetBody(asked, 'source', { pointInTime, isListed: true }),
})
await record('article facet estimated', {
  path: lists,
  body: articleFacetBody(asked, 'source', { pointInTime, isListed: false }),
})
await record('article estimate', { path: lists, body: articleEstimateBody(asked, pointInTime) })
await record('group sizes', { body: groupSizesBody(asked, ['a', 'b'], pointInTime) })
await record('partial', { path: lists, body: partialBody(both, { pointInTime, size: 5, without: [] }) })
const misspelt = wordClauses('harbuor', []).map(clause =>
  clause.kind === 'word' ? { ...clause, edits: 1 as const } : clause,
)
await record('near terms', { body: nearTermsBody(asked, widenableWords(misspelt), pointInTime) })
const inZone = (zone: QueryPlan['zone']): Asked => ({
  ...asked,
  plan: { ...asked.plan, zone, facets: [{ name: 'speaker', limit: 1 }] },
  positive: wordClauses('harbour', STEMMED_LANGUAGES),
})
await record('search in quotes', { path: lists, body: searchBody(inZone('quotes'), { pointInTime }) })
await record('article facet of speakers', {
  path: lists,
  body: articleFacetBody(inZone('any'), 'speaker', { pointInTime, isListed: true }),
})
for (const zone of ['quotes', 'text'] as const) {
  await record(`near terms in ${zone}`, {
    body: nearTermsBody(inZone(zone), widenableWords(misspelt), pointInTime),
  })
}
const gapped = phraseClause('one … two … three')
if (gapped)
  await record('candidates', {
    body: candidatesBody({ ...asked, positive: [gapped] }, { clause: gapped, pointInTime, size: 1 }),
  })
await record('words', {
  path: `/${index}-paragraphs/_search`,
  body: termsBody(['ferry', 'nothing'], {}, 100),
})
await record('facet values', {
  path: `/${index}-paragraphs/_search`,
  body: facetValuesBody('author', { key: 'ada', filters: {}, now: 100 }),
})
await record('facet values of speakers', {
  path: `/${index}-paragraphs/_search`,
  body: facetValuesBody('speaker', { key: 'mara', filters: {}, now: 100 }),
})
await record('not a number', {
  path: '/_bulk',
  lines: `${JSON.stringify({ index: { _index: `${index}-paragraphs`, _id: 'x' } })}\n{"publishedAt":1e300}\n${JSON.stringify({ delete: { _index: `${index}-paragraphs`, _id: 'y' } })}\n`,
})
await record('missing document', { method: 'GET', path: `/${index}-state/_doc/nothing` })
await record('missing index', { path: '/no-such-index/_search', body: {} })
await record('version conflict', {
  method: 'PUT',
  path: `/${index}-state/_doc/state?op_type=create`,
  body: { generation: 1, beat: 1 },
})
await record('index exists', { method: 'PUT', path: `/${index}-state`, body: {} })
await record('bad query', { body: { query: { no_such_query: {} } } })
await ask('PUT', `/${index}-*/_settings`, { 'index.blocks.read_only_allow_delete': true })
await record('blocked bulk', {
  path: '/_bulk',
  lines: `${JSON.stringify({ index: { _index: `${index}-paragraphs`, _id: 'x' } })}\n{}\n`,
})
await record('blocked write', {
  method: 'PUT',
  path: `/${index}-state/_doc/state`,
  body: { generation: 1, beat: 1 },
})
await ask('PUT', `/${index}-*/_settings`, { 'index.blocks.read_only_allow_delete': null })
await ask('DELETE', '/_search/point_in_time', { pit_id: [pointInTime] })
await record('point gone', { body: searchBody(asked, { pointInTime }) })
await record('about', { method: 'GET', path: '/' })
await dispose()

// names of this run say nothing
const text = JSON.stringify(recorded, null, 1).replaceAll(index, 'paragraf').replaceAll(pointInTime, 'POINT')
writeFileSync(new URL('responses.json', import.meta.url), `${text}\n`)
