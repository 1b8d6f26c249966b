/** Filter expressions as objects; only `filterExpression` makes strings of them. */
export type Filter =
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'is'; readonly field: string; readonly values: readonly (string | number)[] }
  | { readonly kind: 'beginsWith'; readonly field: string; readonly value: string }
  | {
      readonly kind: 'compare'
      readonly field: string
      readonly operator: '<' | '<=' | '>' | '>='
      readonly value: string | number
    }
  | { readonly kind: 'has'; readonly field: string }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Filter[] }
  | { readonly kind: 'not'; readonly of: Filter }

export const EVERYTHING: Filter = { kind: 'everything' }
export const NOTHING: Filter = { kind: 'nothing' }

export const is = (field: string, ...values: readonly (string | number)[]): Filter =>
  values.length === 0 ? NOTHING : { kind: 'is', field, values }

export const beginsWith = (field: string, value: string): Filter => ({ kind: 'beginsWith', field, value })
export const has = (field: string): Filter => ({ kind: 'has', field })
export const compare = (
  field: string,
  operator: '<' | '<=' | '>' | '>=',
  value: string | number,
): Filter => ({ kind: 'compare', field, operator, value })

/** Flat, since the server refuses filters that are nested more than 150 deep. */
export function and(...filters: readonly Filter[]): Filter {
  const of = filters.flatMap(one => (one.kind === 'and' ? one.of : one.kind === 'everything' ? [] : [one]))
  if (of.some(one => one.kind === 'nothing')) return NOTHING
  return of.length === 1 ? (of[0] ?? EVERYTHING) : of.length === 0 ? EVERYTHING : { kind: 'and', of }
}

export function or(...filters: readonly Filter[]): Filter {
  const of = filters.flatMap(one => (one.kind === 'or' ? one.of : one.kind === 'nothing' ? [] : [one]))
  if (of.some(one => one.kind === 'everything')) return EVERYTHING
  return of.length === 1 ? (of[0] ?? NOTHING) : of.length === 0 ? NOTHING : { kind: 'or', of }
}

export function not(filter: Filter): Filter {
  if (filter.kind === 'everything') return NOTHING
  if (filter.kind === 'nothing') return EVERYTHING
  return filter.kind === 'not' ? filter.of : { kind: 'not', of: filter }
}

/** All of these, or of a list in it one. */
export type FilterExpression = readonly (string | readonly string[])[]

/** Values of one `IN`: the server's parser takes a time that grows with the square of a string's length. */
const VALUES_AT_ONCE = 100

/** The outermost "and" and "or" as lists, so that the strings are short. */
export function filterExpression(filter: Filter): FilterExpression {
  const parts = filter.kind === 'and' ? filter.of : [filter]
  return parts.map(part => {
    const alternatives = (part.kind === 'or' ? part.of : [part]).flatMap(inPieces)
    return alternatives.length === 1 ? (alternatives[0] ?? '') : alternatives
  })
}

function inPieces(filter: Filter): string[] {
  if (filter.kind !== 'is' || filter.values.length <= VALUES_AT_ONCE) return [textOf(filter)]
  const pieces: string[] = []
  for (let i = 0; i < filter.values.length; i += VALUES_AT_ONCE) {
    pieces.push(textOf({ ...filter, values: filter.values.slice(i, i + VALUES_AT_ONCE) }))
  }
  return pieces
}

function textOf(filter: Filter): string {
  switch (filter.kind) {
    case 'everything':
      return 'role EXISTS'
    case 'nothing':
      return 'role = "none"'
    case 'is':
      return filter.values.length === 1
        ? `${filter.field} = ${quoted(filter.values[0] ?? '')}`
        : `${filter.field} IN [${filter.values.map(quoted).join(', ')}]`
    case 'beginsWith':
      return `${filter.field} STARTS WITH ${quoted(filter.value)}`
    case 'compare':
      return `${filter.field} ${filter.operator} ${quoted(filter.value)}`
    case 'has':
      return `${filter.field} EXISTS`
    case 'and':
    case 'or':
      return `(${filter.of.map(textOf).join(filter.kind === 'and' ? ' AND ' : ' OR ')})`
    case 'not':
      return `NOT (${textOf(filter.of)})`
  }
}

/** The server first undoes `\"`, then every other escape. */
const quoted = (value: string | number): string =>
  `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
