import { openDatabase, textAt } from '../../src/engines/embedded/database.ts'
import type { SearchEngine } from '../../src/engines/search-engine.ts'

/** Places `articleId#position` in the order of their rank. */
export type Ranker = (query: string) => Promise<readonly string[]>

/** SQLite FTS5 with its own tokenizer and bm25, holding the visible paragraphs of an engine. */
export async function openFullTextTable(engine: SearchEngine): Promise<{ rank: Ranker; close: () => void }> {
  const database = openDatabase(':memory:', { busyTimeoutMs: 0 })
  database.exec("CREATE VIRTUAL TABLE texts USING fts5(place UNINDEXED, text, tokenize = 'unicode61')")
  const insert = database.prepare('INSERT INTO texts VALUES (?, ?)')
  for await (const { articleId, position, text } of engine.scan({}, Date.now() / 1000)) {
    insert.run([`${articleId}#${position}`, text])
  }
  const select = database.prepare('SELECT place FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT 10')
  const match = (expression: string): string[] =>
    expression === '' ? [] : select.all([expression]).map(row => textAt(row, 'place'))
  return {
    // as ours: what has all words first, then what has some
    rank: query => {
      const parts = partsOf(query)
      return Promise.resolve([...new Set([...match(parts.join(' AND ')), ...match(parts.join(' OR '))])])
    },
    close: () => database.close(),
  }
}

/** Quoted words as one phrase, all others one by one, each in FTS5's own quotation marks. */
function partsOf(query: string): string[] {
  const parts = query.match(/["“„«»”「」『』][^"“„«»”「」『』]+["“„«»”「」『』]|[\p{L}\p{M}\p{N}]+/gu) ?? []
  return parts.map(part => `"${part.replace(/["“„«»”「」『』]/g, '').trim()}"`)
}
