import type { CheckQuotation } from '../citation/check-quotation.ts'
import type { Language } from '../domain/language.ts'
import { AppError } from '../errors.ts'
import { readDraft } from '../ingest/read-draft.ts'
import type { DraftQuotation } from '../ingest/read-draft.ts'
import type { SearchControl } from '../search/search.ts'
import { answerQuotation } from './answer-quotation.ts'
import type { AnswerQuotation, CheckAnswer } from './check-answer.ts'

export type DraftRequest = {
  readonly text: string
  /** In which the draft is written; empty: to be guessed. */
  readonly languages: readonly Language[]
  /** Who is claimed to have said all of it, whatever the draft says. */
  readonly speaker?: string
}

/** Quotations of one draft that are checked. */
const MOST_QUOTATIONS = 100

/** Checks every quotation of a draft, one after the other until the deadline: what is left then is counted. */
export async function checkDraft(
  checker: CheckQuotation,
  { text, languages, speaker }: DraftRequest,
  { signal, deadline = performance.now() + DEFAULT_TIMEOUT_MS }: SearchControl,
): Promise<CheckAnswer> {
  const start = performance.now()
  const draft = readDraft(text, languages).map((quotation): DraftQuotation => ({
    ...quotation,
    ...(speaker !== undefined && { speaker }),
  }))
  const quotations: AnswerQuotation[] = []
  for (const quotation of draft.slice(0, MOST_QUOTATIONS)) {
    // one that was begun is worth nothing when it ends too late
    if (quotations.length > 0 && performance.now() > deadline) break
    try {
      const checked = await checker.check(
        { ...quotation, text: quotation.plain },
        { deadline, ...(signal && { signal }) },
      )
      quotations.push(answerQuotation(quotation, checked))
    } catch (error) {
      if (quotations.length > 0 && isTooLate(error)) break
      throw error
    }
  }
  const unchecked = draft.length - quotations.length
  return {
    quotations,
    unchecked,
    degraded: unchecked > 0 || quotations.some(({ degraded }) => degraded),
    tookMs: Math.round(performance.now() - start),
  }
}

const DEFAULT_TIMEOUT_MS = 2000

const isTooLate = (error: unknown): boolean => error instanceof AppError && error.code === 'deadline_exceeded'
