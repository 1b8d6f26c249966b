import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ParagraphKind, QuoteKind } from '../src/domain/paragraph.ts'
import { articleIdOf } from '../src/ingest/ids.ts'

/** The sample newsroom, and what is known of it by hand. */
export const SEEDS = fileURLToPath(new URL('../seeds', import.meta.url))

export type ExpectedParagraph = {
  readonly articleId: string
  readonly position: number
  readonly kind: ParagraphKind
  readonly language: string
  readonly text: string
  readonly quotes: readonly {
    readonly text: string
    readonly kind: QuoteKind
    readonly speaker: string | null
  }[]
}

export type Judgement = {
  readonly query: string
  readonly language: string
  /** `articleId#position`. */
  readonly relevant: readonly string[]
}

export const readExpected = (): ExpectedParagraph[] =>
  readLines<ExpectedParagraph>('expected.ndjson').map(one => ({
    ...one,
    articleId: resolveId(one.articleId),
  }))

export const readJudgements = (): Judgement[] =>
  readLines<Judgement>('judgements.ndjson').map(one => ({
    ...one,
    relevant: one.relevant.map(place => {
      const [id = '', position = ''] = place.split('#')
      return `${resolveId(id)}#${position}`
    }),
  }))

function readLines<T>(name: string): T[] {
  return readFileSync(`${SEEDS}/${name}`, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T)
}

/** `@folder/file`: an article without an id of its own, whose source is the name of its folder. */
function resolveId(id: string): string {
  if (!id.startsWith('@')) return id
  const path = id.slice(1)
  return articleIdOf({ source: path.split('/').at(-2) ?? '', path, content: '' })
}
