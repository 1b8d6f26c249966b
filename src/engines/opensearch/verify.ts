import type { Clause } from '../../domain/query.ts'
import { createMatcher } from '../../text/match.ts'
import { inexactClauses, type Verified } from './clause-to-query.ts'
import { readCandidates } from './from-response.ts'
import type { Asked } from './asked.ts'
import { candidatesBody } from './to-request.ts'

/** Paragraphs that are looked at for one clause; what lies beyond is not found, and totals say so. */
export const MOST_CANDIDATES = 2000

/** Decides, with the shared matcher, the clauses that the server can't: which of its candidates really hold them. */
export async function verifyClauses(
  asked: Omit<Asked, 'verified'>,
  pointInTime: string,
  search: (body: object) => Promise<unknown>,
): Promise<ReadonlyMap<Clause, Verified>> {
  const clauses = inexactClauses([...asked.positive, ...asked.negative])
  const verified = await Promise.all(
    clauses.map(async (clause): Promise<[Clause, Verified]> => {
      const body = candidatesBody(
        { ...asked, verified: new Map() },
        { clause: clause, pointInTime, size: MOST_CANDIDATES },
      )
      const { total, paragraphs } = readCandidates(await search(body))
      const matches = createMatcher(clause)
      const holding = paragraphs.filter(({ text, language }) => matches(text, language).matches)
      return [clause, { ids: holding.map(({ id }) => id), isComplete: total <= paragraphs.length }]
    }),
  )
  return new Map(verified)
}
