import type { ErrorCode } from '../../src/errors.ts'
import type { PlainKey } from '../i18n/catalogue.ts'

/** A problem as readers are told of it. `offline`, with status 0: the service itself could not be reached. */
export type ShownProblem = {
  readonly status: number
  readonly code: ErrorCode | 'offline'
  readonly detail: string
  readonly hint?: string
  readonly requestId?: string
}

const HEADINGS: Readonly<Partial<Record<number, PlainKey>>> = {
  0: 'error.offline',
  400: 'error.badRequest',
  404: 'error.notFound',
  410: 'error.gone',
  503: 'error.unreachable',
  504: 'error.tooSlow',
}

/** What to do, by what ails; for the rest the problem says it itself, in English. */
const ADVICE: Readonly<Partial<Record<ShownProblem['code'], PlainKey>>> = {
  engine_unreachable: 'error.unreachable.text',
  deadline_exceeded: 'error.tooSlow.text',
  offline: 'error.offline.text',
  cursor_expired: 'error.gone.text',
  not_found: 'error.notFound.text',
  query_too_long: 'error.queryTooLong.text',
}

export const problemHeading = ({ status }: Pick<ShownProblem, 'status'>): PlainKey =>
  HEADINGS[status] ?? 'error.other'

export const problemAdvice = ({ code }: Pick<ShownProblem, 'code'>): PlainKey | undefined => ADVICE[code]
