import { z } from 'zod'
import type { SendOptions, Server } from './client.ts'
import { read } from './answer.ts'
import type { IndexNames } from './schema.ts'
import { isRefusal, statusOfRefusal } from './server-error.ts'

/** Who holds the lock of the writers. */
const Writer = z.object({ token: z.string(), host: z.string(), pid: z.number(), since: z.string() })
export type WriterNote = z.infer<typeof Writer>

const State = z.object({
  /** Grows with every change that can be searched. */
  generation: z.number(),
  /** Raised by a writer at work every few seconds. */
  beat: z.number(),
  /** Absent while nobody writes. */
  writer: Writer.optional(),
})
export type IndexState = z.infer<typeof State>

/** A version of the one document; absent of one that was never written. */
export type StateVersion = { readonly number: number; readonly term: number }

export type VersionedState = { readonly state: IndexState; readonly version: StateVersion | undefined }

const Found = z.object({ _seq_no: z.number(), _primary_term: z.number(), _source: State })
const Written = z.object({ _seq_no: z.number(), _primary_term: z.number() })

const EMPTY: VersionedState = { state: { generation: 0, beat: 0 }, version: undefined }

/** Reads what was last written, whether or not it can be searched yet. */
export async function readState(
  server: Server,
  { state: index }: IndexNames,
  options: SendOptions = {},
): Promise<VersionedState> {
  try {
    const { _source, _seq_no, _primary_term } = read(
      Found,
      await server.send({ method: 'GET', path: `/${index}/_doc/state` }, options),
    )
    return { state: _source, version: { number: _seq_no, term: _primary_term } }
  } catch (error) {
    // the document, or in an index that somebody deleted, even that is missing
    if (statusOfRefusal(error) === 404 && !isRefusal(error, 'index_not_found_exception')) return EMPTY
    throw error
  }
}

/** Compare and swap. Absent: somebody else has written since. */
export async function writeState(
  server: Server,
  { state: index }: IndexNames,
  { state, after }: { readonly state: IndexState; readonly after: StateVersion | undefined },
): Promise<StateVersion | undefined> {
  const query = after ? { if_seq_no: after.number, if_primary_term: after.term } : { op_type: 'create' }
  try {
    const { _seq_no, _primary_term } = read(
      Written,
      await server.send({ method: 'PUT', path: `/${index}/_doc/state`, query, body: state }),
    )
    return { number: _seq_no, term: _primary_term }
  } catch (error) {
    if (isRefusal(error, 'version_conflict_engine_exception')) return undefined
    throw error
  }
}
