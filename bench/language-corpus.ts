import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isLanguage } from '../src/domain/language.ts'
import type { Language } from '../src/domain/language.ts'

/** The folder beside the project that holds sentences and seeds; not part of the project. */
const SHARED = new URL('../../shared/', import.meta.url)

export type LabelledText = { readonly language: Language; readonly text: string }

/** The sentences of one language, split in two: what is tuned on is never reported on. */
export type SentenceHalves = { readonly tune: readonly string[]; readonly report: readonly string[] }

export function sharedPath(relative: string): string | undefined {
  const path = fileURLToPath(new URL(relative, SHARED))
  return existsSync(path) ? path : undefined
}

/**
 * Neighbouring sentences come from one document, so the halves alternate in blocks: each half sees
 * all of a corpus's sources, while few documents are cut in two.
 */
const BLOCK = 25

/** Sentences of the fixture are left out of both halves, so that it stays a text never seen. */
export function readSentences(): Map<Language, SentenceHalves> | undefined {
  const folder = sharedPath('data/sentences')
  if (folder === undefined) return undefined
  const reserved = new Set((readFixture() ?? []).map(({ text }) => text))
  const corpus = new Map<Language, SentenceHalves>()
  for (const name of readdirSync(folder).sort()) {
    const language = name.replace(/\.txt$/u, '')
    if (!name.endsWith('.txt') || !isLanguage(language)) continue
    const lines = readFileSync(`${folder}/${name}`, 'utf8').split('\n')
    const sentences = lines.filter(line => /\p{L}/u.test(line) && !reserved.has(line))
    const half = (parity: number) => sentences.filter((_, index) => Math.floor(index / BLOCK) % 2 === parity)
    corpus.set(language, { tune: half(0), report: half(1) })
  }
  return corpus
}

export function readFixture(): LabelledText[] | undefined {
  const path = sharedPath('data/language-fixture.jsonl')
  if (path === undefined) return undefined
  return readLines(path).map(line => {
    const { lang, text } = JSON.parse(line) as { lang: string; text: string }
    if (!isLanguage(lang)) throw new TypeError(`${path}: ${lang} is not in the closed list`)
    return { language: lang, text }
  })
}

export type LabelledArticle = { readonly id: string; readonly paragraphs: readonly LabelledText[] }

/** The two articles of the brief; each is in one language throughout. */
export function readBriefArticles(): LabelledArticle[] | undefined {
  const files: readonly [string, Language][] = [
    ['seeds/000_2f68dce0419adda0.txt', 'en'],
    ['seeds/003_cf8bad94241657f8.txt', 'nb'],
  ]
  const articles: LabelledArticle[] = []
  for (const [file, language] of files) {
    const path = sharedPath(file)
    if (path === undefined) return undefined
    articles.push({ id: file, paragraphs: readLines(path).map(text => ({ language, text })) })
  }
  return articles
}

/** The sample articles written for this project, with the language of each paragraph. */
export function readSeedArticles(): LabelledArticle[] | undefined {
  const path = fileURLToPath(new URL('../seeds/expected.ndjson', import.meta.url))
  if (!existsSync(path)) return undefined
  const articles = new Map<string, { position: number; language: Language; text: string }[]>()
  for (const line of readLines(path)) {
    const row = JSON.parse(line) as { articleId: string; position: number; language: string; text: string }
    if (!isLanguage(row.language)) throw new TypeError(`${path}: ${row.language} is not in the closed list`)
    const rows = articles.get(row.articleId) ?? []
    rows.push({ position: row.position, language: row.language, text: row.text })
    articles.set(row.articleId, rows)
  }
  return [...articles].map(([id, rows]) => ({ id, paragraphs: rows.sort((a, b) => a.position - b.position) }))
}

function readLines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line.trim() !== '')
}
