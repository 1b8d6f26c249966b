import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import { AppError } from '../../errors.ts'
import { inBatches, refuseSmallIndex } from '../common/rebuild.ts'
import type { PutReport, RebuildReport } from '../search-engine.ts'
import type { Server } from './client.ts'
import { openDocumentStore, type Places } from './document-store.ts'
import { createIndex, indicesBehind } from './prepare-index.ts'
import { putArticles, type PutContext } from './put-articles.ts'
import { countOf, refresh } from './read-stats.ts'
import { indexBodies, versionOf } from './schema.ts'
import { z } from 'zod'
import { read } from './answer.ts'

const PARAGRAPHS_AT_ONCE = 2000
/** Paragraphs that are read back and compared, a batch. */
const SAMPLED = 3

export type RebuildContext = Omit<PutContext, 'places' | 'isRebuild'> & {
  /** The aliases. */
  readonly names: Places
  readonly shards: number
  readonly force: boolean
}

/**
 * Fills fresh indices, compares them with what was given, and swaps both aliases in one request: the old ones serve until
 * then. Whatever fails before leaves nothing behind.
 */
export async function rebuildIndex(
  articles: AsyncIterable<AnalyzedArticle>,
  context: RebuildContext,
): Promise<RebuildReport> {
  const { server, names } = context
  const old = {
    paragraphs: await indicesBehind(server, names.paragraphs),
    documents: await indicesBehind(server, names.documents),
  }
  await deleteLeftOvers(server, names, [...old.paragraphs, ...old.documents])
  const fresh = await createFresh(server, names, { old, shards: context.shards })
  try {
    const before = await countOf(server, names.paragraphs)
    const { put, rejected } = await fill(articles, fresh, context)
    const after = await countOf(server, fresh.paragraphs)
    refuseDifferent(after, put)
    refuseSmallIndex({ before, after, force: context.force })
    context.check()
    context.willChange()
    await swap(server, names, { old, fresh })
    await deleteIndices(server, [...old.paragraphs, ...old.documents])
    return { before, after, rejected }
  } catch (error) {
    // the aliases still name the old ones, unless the swap was done and only its answer was lost
    const serving = await indicesBehind(server, names.paragraphs).catch(() => [fresh.paragraphs])
    if (!serving.includes(fresh.paragraphs)) {
      await deleteIndices(server, [fresh.paragraphs, fresh.documents]).catch(() => undefined)
    }
    throw error
  }
}

type Old = { readonly paragraphs: readonly string[]; readonly documents: readonly string[] }

async function createFresh(
  server: Server,
  names: Places,
  { old, shards }: { readonly old: Old; readonly shards: number },
): Promise<Places> {
  const bodies = indexBodies(shards)
  const version = 1 + Math.max(0, ...[...old.paragraphs, ...old.documents].map(versionIn))
  const fresh = {
    paragraphs: versionOf(names.paragraphs, version),
    documents: versionOf(names.documents, version),
  }
  await createIndex(server, fresh.paragraphs, bodies.paragraphs)
  await createIndex(server, fresh.documents, bodies.documents)
  return fresh
}

const versionIn = (index: string): number => Number(/-(\d+)$/.exec(index)?.[1] ?? 0)

/** What a killed rebuild left behind: versions that no alias names. */
async function deleteLeftOvers(server: Server, names: Places, serving: readonly string[]): Promise<void> {
  const listed = read(
    z.record(z.string(), z.unknown()),
    await server.send({ method: 'GET', path: `/${names.paragraphs}-*,${names.documents}-*/_alias` }),
  )
  const isVersion = (index: string): boolean =>
    [names.paragraphs, names.documents].some(
      alias => /^\d+$/.test(index.slice(alias.length + 1)) && index.startsWith(`${alias}-`),
    )
  await deleteIndices(
    server,
    Object.keys(listed).filter(index => isVersion(index) && !serving.includes(index)),
  )
}

async function deleteIndices(server: Server, indices: readonly string[]): Promise<void> {
  for (const index of indices) await server.send({ method: 'DELETE', path: `/${index}` })
}

async function fill(
  articles: AsyncIterable<AnalyzedArticle>,
  fresh: Places,
  context: RebuildContext,
): Promise<{ readonly put: number; readonly rejected: PutReport['rejected'] }> {
  const rejected: PutReport['rejected'][number][] = []
  const sample = new Map<string, string>()
  let put = 0
  for await (const batch of inBatches(articles, PARAGRAPHS_AT_ONCE)) {
    const report = await putArticles(batch, {
      ...context,
      places: fresh,
      isRebuild: true,
      // nobody can search it before the swap
      willChange: () => undefined,
    })
    put += report.indexed + report.unchanged
    rejected.push(...report.rejected)
    const refused = new Set(report.rejected.map(({ id }) => id))
    const first = batch.find(({ id }) => !refused.has(id))
    for (const { paragraph } of first?.paragraphs.slice(0, SAMPLED) ?? [])
      sample.set(paragraph.id, JSON.stringify(paragraph))
  }
  await refresh(context.server, fresh)
  await compare(sample, fresh, context.server)
  return { put, rejected }
}

async function compare(sample: ReadonlyMap<string, string>, fresh: Places, server: Server): Promise<void> {
  const found = await openDocumentStore(server, fresh).live([...sample.keys()])
  const same = found.filter(paragraph => sample.get(paragraph.id) === JSON.stringify(paragraph))
  if (same.length === sample.size) return
  throw new AppError(
    'internal',
    `Of ${sample.size} paragraphs that were read back from the new index, ${sample.size - same.length} differ`,
    { hint: 'The old index still serves. Check that no article comes twice, and report this.' },
  )
}

function refuseDifferent(after: number, put: number): void {
  if (after === put) return
  throw new AppError(
    'internal',
    `The new index holds ${after} paragraphs instead of the ${put} that were put`,
    {
      hint: 'The old index still serves. Check that no article comes twice, and report this.',
    },
  )
}

async function swap(
  server: Server,
  names: Places,
  { old, fresh }: { readonly old: Old; readonly fresh: Places },
): Promise<void> {
  const actions = [
    ...old.paragraphs.map(index => ({ remove: { index, alias: names.paragraphs } })),
    ...old.documents.map(index => ({ remove: { index, alias: names.documents } })),
    { add: { index: fresh.paragraphs, alias: names.paragraphs } },
    { add: { index: fresh.documents, alias: names.documents } },
  ]
  await server.send({ method: 'POST', path: '/_aliases', body: { actions } })
}
