import { FACET_NAMES, ZONES, type FacetName, type Filters, type QueryPlan } from '../../domain/query.ts'
import { AppError } from '../../errors.ts'
import type { EngineCapabilities } from '../search-engine.ts'
import type { IndexState } from './document.ts'
import { knowsQuotes } from './prepare-index.ts'

const CAPABILITIES: EngineCapabilities = {
  zones: ZONES,
  facets: FACET_NAMES,
  maxEdits: 1,
  deepPaging: false,
  pinsGeneration: false,
  explains: true,
}

/** Of an index that was made before it knew quotes: until it is rebuilt. */
const WITHOUT_QUOTES: EngineCapabilities = {
  ...CAPABILITIES,
  zones: ['any'],
  facets: FACET_NAMES.filter(name => name !== 'speaker'),
}

/** Before the index is open: those of one that this version makes. */
export const capabilitiesOf = (state: IndexState | undefined): EngineCapabilities =>
  state && !knowsQuotes(state) ? WITHOUT_QUOTES : CAPABILITIES

export function refuseUnsupported(
  { zone, filters, facets }: QueryPlan,
  capabilities: EngineCapabilities,
): void {
  if (!capabilities.zones.includes(zone)) throw notSupported(`Searching in ${zone} only`)
  refuseFilters(filters, capabilities)
  for (const { name } of facets) refuseFacet(name, capabilities)
}

export function refuseFilters(
  { speaker, speakerNamed, quoteKind }: Filters,
  { facets }: EngineCapabilities,
): void {
  if (facets.includes('speaker') || !(speaker ?? speakerNamed ?? quoteKind)) return
  throw notSupported('A filter on quotes')
}

export function refuseFacet(name: FacetName, { facets }: EngineCapabilities): void {
  if (!facets.includes(name)) throw notSupported(`The facet ${name}`)
}

const notSupported = (what: string): AppError =>
  new AppError('not_supported', `${what} is not supported by this index`, {
    hint: 'Run the indexer with --rebuild, or leave it out of the request.',
  })
