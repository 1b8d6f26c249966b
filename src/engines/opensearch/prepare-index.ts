import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { AppError } from '../../errors.ts'
import type { Server } from './client.ts'
import { read } from './answer.ts'
import {
  FORMAT_VERSION,
  indexBodies,
  INDEX_FINGERPRINT,
  stateIndex,
  versionOf,
  type IndexNames,
} from './schema.ts'
import { isRefusal, otherProgram, statusOfRefusal } from './server-error.ts'

/** Points in time with search_after, and the scores of named queries. */
const OLDEST_VERSION = [2, 12] as const
/** A newer major version may have changed what we ask for. */
const NEWEST_MAJOR = 3

const About = z.object({ version: z.object({ number: z.string(), distribution: z.string().optional() }) })

/** Refuses another program, another product and versions that can't answer what we ask. */
export async function checkVersion(server: Server): Promise<void> {
  const about = About.safeParse(await server.send({ method: 'GET', path: '/' }))
  if (!about.success) throw otherProgram(server.address)
  const { number, distribution } = about.data.version
  if (distribution !== 'opensearch') throw otherProgram(server.address)
  const [major = 0, minor = 0] = number.split('.').map(Number)
  const isOlder = major < OLDEST_VERSION[0] || (major === OLDEST_VERSION[0] && minor < OLDEST_VERSION[1])
  if (isOlder || !(major <= NEWEST_MAJOR)) {
    throw new AppError(
      'engine_refused',
      `OpenSearch at ${server.address} has version ${number}; this version of Paragraf works with ${OLDEST_VERSION.join('.')} to ${NEWEST_MAJOR}.x`,
      { hint: isOlder ? 'Update OpenSearch.' : 'Update Paragraf, or use an older OpenSearch.' },
    )
  }
}

/** Creates what is not there yet. Several processes may do so at once: an index is created by one of them. */
export async function prepareIndex(
  server: Server,
  names: IndexNames,
  shards: number,
): Promise<{ readonly secret: string }> {
  await createIndex(server, names.state, stateIndex(randomBytes(32).toString('base64url')))
  const { secret } = await stateMeta(server, names)
  const bodies = indexBodies(shards)
  for (const place of ['paragraphs', 'documents'] as const) {
    const alias = names[place]
    if ((await indicesBehind(server, alias)).length > 0) continue
    await createIndex(server, versionOf(alias, 1), { ...bodies[place], aliases: { [alias]: {} } })
  }
  await indexMeta(server, names)
  return { secret }
}

export async function createIndex(server: Server, name: string, index: object): Promise<void> {
  try {
    await server.send({ method: 'PUT', path: `/${name}`, body: index })
  } catch (error) {
    if (!isRefusal(error, 'resource_already_exists_exception')) throw error
  }
}

/** The indices behind an alias; none while it does not exist. */
export async function indicesBehind(server: Server, alias: string): Promise<string[]> {
  try {
    const answer = await server.send({ method: 'GET', path: `/_alias/${alias}` })
    return Object.keys(read(z.record(z.string(), z.unknown()), answer))
  } catch (error) {
    if (statusOfRefusal(error) === 404) return []
    throw error
  }
}

const Meta = z.object({
  paragraf: z.object({
    format: z.number(),
    fingerprint: z.string().optional(),
    secret: z.string().optional(),
  }),
})
const Mappings = z.record(
  z.string(),
  z.object({
    mappings: z.object({
      _meta: z.unknown().optional(),
      properties: z.record(z.string(), z.unknown()).default({}),
    }),
  }),
)

type IndexMeta = z.infer<typeof Meta>['paragraf'] & { readonly fields: readonly string[] }

async function metaOf(server: Server, name: string): Promise<IndexMeta> {
  const answer = await server.send({ method: 'GET', path: `/${name}/_mapping` })
  const [index] = Object.values(read(Mappings, answer))
  const { _meta, properties = {} } = index?.mappings ?? {}
  const meta = Meta.safeParse(_meta)
  if (!meta.success) {
    throw new AppError('engine_refused', `The index ${name} at ${server.address} is not one of Paragraf`, {
      hint: 'Choose another INDEX_NAME, or delete that index if nobody needs it.',
    })
  }
  const { format } = meta.data.paragraf
  if (format > FORMAT_VERSION) {
    throw new AppError(
      'index_newer',
      `The index ${name} at ${server.address} has format ${format}; this version of Paragraf knows formats up to ${FORMAT_VERSION}`,
      { hint: 'Start the newer version that wrote it, or choose another INDEX_NAME and index again.' },
    )
  }
  return { ...meta.data.paragraf, fields: Object.keys(properties) }
}

async function stateMeta(server: Server, names: IndexNames): Promise<{ readonly secret: string }> {
  const { secret } = await metaOf(server, names.state)
  if (secret === undefined) {
    throw new AppError('engine_refused', `The index ${names.state} at ${server.address} holds no secret`, {
      hint: 'Delete it; nothing is lost but cursors that readers hold just now.',
    })
  }
  return { secret }
}

/** Whether the index was built by today's rules of analysis, and whether it has quotes at all. */
export async function indexMeta(
  server: Server,
  names: IndexNames,
): Promise<{ readonly isCurrent: boolean; readonly hasQuotes: boolean }> {
  const { fingerprint, fields } = await metaOf(server, names.paragraphs)
  return { isCurrent: fingerprint === INDEX_FINGERPRINT, hasQuotes: fields.includes('quotes') }
}

export async function refuseOutdated(server: Server, names: IndexNames): Promise<void> {
  const { isCurrent } = await indexMeta(server, names)
  if (isCurrent) return
  throw outdated('The index was built by other rules of analysis than those of this version')
}

export const outdated = (message: string): AppError =>
  new AppError('index_outdated', message, {
    hint: 'Searches for words still work. Index all articles again with --rebuild.',
  })
