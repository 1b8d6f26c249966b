import type { Article } from '../src/domain/article.ts'

/** Where something stood, for whoever has to correct it. */
export type Place = {
  /** As the user named it, or the path below what the user named; `-` is standard input. */
  readonly file: string
  /** From 1. */
  readonly line?: number
  /** Number of the article in a JSON array, from 1. */
  readonly item?: number
}

export type Rejection = { readonly kind: 'rejected'; readonly place: Place; readonly reason: string }

export type ReadArticle = {
  readonly kind: 'article'
  readonly place: Place
  readonly article: Article
  readonly unknownFields: readonly string[]
  readonly isKnownByText: boolean
}

export type ReadItem = ReadArticle | Rejection

export function describePlace({ file, line, item }: Place): string {
  const position = line === undefined ? (item === undefined ? '' : ` (article ${item})`) : `:${line}`
  return printable(file) + position
}

/** Control characters of file names and values must not reach a terminal. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Control}/gu, character => JSON.stringify(character).slice(1, -1))
}
