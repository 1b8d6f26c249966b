import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { indexArticles } from '../../indexer/index-articles.ts'
import type { IndexOptions } from '../../indexer/index-articles.ts'
import type { ReadItem } from '../../indexer/read-item.ts'
import { createRecorder } from '../../indexer/report.ts'
import type { AnalyzedArticle } from '../../src/domain/analyzed.ts'
import { AppError } from '../../src/errors.ts'
import { createPreparer } from '../../src/ingest/prepare-article.ts'

const NEVER = new AbortController().signal

function article(id: string, text = 'One. \n\nTwo.', line = 1): ReadItem {
  return {
    kind: 'article',
    place: { file: 'a.ndjson', line },
    article: { id, source: 'S', author: [], body: { kind: 'text', text, markup: 'plain' } },
    unknownFields: [],
    isKnownByText: false,
  }
}

async function* streamOf(
  items: readonly ReadItem[],
  onRead: (count: number) => void = () => {},
): AsyncGenerator<ReadItem> {
  for (const [index, item] of items.entries()) {
    await setImmediate()
    onRead(index + 1)
    yield item
  }
}

const accepted = (articles: readonly AnalyzedArticle[]) => ({
  indexed: articles.reduce((count, { paragraphs }) => count + paragraphs.length, 0),
  unchanged: 0,
  retired: 0,
  rejected: [],
})

function optionsWith(put: IndexOptions['put'], changes: Partial<IndexOptions> = {}): IndexOptions {
  const shared = { prepare: createPreparer(), recorder: createRecorder(), onProgress: () => {}, stop: NEVER }
  return { ...shared, put, batchSize: 4, concurrency: 2, ...changes }
}

describe('batches', () => {
  test('are put when they are full, and the last one at the end', async () => {
    const batches: string[][] = []
    const options = optionsWith(articles => {
      batches.push(articles.map(({ id }) => id))
      return Promise.resolve(accepted(articles))
    })
    await indexArticles(streamOf(['a', 'b', 'c', 'd', 'e'].map(id => article(id))), options)
    expect(batches).toEqual([['a', 'b'], ['c', 'd'], ['e']])
    expect(options.recorder.report(1)).toMatchObject({
      articles: 5,
      paragraphs: { indexed: 10 },
      sources: { S: 10 },
    })
  })

  test('are under way at most `concurrency` at once, and reading waits for them', async () => {
    let underWay = 0
    let most = 0
    let put = 0
    let aheadMost = 0
    const options = optionsWith(async articles => {
      underWay++
      most = Math.max(most, underWay)
      for (let turn = 0; turn < 20; turn++) await setImmediate()
      underWay--
      put += articles.length
      return accepted(articles)
    })
    const items = Array.from({ length: 40 }, (_, index) => article(`a${index}`))
    await indexArticles(
      streamOf(items, read => (aheadMost = Math.max(aheadMost, read - put))),
      options,
    )
    expect(most).toBe(2)
    expect(aheadMost).toBeLessThanOrEqual(2 * 3)
  })

  test('are small when the texts are long', async () => {
    const sizes: number[] = []
    const options = optionsWith(
      articles => {
        sizes.push(articles.length)
        return Promise.resolve(accepted(articles))
      },
      { batchSize: 100_000 },
    )
    const items = ['a', 'b', 'c'].map(id => article(id, 'Nobody was hurt. '.repeat(80_000)))
    await indexArticles(streamOf(items), options)
    expect(sizes).toEqual([2, 1])
  })
})

describe('an article that comes again', () => {
  test('replaces the earlier one of its batch', async () => {
    const texts: string[] = []
    const options = optionsWith(articles => {
      for (const { paragraphs } of articles)
        for (const { paragraph } of paragraphs) texts.push(paragraph.text)
      return Promise.resolve(accepted(articles))
    })
    await indexArticles(
      streamOf([article('a', 'Old.'), article('b', 'Other.'), article('a', 'New.', 3)]),
      options,
    )
    expect(texts.sort()).toEqual(['New.', 'Other.'])
    expect(options.recorder.report(1).repeated).toEqual([{ id: 'a', place: { file: 'a.ndjson', line: 3 } }])
  })

  test('sets out only after the earlier one is in', async () => {
    const log: string[] = []
    let turns = 40
    const options = optionsWith(
      async articles => {
        const [first] = articles
        const text = first?.paragraphs[0]?.paragraph.text ?? ''
        const wait = turns
        // The first batch takes longest.
        turns = 1
        for (let turn = 0; turn < wait; turn++) await setImmediate()
        log.push(text)
        return accepted(articles)
      },
      { batchSize: 1, concurrency: 4 },
    )
    await indexArticles(
      streamOf([article('a', 'Old.'), article('b', 'Other.'), article('a', 'New.')]),
      options,
    )
    expect(log).toEqual(['Other.', 'Old.', 'New.'])
  })
})

describe('when the engine', () => {
  test('fails, the run ends with its error after what was under way, and what was put is counted', async () => {
    let calls = 0
    const options = optionsWith(
      async articles => {
        calls++
        await setImmediate()
        if (calls === 3) throw new AppError('storage_full', 'The disk is full')
        return accepted(articles)
      },
      { concurrency: 1 },
    )
    const items = Array.from({ length: 40 }, (_, index) => article(`a${index}`))
    await expect(indexArticles(streamOf(items), options)).rejects.toMatchObject({ code: 'storage_full' })
    expect(calls).toBe(3)
    expect(options.recorder.report(1).articles).toBe(4)
  })

  test('rejects an article, it is named with its place and not counted', async () => {
    const options = optionsWith(articles =>
      Promise.resolve({
        indexed: 2,
        unchanged: 0,
        retired: 0,
        rejected: [{ id: articles[0]?.id ?? '', reason: 'is too long' }],
      }),
    )
    await indexArticles(streamOf([article('a', 'Bad.', 7), article('b')]), options)
    expect(options.recorder.report(1)).toMatchObject({
      articles: 1,
      rejected: [{ file: 'a.ndjson', line: 7, reason: 'is too long' }],
      sources: { S: 2 },
    })
  })
})

test('told to stop, it reads no further and ends what is under way', async () => {
  const stop = new AbortController()
  const put: string[] = []
  const options = optionsWith(
    async articles => {
      stop.abort()
      await setImmediate()
      for (const { id } of articles) put.push(id)
      return accepted(articles)
    },
    { stop: stop.signal },
  )
  const items = Array.from({ length: 40 }, (_, index) => article(`a${index}`))
  await indexArticles(streamOf(items), options)
  expect(put).toEqual(['a0', 'a1'])
})
