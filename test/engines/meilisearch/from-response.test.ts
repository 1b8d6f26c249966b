import { describe, expect, it } from 'vitest'
import { AppError } from '../../../src/errors.ts'
import {
  isHealthy,
  paragraphOf,
  readAnswers,
  readState,
  readStats,
  readTask,
  readTaskUid,
  readVersion,
} from '../../../src/engines/meilisearch/from-response.ts'
import { candidatesOf } from '../../../src/engines/meilisearch/hits.ts'
import {
  failureOf,
  isForbidden,
  isRefusal,
  refusalError,
} from '../../../src/engines/meilisearch/server-error.ts'
import { differingSettings, SETTINGS } from '../../../src/engines/meilisearch/settings.ts'
import { failedTask } from '../../../src/engines/meilisearch/tasks.ts'
import { recorded } from './answers.ts'

const ADDRESS = 'http://127.0.0.1:7700'
const thrown = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    return error
  }
  return undefined
}
const refused = (name: string, status: number): AppError => {
  const failure = failureOf(status, recorded(name))
  if (!failure) throw new Error(`${name} is no error of the server`)
  return refusalError(failure, ADDRESS)
}

describe('answers as they were recorded:', () => {
  it('hits, totals and facets of a search', () => {
    const [answer] = readAnswers([recorded('search')], ADDRESS)
    expect(answer.total).toBe(3)
    expect(answer.facets['sourceName']).toEqual({ '%0048avnebladet': 2, '%004cedger': 1 })
    const [first, second] = candidatesOf(answer)
    expect(first?.paragraph).toMatchObject({ articleId: 'council', text: 'The council met.', author: [] })
    expect(second?.text).toMatchObject({
      language: 'nb',
      length: 3,
      tokens: [
        { term: 'ferga', stems: ['ferg'] },
        { term: 'pa', stems: ['pa'], accented: 'på' },
        { term: 'grunn', stems: ['grunn'] },
      ],
    })
    expect(second?.title).toBeUndefined()
  })

  it('distinct totals, several searches at once', () => {
    expect(readAnswers([recorded('search-count')], ADDRESS)[0]).toEqual({ hits: [], total: 2, facets: {} })
    const { results } = recorded('multi-search') as { results: unknown[] }
    expect(readAnswers(results, ADDRESS).map(({ total }) => total)).toEqual([2, 0])
  })

  it('state, sizes, version, health', () => {
    const [{ hits }] = readAnswers([recorded('search-state')], ADDRESS)
    expect(readState(hits[0])).toMatchObject({
      format: 1,
      fingerprint: expect.stringContaining('analysis-') as string,
    })
    expect(readState(undefined)).toBeUndefined()
    expect(readStats(recorded('stats'), ADDRESS)).toEqual({ documents: 20, isIndexing: false, bytes: 40_960 })
    expect(readVersion(recorded('version'))).toBe('1.50.0')
    expect(isHealthy(recorded('health'))).toBe(true)
    expect(isHealthy({ status: 'green' })).toBe(false)
  })

  it('tasks: what was enqueued, done, and failed though it was accepted', () => {
    expect(readTaskUid(recorded('enqueued'), ADDRESS)).toBe(68)
    expect(readTask(recorded('task-succeeded'), ADDRESS).status).toBe('succeeded')
    const failed = readTask(recorded('task-failed'), ADDRESS)
    expect(failed.status).toBe('failed')
    expect(isRefusal(failedTask(failed, ADDRESS), 'index_not_found')).toBe(true)
  })

  it('errors, each with its code and what to do', () => {
    expect(refused('error-no-key', 401)).toMatchObject({ code: 'engine_refused', hint: 'Set MEILI_KEY.' })
    expect(refused('error-wrong-key', 403)).toMatchObject({ code: 'engine_refused' })
    expect(isForbidden(refused('error-wrong-key', 403))).toBe(true)
    expect(refused('error-no-index', 404)).toMatchObject({ code: 'index_missing', retryAfter: 5 })
    expect(refused('error-filter', 400)).toMatchObject({ code: 'engine_refused' })
    expect(refused('error-filter-syntax', 400).message).toContain('invalid_search_filter')
  })

  it('settings that are as they should be, and such that are not', () => {
    const present = recorded('settings') as Record<string, unknown>
    expect(differingSettings(present)).toEqual({})
    expect(
      differingSettings({ ...present, pagination: { maxTotalHits: 1000 }, rankingRules: ['words'] }),
    ).toEqual({
      pagination: SETTINGS.pagination,
      rankingRules: SETTINGS.rankingRules,
    })
  })
})

describe('answers that are none', () => {
  it('are of another program', () => {
    for (const answer of [undefined, null, 'ok', { hits: 'x' }, { took: 3, hits: { hits: [] } }]) {
      expect(thrown(() => readAnswers([answer], ADDRESS))).toMatchObject({
        code: 'engine_refused',
        message: `What answers at ${ADDRESS} is not Meilisearch`,
      })
      expect(thrown(() => readTaskUid(answer, ADDRESS))).toBeInstanceOf(AppError)
    }
    expect(failureOf(500, { error: { type: 'x' } })).toBeUndefined()
  })

  it('of a full disk say so', () => {
    for (const code of ['no_space_left_on_device', 'database_size_limit_reached']) {
      expect(refusalError({ status: 422, code, message: 'x' }, ADDRESS)).toMatchObject({
        code: 'storage_full',
      })
    }
  })

  it('of documents that somebody else wrote say so', () => {
    for (const content of [undefined, '', '{}', '[1]', '{"id":1}']) {
      expect(thrown(() => paragraphOf(content === undefined ? {} : { content }))).toMatchObject({
        code: 'index_damaged',
      })
    }
  })
})
