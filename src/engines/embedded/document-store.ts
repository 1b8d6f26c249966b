import type { AnalyzedArticle } from '../../domain/analyzed.ts'
import type { Language } from '../../domain/language.ts'
import type { Paragraph, ParagraphKind, Quote, StoredParagraph } from '../../domain/paragraph.ts'
import {
  numberAt,
  optionalNumberAt,
  optionalTextAt,
  textAt,
  type Database,
  type SqlRow,
  type SqlValue,
} from './database.ts'

/** A paragraph as a new version of its article is compared with it. */
export type StoredText = {
  readonly row: number
  readonly id: string
  readonly position: number
  readonly text: string
  readonly isRetired: boolean
}

export type NewParagraph = { readonly row: number; readonly paragraph: Paragraph }

const ROWS_AT_ONCE = 8
const ROWS_A_READ = 20

export type StoredArticle = { readonly id: string; readonly sequence: number; readonly hash: string }

const COLUMNS = `p.id, p.article_id, p.position, p.kind, p.text, p.language, p.language_confidence, p.quotes, p.retired_at,
  p.superseded_by, a.language AS article_language, a.source, a.author, a.title, a.url, a.published_at, a.visible_from, a.visible_until`
const FROM = 'FROM paragraphs p JOIN articles a ON a.id = p.article_id'
const VISIBLE = 'coalesce(a.visible_from, ?) <= ? AND coalesce(a.visible_until, ?) > ?'

export type DocumentReader = ReturnType<typeof createDocumentReader>
export type DocumentWriter = ReturnType<typeof createDocumentWriter>

/** Reads paragraphs with what they have from their article. */
export function createDocumentReader(database: Database) {
  // a call costs more than a row: as many rows at once as a page has
  const byRows = database.prepare(
    `SELECT p.row, ${COLUMNS} ${FROM} WHERE p.row IN (${Array.from({ length: ROWS_A_READ }, () => '?').join(', ')})`,
  )
  const byId = database.prepare(`SELECT ${COLUMNS} ${FROM} WHERE p.id = ? AND ${VISIBLE}`)
  const byArticle = database.prepare(
    `SELECT ${COLUMNS} ${FROM} WHERE p.article_id = ? AND ${VISIBLE} ORDER BY p.retired_at IS NOT NULL, p.position, p.row`,
  )
  const liveBySequence = database.prepare(
    `SELECT p.row, a.sequence, ${COLUMNS} ${FROM} WHERE a.sequence BETWEEN ? AND ? AND p.retired_at IS NULL ORDER BY a.sequence, p.position`,
  )
  const articles = database.prepare('SELECT count(*) AS n FROM articles')
  const visibleAt = (now: number): SqlValue[] => [now, now, now + 1, now]
  return {
    /** By row; without those whose article was removed since. */
    rows(rows: readonly number[]): ReadonlyMap<number, StoredParagraph> {
      const found = new Map<number, StoredParagraph>()
      for (let from = 0; from < rows.length; from += ROWS_A_READ) {
        const asked = Array.from({ length: ROWS_A_READ }, (_, i) => rows[from + i] ?? null)
        for (const one of byRows.all(asked)) found.set(numberAt(one, 'row'), paragraphOf(one))
      }
      return found
    },
    id: (id: string, now: number): StoredParagraph | undefined => {
      const found = byId.get([id, ...visibleAt(now)])
      return found && paragraphOf(found)
    },
    /** The present ones in order of position, then the retired ones. */
    article: (articleId: string, now: number): StoredParagraph[] =>
      byArticle.all([articleId, ...visibleAt(now)]).map(paragraphOf),
    liveBetween: (first: number, last: number): { row: number; sequence: number; paragraph: Paragraph }[] =>
      liveBySequence.all([first, last]).map(found => ({
        row: numberAt(found, 'row'),
        sequence: numberAt(found, 'sequence'),
        paragraph: paragraphOf(found),
      })),
    articleCount: (): number => numberAt(articles.get([]) ?? {}, 'n'),
  }
}

export function createDocumentWriter(database: Database) {
  const article = database.prepare('SELECT id, sequence, hash FROM articles WHERE id = ?')
  const idsBySource = database.prepare('SELECT id FROM articles WHERE source = ?')
  const live = database.prepare('SELECT count(*) AS n FROM paragraphs WHERE retired_at IS NULL')
  const idsUpTo = database.prepare('SELECT id FROM articles WHERE sequence <= ?')
  const putArticle = database.prepare(
    `INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
      sequence = excluded.sequence, hash = excluded.hash, language = excluded.language, source = excluded.source,
      author = excluded.author, title = excluded.title, url = excluded.url, published_at = excluded.published_at,
      visible_from = excluded.visible_from, visible_until = excluded.visible_until`,
  )
  const stored = database.prepare(
    'SELECT row, id, position, text, retired_at IS NOT NULL AS is_retired FROM paragraphs WHERE article_id = ? ORDER BY position',
  )
  // a call costs more than the row it inserts
  const inserts = Array.from({ length: ROWS_AT_ONCE }, (_, more) =>
    database.prepare(
      `INSERT INTO paragraphs (row, id, article_id, position, kind, text, language, language_confidence, quotes)
        VALUES ${Array.from({ length: more + 1 }, () => '(?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    ),
  )
  const update = database.prepare(
    `UPDATE paragraphs SET position = ?, kind = ?, text = ?, language = ?, language_confidence = ?, quotes = ?,
      retired_at = NULL, superseded_by = NULL WHERE row = ?`,
  )
  const retire = database.prepare('UPDATE paragraphs SET retired_at = ?, superseded_by = ? WHERE row = ?')
  const removeArticle = database.prepare('DELETE FROM articles WHERE id = ?')
  const removeParagraphs = database.prepare('DELETE FROM paragraphs WHERE article_id = ?')
  return {
    article: (id: string): StoredArticle | undefined => {
      const found = article.get([id])
      return found && { id, sequence: numberAt(found, 'sequence'), hash: textAt(found, 'hash') }
    },
    articleIdsOf: (source: string): string[] => idsBySource.all([source]).map(found => textAt(found, 'id')),
    /** Paragraphs that are not retired; looks at all of them. */
    liveCount: (): number => numberAt(live.get([]) ?? {}, 'n'),
    articleIdsUpTo: (sequence: number): string[] => idsUpTo.all([sequence]).map(found => textAt(found, 'id')),
    /** The present and the retired paragraphs of an article, in order of position. */
    stored: (articleId: string): StoredText[] =>
      stored.all([articleId]).map(found => ({
        row: numberAt(found, 'row'),
        id: textAt(found, 'id'),
        position: numberAt(found, 'position'),
        text: textAt(found, 'text'),
        isRetired: numberAt(found, 'is_retired') === 1,
      })),
    putArticle(
      analyzed: AnalyzedArticle,
      of: Paragraph,
      { sequence, hash }: { sequence: number; hash: string },
    ): void {
      putArticle.run([
        analyzed.id,
        sequence,
        hash,
        analyzed.language,
        of.source,
        JSON.stringify(of.author),
        of.title ?? null,
        of.url ?? null,
        of.publishedAt ?? null,
        of.visibleFrom ?? null,
        of.visibleUntil ?? null,
      ])
    },
    insertParagraphs(paragraphs: readonly NewParagraph[]): void {
      for (let from = 0; from < paragraphs.length; from += ROWS_AT_ONCE) {
        const rows = paragraphs.slice(from, from + ROWS_AT_ONCE)
        inserts[rows.length - 1]?.run(
          rows.flatMap(({ row, paragraph }) => [
            row,
            paragraph.id,
            paragraph.articleId,
            ...fieldsOf(paragraph),
          ]),
        )
      }
    },
    /** Brings a retired paragraph back. */
    updateParagraph(row: number, paragraph: Paragraph): void {
      update.run([...fieldsOf(paragraph), row])
    },
    retire: (row: number, at: number, successor: string | undefined): void =>
      void retire.run([at, successor ?? null, row]),
    /** Number of paragraphs that were taken out, retired ones included. */
    remove(articleId: string): number {
      const removed = removeParagraphs.run([articleId])
      removeArticle.run([articleId])
      return removed
    },
  }
}

const optional = <K extends string, T>(key: K, value: T | undefined): { readonly [P in K]?: T } =>
  value === undefined ? {} : ({ [key]: value } as { [P in K]: T })

/** What may change while the id stays. */
const fieldsOf = (paragraph: Paragraph): SqlValue[] => [
  paragraph.position,
  paragraph.kind,
  paragraph.text,
  paragraph.language,
  paragraph.languageConfidence,
  JSON.stringify(paragraph.quotes),
]

function paragraphOf(row: SqlRow): StoredParagraph {
  return {
    id: textAt(row, 'id'),
    articleId: textAt(row, 'article_id'),
    position: numberAt(row, 'position'),
    kind: textAt(row, 'kind') as ParagraphKind,
    text: textAt(row, 'text'),
    language: textAt(row, 'language') as Language,
    languageConfidence: numberAt(row, 'language_confidence'),
    articleLanguage: textAt(row, 'article_language') as Language,
    source: textAt(row, 'source'),
    author: JSON.parse(textAt(row, 'author')) as string[],
    quotes: JSON.parse(textAt(row, 'quotes')) as Quote[],
    ...optional('title', optionalTextAt(row, 'title')),
    ...optional('url', optionalTextAt(row, 'url')),
    ...optional('publishedAt', optionalNumberAt(row, 'published_at')),
    ...optional('visibleFrom', optionalNumberAt(row, 'visible_from')),
    ...optional('visibleUntil', optionalNumberAt(row, 'visible_until')),
    ...optional('retiredAt', optionalNumberAt(row, 'retired_at')),
    ...optional('supersededBy', optionalTextAt(row, 'superseded_by')),
  }
}
