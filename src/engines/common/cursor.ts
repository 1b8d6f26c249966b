import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Cursor, QueryPlan } from '../../domain/query.ts'
import { AppError, messageOf } from '../../errors.ts'

/** A cursor pins what it was given for that long, seconds; every further page pins it anew. */
export const CURSOR_LIFETIME = 300

export type CursorContent<State> = {
  /** The `now` of the first page: what is visible must not change from page to page. */
  readonly now: number
  /** Seconds UTC. */
  readonly issuedAt: number
  /** Where the next page begins, in the engine's own terms: plain JSON. */
  readonly state: State
}

/** Which search a cursor belongs to: everything that decides hits and their order. */
const searchOf = ({ query, zone, filters, sort, group, nearby }: QueryPlan): string =>
  createHash('sha256')
    .update(JSON.stringify({ query, zone, filters, sort, group, nearby }))
    .digest('base64url')
    .slice(0, 16)

/** Signed, so that nobody can ask for another instant, and with it for what is under embargo. */
const signatureOf = (payload: string, secret: string): string =>
  createHmac('sha256', secret).update(payload).digest('base64url').slice(0, 22)

export function encodeCursor<State>(
  { now, issuedAt, state }: CursorContent<State>,
  plan: QueryPlan,
  secret: string,
): Cursor {
  const payload = Buffer.from(JSON.stringify([searchOf(plan), now, issuedAt, state])).toString('base64url')
  return `${payload}.${signatureOf(payload, secret)}`
}

export type DecodeOptions<State> = {
  readonly secret: string
  /** Absent for what this version does not know. */
  readonly parseState: (state: unknown) => State | undefined
}

/** Throws `invalid_cursor`, and `cursor_expired` when it is too old. */
export function decodeCursor<State>(
  cursor: Cursor,
  plan: QueryPlan,
  { secret, parseState }: DecodeOptions<State>,
): CursorContent<State> {
  const [payload = '', signature = ''] = cursor.split('.')
  const expected = Buffer.from(signatureOf(payload, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new AppError('invalid_cursor', 'The cursor is not one that this index has given out', {
      hint: 'Take `nextCursor` of the last answer unchanged, or leave `cursor` out to begin with the first page.',
    })
  }
  const [search, now, issuedAt, position] = parsePayload(payload)
  if (search !== searchOf(plan)) {
    throw new AppError('invalid_cursor', 'The cursor belongs to another search', {
      hint: 'Repeat all parameters of the search that gave it; only `limit`, `facets` and `explain` may change.',
    })
  }
  if (plan.now - issuedAt > CURSOR_LIFETIME) throw expiredCursor()
  const state = parseState(position)
  if (state === undefined) {
    throw new AppError('invalid_cursor', 'The cursor was given out by another version of Paragraf', {
      hint: 'Begin with the first page again.',
    })
  }
  return { now, issuedAt, state }
}

export const expiredCursor = (): AppError =>
  new AppError(
    'cursor_expired',
    `The cursor is older than ${CURSOR_LIFETIME / 60} minutes, and the index has changed since`,
    {
      hint: 'Begin with the first page again.',
    },
  )

/** The signature has shown that it is our own. */
function parsePayload(payload: string): [string, number, number, unknown] {
  try {
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as [string, number, number, unknown]
  } catch (cause) {
    throw new AppError('invalid_cursor', `The cursor can't be read: ${messageOf(cause)}`, { cause })
  }
}
