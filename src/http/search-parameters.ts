import { z } from 'zod'
import { GROUPS, SORTS } from '../domain/query.ts'
import { DEFAULT_LIMIT, MAX_LIMIT } from '../search/request.ts'
import type { SearchRequest } from '../search/request.ts'
import { choice, FILTER_PARAMETERS, single, toFilters, wholeNumber } from './parameters.ts'

const MAX_CURSOR_LENGTH = 4_000

export const SearchParameters = z.strictObject({
  q: single.default(''),
  ...FILTER_PARAMETERS,
  in: choice(['quotes', 'text']).optional(),
  sort: choice(SORTS).default('relevance'),
  group: choice(GROUPS).default('paragraph'),
  prefix: choice(['none', 'last']).default('none'),
  limit: wholeNumber({ from: 1, to: MAX_LIMIT, fallback: DEFAULT_LIMIT }),
  cursor: single
    .refine(cursor => cursor !== '' && cursor.length <= MAX_CURSOR_LENGTH, {
      error: 'is none that this service gave',
      params: {
        code: 'invalid_cursor',
        hint: 'Take “nextCursor” of an answer as it is, or leave the parameter out.',
      },
    })
    .optional(),
  explain: choice(['true', 'false']).default('false'),
})

export function toSearchRequest(parameters: z.infer<typeof SearchParameters>): SearchRequest {
  const { q, sort, group, prefix, limit, cursor, explain } = parameters
  return {
    typed: q,
    filters: toFilters(parameters),
    zone: parameters.in ?? 'any',
    sort,
    group,
    prefix,
    limit,
    ...(cursor !== undefined && { after: cursor }),
    explain: explain === 'true',
  }
}
