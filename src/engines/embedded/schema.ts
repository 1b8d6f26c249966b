import { randomBytes } from 'node:crypto'
import { AppError } from '../../errors.ts'
import { ANALYSIS_FINGERPRINT } from '../../text/fingerprint.ts'
import { textAt, type Database } from './database.ts'

/** Raised with every change of the tables or of the segment files that older code could not read. 1 knew no quotes. */
export const FORMAT_VERSION = 2

/** What the segments were built with; on another value all text is analysed again. Also of text/speaker-keys.ts. */
export const INDEX_FINGERPRINT = `${ANALYSIS_FINGERPRINT}/segment-2`

/**
 * `sequence` numbers each indexed version of an article, upwards: all its paragraphs stand under it in one segment.
 * `row` is the paragraph's number in the segments. A retired paragraph keeps its row and text.
 */
const TABLES = `
  CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS names (
    kind TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (kind, number)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS articles (
    id TEXT PRIMARY KEY, sequence INTEGER NOT NULL UNIQUE, hash TEXT NOT NULL, language TEXT NOT NULL,
    source TEXT NOT NULL, author TEXT NOT NULL, title TEXT, url TEXT, published_at INTEGER,
    visible_from INTEGER, visible_until INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS articles_by_source ON articles (source);
  CREATE TABLE IF NOT EXISTS paragraphs (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL, position INTEGER NOT NULL,
    kind TEXT NOT NULL, text TEXT NOT NULL, language TEXT NOT NULL, language_confidence REAL NOT NULL,
    quotes TEXT NOT NULL, retired_at INTEGER, superseded_by TEXT
  );
  CREATE INDEX IF NOT EXISTS paragraphs_by_article ON paragraphs (article_id, position);
  CREATE TABLE IF NOT EXISTS segments (
    name TEXT PRIMARY KEY, first_sequence INTEGER NOT NULL, last_sequence INTEGER NOT NULL, documents INTEGER NOT NULL,
    bytes INTEGER NOT NULL, deleted BLOB, deleted_count INTEGER NOT NULL
  ) WITHOUT ROWID;
`

export type Meta = {
  readonly get: (key: MetaKey) => string | undefined
  readonly set: (key: MetaKey, value: string) => void
}
type MetaKey = 'format' | 'fingerprint' | 'generation' | 'sequence' | 'row' | 'secret'

export function openMeta(database: Database): Meta {
  const select = database.prepare('SELECT value FROM meta WHERE key = ?')
  const upsert = database.prepare(
    'INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  )
  return {
    get: key => {
      const row = select.get([key])
      return row && textAt(row, 'value')
    },
    set: (key, value) => void upsert.run([key, value]),
  }
}

/** All segments are of today's format and rules: within the transaction that has seen to it. */
export function markCurrent(meta: Meta): void {
  meta.set('format', String(FORMAT_VERSION))
  meta.set('fingerprint', INDEX_FINGERPRINT)
}

/** Creates the tables of a new data folder; refuses one that newer code has written. */
export function prepareSchema(database: Database, directory: string): void {
  database.exec('PRAGMA journal_mode = WAL')
  const isNew = database.prepare("SELECT name FROM sqlite_master WHERE name = 'meta'").get([]) === undefined
  if (!isNew) {
    refuseNewerFormat(openMeta(database), directory)
    return
  }
  database.exec('BEGIN IMMEDIATE')
  try {
    database.exec(TABLES)
    const meta = openMeta(database)
    if (meta.get('format') === undefined) {
      markCurrent(meta)
      meta.set('generation', '0')
      meta.set('sequence', '0')
      meta.set('row', '0')
      meta.set('secret', randomBytes(32).toString('base64url'))
    }
    database.exec('COMMIT')
  } catch (error) {
    database.exec('ROLLBACK')
    throw error
  }
}

function refuseNewerFormat(meta: Meta, directory: string): void {
  const format = Number(meta.get('format') ?? 0)
  if (format > FORMAT_VERSION) {
    throw new AppError(
      'index_newer',
      `The data folder ${directory} has format ${format}; this version of Paragraf knows formats up to ${FORMAT_VERSION}`,
      { hint: 'Start the newer version that wrote it, or point DATA_DIR to another folder and index again.' },
    )
  }
}
