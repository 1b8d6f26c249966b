import { parseLanguage } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'
import { QUOTE_KINDS } from '../domain/paragraph.ts'
import type { QuoteKind } from '../domain/paragraph.ts'
import type { Filters, ValueFilter, Zone } from '../domain/query.ts'
import type { EngineCapabilities } from '../engines/search-engine.ts'
import { AppError } from '../errors.ts'
import { nameKey } from '../text/normal-form.ts'
import type { Note } from './notes.ts'
import { shown } from './notes.ts'
import { parseDate } from './parse-date.ts'
import type { QueryFilter } from './query-syntax.ts'
import type { SearchRequest } from './request.ts'

export type PlannedFilters = {
  readonly filters: Filters
  readonly zone: Zone
  /** Those typed in the query that are honoured. */
  readonly typed: readonly QueryFilter[]
  readonly notes: readonly Note[]
  /** The filters contradict each other: no paragraph can pass. */
  readonly isImpossible: boolean
}

/**
 * The filters of the query and those of the parameters as one: a paragraph must pass both. Values of one field are
 * alternatives, dates narrow each other (`after:` inclusive, `before:` exclusive). Throws `not_supported` for a
 * parameter that this engine cannot honour; the same in the typed query is left out with a note.
 */
export function planFilters(
  asTyped: readonly QueryFilter[],
  request: Pick<SearchRequest, 'filters' | 'zone'>,
  capabilities: EngineCapabilities,
): PlannedFilters {
  assertSupported(request, capabilities)
  const notes: Note[] = []
  const typed = asTyped.flatMap(oneValueEach).filter(filter => isHonoured(filter, capabilities, notes))
  const language = both(readLanguages(typed), request.filters.language, tag => tag)
  const source = both(readNames(typed, 'source'), request.filters.source, nameKey)
  const author = both(readNames(typed, 'author'), request.filters.author, nameKey)
  const { speaker } = request.filters
  const speakerNamed = both(readNames(typed, 'speaker'), request.filters.speakerNamed, nameKey)
  const quoteKind = both(readKinds(typed), request.filters.quoteKind, kind => kind)
  const publishedAt = narrow([...readDates(typed), request.filters.publishedAt ?? {}])
  const zones = [...readZones(typed), request.zone].filter(zone => zone !== 'any')

  const isImpossible =
    [language, source, author, speakerNamed, quoteKind].some(filter => filter?.any?.length === 0) ||
    (publishedAt?.from !== undefined && publishedAt.to !== undefined && publishedAt.from >= publishedAt.to) ||
    new Set(zones).size > 1
  if (isImpossible) {
    notes.push({
      code: 'filters_conflict',
      message: 'The filters contradict each other: nothing can pass all of them.',
    })
  }
  return {
    filters: {
      ...(language && { language }),
      ...(source && { source }),
      ...(author && { author }),
      ...(speaker && { speaker }),
      ...(speakerNamed && { speakerNamed }),
      ...(quoteKind && { quoteKind }),
      ...(publishedAt && { publishedAt }),
    },
    zone: zones[0] ?? 'any',
    typed,
    notes,
    isImpossible,
  }
}

function assertSupported(
  { filters, zone }: Pick<SearchRequest, 'filters' | 'zone'>,
  capabilities: EngineCapabilities,
): void {
  if (!capabilities.zones.includes(zone)) {
    throw new AppError(
      'not_supported',
      `This index cannot tell what is inside of quotes: in=${zone} cannot be answered.`,
      {
        hint: 'Leave out the parameter “in”.',
      },
    )
  }
  const unknown =
    filters.speaker !== undefined ? 'speaker' : filters.quoteKind !== undefined ? 'kind' : undefined
  if (unknown !== undefined && !knowsQuotes(capabilities)) {
    throw new AppError(
      'not_supported',
      `This index does not know who is quoted: “${unknown}” cannot be answered.`,
      {
        hint: `Leave out the parameter “${unknown}”, or search for the name as a word.`,
      },
    )
  }
}

const knowsQuotes = ({ facets }: EngineCapabilities): boolean => facets.includes('speaker')

/** `lang:nb,nn` names two, `kind:direct,dash` too. A comma may be part of a name. */
function oneValueEach(filter: QueryFilter): QueryFilter[] {
  if (filter.field !== 'language' && filter.field !== 'kind') return [filter]
  return filter.value.split(/[,،、]/u).map(value => ({ ...filter, value: value.trim() }))
}

function isHonoured(filter: QueryFilter, capabilities: EngineCapabilities, notes: Note[]): boolean {
  const problem = problemOf(filter, capabilities)
  if (problem !== undefined) notes.push(problem)
  return problem === undefined
}

/** Why a filter is left out. */
function problemOf(
  { field, value, isExcluded }: QueryFilter,
  capabilities: EngineCapabilities,
): Note | undefined {
  switch (field) {
    case 'speaker':
    case 'kind':
    case 'in': {
      const isKnown =
        field === 'in' ? capabilities.zones.includes(zoneOf(value, isExcluded)) : knowsQuotes(capabilities)
      if (isKnown && field === 'kind') return kindProblem(value)
      const message = `“${field}:${shown(value)}” was ignored: this index does not know what is said by whom.`
      return isKnown ? undefined : { code: 'not_supported', message, about: `${field}:${shown(value)}` }
    }
    case 'before':
    case 'after': {
      const message = `“${field}:${shown(value)}” is no date and was ignored. Write 2018, 2018-04 or 2018-04-18.`
      return parseDate(value) === undefined
        ? { code: 'invalid_date', message, about: `${field}:${shown(value)}` }
        : undefined
    }
    case 'language':
      return languageProblem(value)
    case 'source':
    case 'author':
      return undefined
  }
}

function languageProblem(value: string): Note | undefined {
  const parsed = parseLanguage(value)
  if (parsed.ok) return undefined
  const near = parsed.near.length > 0 ? ` Near it: ${parsed.near.join(', ')}.` : ''
  return {
    code: 'unknown_language',
    message: `“${shown(value)}” is no language known here; the filter was ignored.${near}`,
    about: shown(value),
  }
}

function kindProblem(value: string): Note | undefined {
  if (parseKind(value) !== undefined) return undefined
  const message = `“${shown(value)}” is no kind of quote; it was ignored. There are ${QUOTE_KINDS.join(', ')}.`
  return { code: 'unknown_kind', message, about: shown(value) }
}

const parseKind = (value: string): QuoteKind | undefined =>
  QUOTE_KINDS.find(kind => kind === value.toLowerCase())

const readKinds = (typed: readonly QueryFilter[]): ValueFilter<QuoteKind> | undefined =>
  valueFilter(typed, 'kind', value => {
    const kind = parseKind(value)
    return kind ? [kind] : []
  })

function readLanguages(typed: readonly QueryFilter[]): ValueFilter<Language> | undefined {
  return valueFilter(typed, 'language', value => {
    const parsed = parseLanguage(value)
    return parsed.ok ? parsed.languages : []
  })
}

function readNames(
  typed: readonly QueryFilter[],
  field: 'source' | 'author' | 'speaker',
): ValueFilter<string> | undefined {
  return valueFilter(typed, field, value => [value])
}

function valueFilter<T>(
  typed: readonly QueryFilter[],
  field: QueryFilter['field'],
  read: (value: string) => readonly T[],
): ValueFilter<T> | undefined {
  const valuesOf = (isExcluded: boolean): readonly T[] => [
    ...new Set(
      typed
        .filter(filter => filter.field === field && filter.isExcluded === isExcluded)
        .flatMap(filter => read(filter.value)),
    ),
  ]
  const any = valuesOf(false)
  const none = valuesOf(true)
  if (any.length === 0 && none.length === 0) return undefined
  return { ...(any.length > 0 && { any }), ...(none.length > 0 && { none }) }
}

function both<T>(
  one: ValueFilter<T> | undefined,
  other: ValueFilter<T> | undefined,
  keyOf: (value: T) => string,
): ValueFilter<T> | undefined {
  if (one === undefined || other === undefined) return one ?? other
  const keys = new Set(other.any?.map(keyOf))
  const any = one.any && other.any ? one.any.filter(value => keys.has(keyOf(value))) : (one.any ?? other.any)
  const none = [...(one.none ?? []), ...(other.none ?? [])]
  return { ...(any && { any }), ...(none.length > 0 && { none }) }
}

type DateRange = NonNullable<Filters['publishedAt']>

function readDates(typed: readonly QueryFilter[]): DateRange[] {
  return typed.flatMap(({ field, value, isExcluded }): DateRange[] => {
    const seconds = field === 'before' || field === 'after' ? parseDate(value) : undefined
    if (seconds === undefined) return []
    // what is not before an instant begins with it
    return [(field === 'after') === isExcluded ? { to: seconds } : { from: seconds }]
  })
}

function narrow(ranges: readonly DateRange[]): DateRange | undefined {
  const froms = ranges.flatMap(({ from }) => (from === undefined ? [] : [from]))
  const tos = ranges.flatMap(({ to }) => (to === undefined ? [] : [to]))
  if (froms.length === 0 && tos.length === 0) return undefined
  return {
    ...(froms.length > 0 && { from: Math.max(...froms) }),
    ...(tos.length > 0 && { to: Math.min(...tos) }),
  }
}

function readZones(typed: readonly QueryFilter[]): Zone[] {
  return typed.flatMap(({ field, value, isExcluded }) => (field === 'in' ? [zoneOf(value, isExcluded)] : []))
}

/** What is not in a quote is in the text around it. */
const zoneOf = (value: string, isExcluded: boolean): Zone =>
  (value.toLowerCase() === 'quotes') === isExcluded ? 'text' : 'quotes'
