import { randomBytes } from 'node:crypto'
import { AppError } from '../../errors.ts'
import { ANALYSIS_FINGERPRINT } from '../../text/fingerprint.ts'
import type { Server } from './client.ts'
import { STATE_ID, stateDocument, type IndexState } from './document.ts'
import { isHealthy, readState, readStats, readVersion } from './from-response.ts'
import { stateOf } from './read-documents.ts'
import { isForbidden, isRefusal, otherProgram } from './server-error.ts'
import { differingSettings, SETTINGS } from './settings.ts'
import { followTask } from './tasks.ts'

/** Raised with every change of the documents that older code could not read. */
export const FORMAT_VERSION = 1

/** What the documents were made with; on another value they are searched as they are, and writes wait for a rebuild. */
export const INDEX_FINGERPRINT = `${ANALYSIS_FINGERPRINT}/documents-2`

/** Whether quotes are among the documents. */
export const knowsQuotes = ({ fingerprint }: IndexState): boolean =>
  Number(/\/documents-(\d+)$/.exec(fingerprint)?.[1]) >= 2

/** The first version with everything that is used: filters on the order of strings came last. */
const LEAST_VERSION = [1, 16] as const
/** Versions that were tried. */
const KNOWN_MAJOR = 1

/** Creates the index, or checks the one that is there. A key that may only search is enough for an index that is ready. */
export async function prepareIndex(server: Server, index: string): Promise<IndexState> {
  if (!isHealthy(await server.health())) throw otherProgram(server.address)
  await checkVersion(server)
  const state = (await presentState(server, index)) ?? (await adoptIndex(server, index))
  refuseNewer(state, index)
  if (state.fingerprint === INDEX_FINGERPRINT) await applySettings(server, index)
  return state
}

export async function checkVersion(server: Server): Promise<void> {
  let version: string | undefined
  try {
    version = readVersion(await server.version())
  } catch (error) {
    // a key that may only search
    if (isForbidden(error)) return
    throw error
  }
  if (version === undefined) throw otherProgram(server.address)
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < LEAST_VERSION[0] || (major === LEAST_VERSION[0] && minor < LEAST_VERSION[1])
  if (!isOld && major <= KNOWN_MAJOR) return
  throw new AppError(
    'engine_refused',
    `Meilisearch at ${server.address} has version ${version}; this version of Paragraf works with ${LEAST_VERSION.join('.')} to ${KNOWN_MAJOR}.x`,
    {
      hint: isOld
        ? 'Upgrade the server, or take the image that docker-compose.yml names.'
        : 'Update Paragraf, or use an older Meilisearch.',
    },
  )
}

async function presentState(server: Server, index: string): Promise<IndexState | undefined> {
  try {
    return await stateOf(server, index)
  } catch (error) {
    // there is no index yet, or its settings are somebody else's
    if (isRefusal(error, 'index_not_found', 'invalid_search_filter')) return undefined
    throw error
  }
}

/** A new index, or one without a document: of an interrupted start, or made by hand. */
async function adoptIndex(server: Server, index: string): Promise<IndexState> {
  if (await server.indexExists(index)) {
    const own = readState(await server.document(index, STATE_ID))
    if (own) {
      // ours, but somebody has changed its settings so that the state could not be searched
      await followTask(server, server.updateSettings(index, SETTINGS))
      return own
    }
    const { documents } = readStats(await server.indexStats(index), server.address)
    if (documents > 0) {
      throw new AppError(
        'engine_refused',
        `The index ${index} at ${server.address} holds ${documents} documents that Paragraf did not write`,
        { hint: 'Choose another index name (INDEX_NAME), or delete that index.' },
      )
    }
    await followTask(server, server.updateSettings(index, SETTINGS))
  } else {
    await createIndex(server, index)
  }
  const state: IndexState = {
    format: FORMAT_VERSION,
    fingerprint: INDEX_FINGERPRINT,
    generation: 1,
    secret: randomBytes(32).toString('base64url'),
  }
  await followTask(server, server.putDocuments(index, `${JSON.stringify(stateDocument(state))}\n`))
  return (await stateOf(server, index)) ?? state
}

export async function createIndex(server: Server, index: string): Promise<void> {
  try {
    await followTask(server, server.createIndex(index))
  } catch (error) {
    // another process was faster
    if (!isRefusal(error, 'index_already_exists')) throw error
  }
  // before the first document: later all of them would be indexed again
  await followTask(server, server.updateSettings(index, SETTINGS))
}

export async function deleteIndex(server: Server, index: string): Promise<void> {
  try {
    await followTask(server, server.deleteIndex(index))
  } catch (error) {
    if (!isRefusal(error, 'index_not_found')) throw error
  }
}

/** Only where they differ: the server indexes everything again for settings it is sent. */
async function applySettings(server: Server, index: string): Promise<void> {
  let present: unknown
  try {
    present = await server.settings(index)
  } catch (error) {
    if (isForbidden(error)) return
    throw error
  }
  if (typeof present !== 'object' || present === null) throw otherProgram(server.address)
  const differing = differingSettings(Object.fromEntries(Object.entries(present)))
  if (Object.keys(differing).length > 0) await followTask(server, server.updateSettings(index, differing))
}

function refuseNewer({ format }: IndexState, index: string): void {
  if (format <= FORMAT_VERSION) return
  throw new AppError(
    'index_newer',
    `The index ${index} has format ${format}; this version of Paragraf knows formats up to ${FORMAT_VERSION}`,
    { hint: 'Start the newer version that wrote it, or choose another index name and index again.' },
  )
}

/** Throws where the documents were made by other rules than those of this version. */
export function refuseOutdated({ fingerprint, format }: IndexState, index: string): void {
  if (fingerprint === INDEX_FINGERPRINT && format === FORMAT_VERSION) return
  throw new AppError(
    'index_outdated',
    `The index ${index} was made by other rules of analysis (${fingerprint}) than those of this version (${INDEX_FINGERPRINT})`,
    { hint: 'Run the indexer with --rebuild; until then searches are answered from the index as it is.' },
  )
}
