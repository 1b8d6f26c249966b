import type { Clause, Filters, Zone } from '../../domain/query.ts'
import { QUOTE_KINDS, type Paragraph } from '../../domain/paragraph.ts'
import { createParagraphMatcher } from '../../text/match.ts'
import { inexactClauses, type Verified } from './clause-to-query.ts'
import { readCandidates } from './from-response.ts'
import type { Asked } from './asked.ts'
import { quoteId } from './quote-documents.ts'
import { candidatesBody } from './to-request.ts'

/** Paragraphs that are looked at for one clause; what lies beyond is not found, and totals say so. */
export const MOST_CANDIDATES = 2000
/** The server takes 65,536 terms; so many quotes that hold a phrase are only in paragraphs of a thousand quotes. */
const MOST_IDS = 60_000

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
        { clause, pointInTime, size: MOST_CANDIDATES },
      )
      const { total, paragraphs } = readCandidates(await search(body))
      const held = paragraphs.map(idsHolding(clause, asked.plan.zone))
      const ids = held.flat()
      return [
        clause,
        {
          ids: ids.slice(0, MOST_IDS),
          isComplete: total <= paragraphs.length && ids.length <= MOST_IDS,
          checked: paragraphs.length,
          rejected: held.filter(({ length }) => length === 0).length,
        },
      ]
    }),
  )
  return new Map(verified)
}

/** The id of a paragraph that holds the clause, in the zone `quotes` those of its quotes that do; none of any other. */
function idsHolding(clause: Clause, zone: Zone): (paragraph: Paragraph) => string[] {
  const filters = zone === 'quotes' ? OF_EVERY_KIND : {}
  const matches = createParagraphMatcher({ query: clause, zone, filters })
  if (zone !== 'quotes') return paragraph => (matches(paragraph).matches ? [paragraph.id] : [])
  return paragraph =>
    paragraph.quotes.flatMap((quote, number) =>
      matches({ ...paragraph, quotes: [quote] }).matches ? [quoteId(paragraph.id, number)] : [],
    )
}

const OF_EVERY_KIND: Filters = { quoteKind: { any: QUOTE_KINDS } }
