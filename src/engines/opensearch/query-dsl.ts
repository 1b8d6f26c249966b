/** A query in the server's own language, as an object: nothing in it is ever pasted together from text. */
export type ServerQuery = { readonly [kind: string]: object }

export const MATCH_NONE: ServerQuery = { match_none: {} }

/** All of these; their scores add up. */
export const allOf = (queries: readonly ServerQuery[]): ServerQuery =>
  queries.length === 1 && queries[0] ? queries[0] : { bool: { must: queries } }

/** At least one of these; the best of their scores counts. */
export function anyOf(queries: readonly ServerQuery[]): ServerQuery {
  const [first, ...rest] = queries
  if (!first) return MATCH_NONE
  return rest.length === 0 ? first : { dis_max: { queries } }
}

/** A filter that nothing passes that one of these finds. */
export const noneOf = (queries: readonly ServerQuery[]): ServerQuery[] =>
  queries.length === 0 ? [] : [{ bool: { must_not: queries } }]

export const filtered = (filter: readonly ServerQuery[]): ServerQuery =>
  filter.length === 0 ? { match_all: {} } : { bool: { filter } }
