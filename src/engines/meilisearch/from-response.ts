import { z } from 'zod'
import type { Language } from '../../domain/language.ts'
import type { Paragraph, StoredParagraph } from '../../domain/paragraph.ts'
import { AppError } from '../../errors.ts'
import { otherProgram } from './server-error.ts'
import type { IndexState } from './document.ts'

/** Answers of the server, read once at the edge. */

const Count = z.number().int().nonnegative()

const Hit = z.looseObject({
  content: z.string().optional(),
  language: z.custom<Language>(value => typeof value === 'string').optional(),
  tokens: z.string().optional(),
  title: z.string().optional(),
  quote: Count.optional(),
  order: z.string().optional(),
})
const Answer = z.object({
  hits: z.array(Hit),
  estimatedTotalHits: Count.optional(),
  totalHits: Count.optional(),
  facetDistribution: z.record(z.string(), z.record(z.string(), Count)).optional(),
})

export type SearchAnswer = {
  readonly hits: readonly z.infer<typeof Hit>[]
  /** Of everything that the filter finds, of distinct values where these were asked for with `hitsPerPage`. */
  readonly total: number
  /** Counts by value key and field. */
  readonly facets: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** As many as were given; throws where an answer is none of a search. */
export function readAnswers(answers: readonly unknown[], address: string): [SearchAnswer, ...SearchAnswer[]] {
  return answers.map(answer => {
    const parsed = Answer.safeParse(answer)
    if (!parsed.success) throw otherProgram(address, parsed.error)
    const { hits, totalHits, estimatedTotalHits, facetDistribution } = parsed.data
    return { hits, total: totalHits ?? estimatedTotalHits ?? 0, facets: facetDistribution ?? {} }
  }) as unknown as [SearchAnswer, ...SearchAnswer[]]
}

/** The paragraph of a hit. What we wrote is trusted, but somebody else may have written into the index. */
export function paragraphOf({ content }: SearchAnswer['hits'][number]): Paragraph {
  return contentOf(content) as Paragraph
}

export const storedParagraphOf = ({ content }: SearchAnswer['hits'][number]): StoredParagraph =>
  contentOf(content) as StoredParagraph

const Content = z.looseObject({ id: z.string(), articleId: z.string(), text: z.string() })

function contentOf(content: string | undefined): unknown {
  try {
    const value: unknown = JSON.parse(content ?? '')
    if (Content.safeParse(value).success) return value
  } catch {
    // told below
  }
  throw new AppError(
    'index_damaged',
    'The index of Meilisearch holds a document that Paragraf did not write',
    {
      hint: 'Use an index of Paragraf’s own, and run the indexer with --rebuild.',
    },
  )
}

const Task = z.object({
  uid: Count,
  status: z.enum(['enqueued', 'processing', 'succeeded', 'failed', 'canceled']),
  error: z.object({ message: z.string(), code: z.string() }).nullish(),
  startedAt: z.string().nullish(),
})
export type TaskAnswer = z.infer<typeof Task>

export function readTask(answer: unknown, address: string): TaskAnswer {
  const parsed = Task.safeParse(answer)
  if (!parsed.success) throw otherProgram(address, parsed.error)
  return parsed.data
}

const Enqueued = z.object({ taskUid: Count })

export function readTaskUid(answer: unknown, address: string): number {
  const parsed = Enqueued.safeParse(answer)
  if (!parsed.success) throw otherProgram(address, parsed.error)
  return parsed.data.taskUid
}

const State = z.looseObject({
  format: z.number(),
  fingerprint: z.string(),
  generation: z.number(),
  secret: z.string(),
})

/** Absent where it is not the document that says how the index was made. */
export function readState(document: unknown): IndexState | undefined {
  const parsed = State.safeParse(document)
  if (!parsed.success) return undefined
  const { format, fingerprint, generation, secret } = parsed.data
  return { format, fingerprint, generation, secret }
}

const Letter = z.looseObject({ letter: z.string() })

export const readLetters = ({ hits }: SearchAnswer): string[] =>
  hits.flatMap(hit => {
    const parsed = Letter.safeParse(hit)
    return parsed.success ? [parsed.data.letter] : []
  })

const Terms = z.looseObject({ terms: z.array(z.string()) })

export const readTerms = ({ hits }: SearchAnswer): string[] =>
  hits.flatMap(hit => {
    const parsed = Terms.safeParse(hit)
    return parsed.success ? parsed.data.terms : []
  })

const Order = z.looseObject({ order: z.string() })

export const readOrders = ({ hits }: SearchAnswer): string[] =>
  hits.flatMap(hit => {
    const parsed = Order.safeParse(hit)
    return parsed.success ? [parsed.data.order] : []
  })

const Head = z.looseObject({ articleKey: z.string(), hash: z.string() })

/** The content hash of each article, by its key. */
export const readHashes = ({ hits }: SearchAnswer): Map<string, string> =>
  new Map(
    hits.flatMap(hit => {
      const parsed = Head.safeParse(hit)
      return parsed.success ? [[parsed.data.articleKey, parsed.data.hash] as const] : []
    }),
  )

const Version = z.object({ pkgVersion: z.string() })

/** Absent when the answer is not one of Meilisearch. */
export function readVersion(answer: unknown): string | undefined {
  const parsed = Version.safeParse(answer)
  return parsed.success ? parsed.data.pkgVersion : undefined
}

const Health = z.object({ status: z.literal('available') })
export const isHealthy = (answer: unknown): boolean => Health.safeParse(answer).success

const Stats = z.object({
  numberOfDocuments: Count,
  isIndexing: z.boolean(),
  rawDocumentDbSize: Count,
  internalDatabaseSizes: z.record(z.string(), Count).optional(),
})

export type StatsAnswer = {
  readonly documents: number
  readonly isIndexing: boolean
  readonly bytes: number
}

export function readStats(answer: unknown, address: string): StatsAnswer {
  const parsed = Stats.safeParse(answer)
  if (!parsed.success) throw otherProgram(address, parsed.error)
  const { numberOfDocuments, isIndexing, rawDocumentDbSize, internalDatabaseSizes } = parsed.data
  const sizes = Object.values(internalDatabaseSizes ?? {})
  return {
    documents: numberOfDocuments,
    isIndexing,
    bytes: sizes.length > 0 ? sizes.reduce((sum, size) => sum + size, 0) : rawDocumentDbSize,
  }
}
