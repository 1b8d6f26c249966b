import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { loadConfig } from '../../src/config.ts'
import type { Article } from '../../src/domain/article.ts'
import { openEngine } from '../../src/engines/open-engine.ts'
import type { SearchEngine } from '../../src/engines/search-engine.ts'
import { createApp } from '../../src/http/create-app.ts'
import { createServer } from '../../src/http/create-server.ts'
import type { AllowedOrigins } from '../../src/http/cross-origin.ts'
import { createPreparer } from '../../src/ingest/prepare-article.ts'
import { createSearch } from '../../src/search/search.ts'
import type { Search } from '../../src/search/search.ts'

export type Draft = Omit<Article, 'body' | 'author'> & {
  readonly author?: readonly string[]
  readonly paragraphs: readonly string[]
}

const seconds = (instant: string): number => Date.parse(instant) / 1000

export const MARKUP = '<img src=x onerror="alert(1)"> & <script>alert(\'2\')</script>'

/** A small newsroom with what the tests ask for: languages, dates, an embargo, markup, a corrected article. */
export const DRAFTS: readonly Draft[] = [
  {
    id: 'summit-en',
    source: 'The Daily X',
    author: ['Ann Example'],
    title: 'A secret summit in Pyongyang',
    url: 'https://daily.example/summit?a=1&b=2',
    publishedAt: seconds('2018-04-18T06:00:00Z'),
    languages: ['en'],
    paragraphs: [
      'The director met the North Korean leader Kim Jong-un in secret, several officials said on Wednesday.',
      'Direct talks were held at extremely high levels, the president told reporters in Florida.',
      'The meetings were planned for weeks, and a further meeting is expected in June.',
    ],
  },
  {
    id: 'summit-nb',
    source: 'Havnebladet',
    author: ['Kari Nordmann', 'Ann Example'],
    title: 'Hemmelig toppmøte i Pyongyang',
    publishedAt: seconds('2018-04-18T08:00:00Z'),
    languages: ['nb'],
    paragraphs: [
      'Direktøren møtte Nord-Koreas leder Kim Jong-un i hemmelighet, sa flere kilder onsdag.',
      'Toppmøtet kan bli holdt i juni, men stedet for møtet er ikke bestemt ennå.',
    ],
  },
  {
    id: 'summit-ar',
    source: 'صحيفة الميناء',
    title: 'قمة سرية في بيونغ يانغ',
    publishedAt: seconds('2018-05-02T08:00:00Z'),
    languages: ['ar'],
    paragraphs: [
      'التقى المدير زعيم كوريا الشمالية سرا، وقال مسؤولون إن المحادثات جرت على مستويات عالية جدا.',
    ],
  },
  {
    id: 'summit-zh',
    source: '港口日报',
    publishedAt: seconds('2018-05-03T08:00:00Z'),
    languages: ['zh'],
    paragraphs: ['局长在平壤秘密会见了朝鲜领导人金正恩，会谈在极高级别进行。'],
  },
  {
    id: 'markup',
    source: '<b>Markup & Sons</b>',
    author: ['O\'Brien "Bob" <script>'],
    title: '<script>alert(3)</script> markupword',
    url: 'javascript:alert(4)',
    publishedAt: seconds('2019-01-01T00:00:00Z'),
    languages: ['en'],
    paragraphs: [`Here is markupword as text: ${MARKUP}`],
  },
  {
    id: 'embargo',
    source: 'The Daily X',
    languages: ['en'],
    visibleFrom: seconds('2999-01-01T00:00:00Z'),
    paragraphs: ['This embargoed paragraph must not be seen by anyone yet.'],
  },
  ...Array.from({ length: 25 }, (_, number): Draft => ({
    id: `ferry-${number}`,
    source: number % 2 === 0 ? 'The Daily X' : 'Ferry Times',
    title: `Ferry number ${number}`,
    publishedAt: seconds('2020-01-01T00:00:00Z') + number * 86_400,
    languages: ['en'],
    paragraphs: [
      `The ferry called number ${number} left the harbour in the morning.`,
      'Nobody was hurt on the ferry.',
    ],
  })),
]

const LATER: Draft = {
  id: 'corrected',
  source: 'Havnebladet',
  title: 'Ferry stopped',
  publishedAt: seconds('2021-03-01T00:00:00Z'),
  languages: ['en'],
  paragraphs: ['The captain counted forty passengers.', 'The boat is being repaired now.'],
}
const EARLIER: Draft = {
  ...LATER,
  paragraphs: ['The captain counted fourteen passengers.', LATER.paragraphs[1] ?? ''],
}

export type Newsroom = {
  readonly engine: SearchEngine
  readonly search: Search
  readonly server: Server
  /** Everything that was logged, one JSON object a line. */
  readonly log: readonly string[]
  serverOf(options: {
    search?: Search
    searchTimeoutMs?: number
    isStopping?: () => boolean
    publicUrl?: string
    corsOrigins?: AllowedOrigins
  }): Server
  close(): Promise<void>
}

const webFolder = fileURLToPath(new URL('../../web', import.meta.url))

/** The real engine in a folder of its own, filled, behind the real HTTP interface. */
export async function openNewsroom(
  more: readonly Draft[] = [],
  { scriptFolder }: { readonly scriptFolder?: string } = {},
): Promise<Newsroom> {
  const dataDir = mkdtempSync(join(tmpdir(), 'paragraf-http-'))
  const config = loadConfig({ DATA_DIR: dataDir })
  const engine = openEngine(config, {})
  await engine.prepare()
  const prepare = createPreparer()
  const put = (drafts: readonly Draft[]): Promise<unknown> =>
    engine.put(
      drafts.map(({ paragraphs, author = [], ...article }) =>
        prepare({ ...article, author, body: { kind: 'paragraphs', paragraphs } }),
      ),
    )
  await put([...DRAFTS, EARLIER, ...more])
  await put([LATER])

  const log: string[] = []
  const logger = pino({ level: 'debug' }, { write: (line: string) => void log.push(line) })
  const serverOf: Newsroom['serverOf'] = ({
    search,
    searchTimeoutMs = 5_000,
    isStopping = () => false,
    publicUrl,
    corsOrigins = [],
  }) =>
    createServer(
      createApp({
        engine,
        config: { ...config, corsOrigins, searchTimeoutMs, ...(publicUrl !== undefined && { publicUrl }) },
        logger,
        webFolder,
        ...(scriptFolder !== undefined && { scriptFolder }),
        isStopping,
        ...(search && { search }),
      }),
    )
  return {
    engine,
    search: createSearch(engine),
    server: serverOf({}),
    log,
    serverOf,
    async close() {
      await engine.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
