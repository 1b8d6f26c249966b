import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import { AppError } from '../../errors.ts'
import { checkArticles } from '../common/check-articles.ts'
import { contentHash } from '../common/content-hash.ts'
import type { PutReport } from '../search-engine.ts'
import { changeOf, type ArticleChange } from './article-documents.ts'
import type { Server } from './client.ts'
import { letterDocument, stateDocument, type IndexState } from './document.ts'
import { idKey } from './keys.ts'
import { articlesOf, hashesOf } from './read-documents.ts'
import { tooLarge } from './server-error.ts'
import { isHangUp } from './transport.ts'
import { followTask } from './tasks.ts'
import { alphabetOf } from './widen.ts'

/**
 * Bytes of one task. The server takes up to 100 MB unless it is told otherwise, and nothing of a task can be found before
 * all of it; much smaller ones are slower (bench/meilisearch.md).
 */
const TASK_BYTES = 24_000_000

export type PutContext = {
  readonly server: Server
  /** What is stored of the articles so far, here … */
  readonly from: string
  /** … and where they are written. */
  readonly to: string
  /** The state as the next task leaves it. */
  readonly nextState: () => IndexState
  /** Letters that are written already; grows. */
  readonly letters: Set<string>
  /** Seconds UTC. */
  readonly now: number
  /** Write it even when nothing of it has changed. */
  readonly isAnew: boolean
}

export async function putArticles(
  articles: readonly AnalyzedArticle[],
  context: PutContext,
): Promise<PutReport> {
  const { accepted, rejected: refused } = checkArticles(articles)
  const { server, from, to, isAnew, now } = context
  const ids = accepted.map(({ id }) => id)
  const hashes = await hashesOf(server, from, ids)
  const isKnown = ({ id }: AnalyzedArticle): boolean => hashes.has(idKey(id))
  const changed = accepted.filter(article => isAnew || hashes.get(idKey(article.id)) !== contentHash(article))
  const stored = await articlesOf(
    server,
    from,
    changed.filter(isKnown).map(({ id }) => id),
  )
  const rejected = [...refused]
  const report = { indexed: 0, unchanged: 0, retired: 0 }
  const isChanged = new Set(changed)
  for (const article of accepted) if (!isChanged.has(article)) report.unchanged += article.paragraphs.length

  const send = async (batch: readonly ArticleChange[], letters: readonly string[]): Promise<void> => {
    try {
      await sendTask(batch, letters, context)
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'payload_too_large') || batch.length === 0)
        throw error
      const half = Math.ceil(batch.length / 2)
      if (batch.length === 1) {
        rejected.push({ id: batch[0]?.id ?? '', reason: `${error.message}. ${error.hint ?? ''}` })
        return
      }
      await send(batch.slice(0, half), letters)
      await send(batch.slice(half), letters)
      return
    }
    for (const { indexed, unchanged, retired } of batch) {
      report.indexed += indexed
      report.unchanged += unchanged
      report.retired += retired
    }
  }

  let batch: ArticleChange[] = []
  let bytes = 0
  let letters = new Set<string>()
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return
    await send(batch, [...letters])
    for (const letter of letters) context.letters.add(letter)
    batch = []
    bytes = 0
    letters = new Set()
  }
  for (const article of changed) {
    const change = changeOf(article, stored.get(article.id) ?? [], { now, isFresh: from !== to })
    const size = change.lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0)
    if (bytes + size > TASK_BYTES) await flush()
    batch.push(change)
    bytes += size
    const terms = article.paragraphs.flatMap(({ tokens }) => tokens.map(({ term }) => term))
    for (const letter of alphabetOf(new Set(terms))) if (!context.letters.has(letter)) letters.add(letter)
  }
  await flush()
  return { ...report, rejected }
}

/** One task, which the server does wholly or not at all: so an article is never seen half changed. */
async function sendTask(
  batch: readonly ArticleChange[],
  letters: readonly string[],
  { server, to, nextState }: PutContext,
): Promise<void> {
  const lines = [
    ...batch.flatMap(change => change.lines),
    ...letters.map(letter => JSON.stringify(letterDocument(letter))),
    JSON.stringify(stateDocument(nextState())),
  ]
  const body = `${lines.join('\n')}\n`
  try {
    await followTask(server, server.putDocuments(to, body))
  } catch (error) {
    throw await sizeOrFailure(error, server, body.length)
  }
}

/** Smaller requests are sent before anybody can refuse their size. */
const LEAST_CUT = 64_000

/**
 * A server that finds a request too large answers and hangs up while it is still being sent, and then the answer is lost:
 * whoever hangs up and is in good health has refused the size.
 */
async function sizeOrFailure(error: unknown, server: Server, size: number): Promise<unknown> {
  if (!(error instanceof AppError) || error.code !== 'engine_unreachable' || size < LEAST_CUT) return error
  if (!isHangUp(error.cause)) return error
  try {
    await server.health()
  } catch {
    return error
  }
  return tooLarge(server.address, error)
}
