import type { AnalyzedParagraph } from '../../domain/analyzed.ts'
import type { Paragraph, StoredParagraph } from '../../domain/paragraph.ts'
import { nameKey } from '../../text/normal-form.ts'
import { codePoints, gramLength } from '../../text/scripts.ts'
import { tokenText, type PlacedTokens } from './token-text.ts'
import { boundedKey, idKey, pairKey, stemKey, termKey } from './keys.ts'

/**
 * What a document is: a paragraph that is found, what is found of it in a zone (`quote`: one quote, `text`: what stands
 * outside of quoted speech), one that was retired, what is left of a quote that is no more, or the one that says how the
 * index was made. All of them stand in one index, so that one task, which the server does wholly or not at all, changes
 * everything of an article.
 */
export const ROLES = ['live', 'quote', 'text', 'retired', 'gone', 'state', 'letter'] as const
export type Role = (typeof ROLES)[number]

/** What all documents of a paragraph have. */
const placeOf = ({ id, articleId, position, source, visibleFrom, visibleUntil }: Paragraph) => ({
  id,
  order: idKey(id),
  articleKey: idKey(articleId),
  position,
  sourceName: boundedKey(source),
  ...(visibleFrom === undefined ? {} : { visibleFrom }),
  ...(visibleUntil === undefined ? {} : { visibleUntil }),
})

/** What a paragraph is filtered by, whichever of its words are searched; `content` and `title` are only stored. */
export function paragraphFields(paragraph: Paragraph, title: AnalyzedParagraph | undefined) {
  const { language, author, publishedAt } = paragraph
  const month = publishedAt === undefined ? undefined : monthOf(publishedAt)
  return {
    ...placeOf(paragraph),
    language,
    articleLanguageKey: `${idKey(paragraph.articleId)}:${language}`,
    sourceKey: boundedKey(nameKey(paragraph.source)),
    authorNames: [...new Set(author.map(boundedKey))],
    authorKeys: [...new Set(author.map(name => boundedKey(nameKey(name))))],
    ...(month === undefined ? {} : { month }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    content: JSON.stringify(paragraph),
    ...(title ? { title: `${title.paragraph.language} ${tokenText(title.tokens)}` } : {}),
  }
}

/**
 * Terms and stems as sets: a filter on them is exact, and so are its counts. `repeated`: those that stand in the text
 * more than once, which rank first. `pairs`: neighbours, which make phrases of two words exact and leave few candidates
 * for longer ones. `begins`: of n-grams what is shorter than they are, so that one character of a script without spaces
 * need not be looked up in the hundreds of n-grams that begin with it. `tokens` is only stored.
 */
export function wordFields(tokens: PlacedTokens, language: string) {
  const terms = new Map<string, number>()
  const stems = new Map<string, number>()
  const pairs = new Set<string>()
  let length = 0
  tokens.forEach((token, i) => {
    if (!token) return
    length++
    count(terms, token.term)
    for (const stem of token.stems) count(stems, stem)
    const next = tokens[i + 1]
    if (next) pairs.add(pairKey(token.term, next.term))
  })
  const begins = [...new Set([...terms.keys()].flatMap(beginningsOfGram))].map(termKey)
  const repeated = (counts: ReadonlyMap<string, number>): string[] =>
    [...counts].filter(([, times]) => times > 1).map(([key]) => key)
  return {
    length,
    terms: [...terms.keys()].map(termKey),
    stems: [...stems.keys()].map(stem => stemKey(language, stem)),
    repeated: [...repeated(terms).map(termKey), ...repeated(stems).map(stem => stemKey(language, stem))],
    pairs: [...pairs],
    ...(begins.length > 0 ? { begins } : {}),
    tokens: tokenText(tokens),
  }
}

function beginningsOfGram(term: string): string[] {
  const gram = gramLength(term)
  if (gram === 0) return []
  const characters = codePoints(term)
  return Array.from({ length: Math.min(gram - 1, characters.length) }, (_, i) =>
    characters.slice(0, i + 1).join(''),
  )
}

const count = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1)

/** `2018-04`, in UTC; years beyond 0–9999 as in ISO 8601 with sign. Absent for instants that no calendar has. */
export function monthOf(seconds: number): string | undefined {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/-\d\dT.*$/, '')
}

export const retiredDocument = (paragraph: StoredParagraph) => ({
  ...placeOf(paragraph),
  role: 'retired' satisfies Role,
  content: JSON.stringify(paragraph),
})

/** A retired paragraph under its article as that is now, embargo included. */
export function underArticle(old: StoredParagraph, of: Paragraph): StoredParagraph {
  const { id, articleId, position, kind, text, language, languageConfidence, quotes } = old
  const { articleLanguage, source, author, title, url, publishedAt, visibleFrom, visibleUntil } = of
  return {
    id,
    articleId,
    position,
    kind,
    text,
    language,
    languageConfidence,
    articleLanguage,
    source,
    author,
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    ...(visibleFrom === undefined ? {} : { visibleFrom }),
    ...(visibleUntil === undefined ? {} : { visibleUntil }),
    quotes,
    ...(old.retiredAt === undefined ? {} : { retiredAt: old.retiredAt }),
    ...(old.supersededBy === undefined ? {} : { supersededBy: old.supersededBy }),
  }
}

/** One UTF-16 code unit of words that begin in a script, as `script unit`; each is written once and never goes. */
export const letterDocument = (letter: string) => ({
  id: `letter_${letter.replace(' ', '_')}`,
  role: 'letter' satisfies Role,
  letter,
})

export const STATE_ID = 'paragraf_state'

export type IndexState = {
  /** Raised with every change of the documents that older code could not read. */
  readonly format: number
  /** The rules of analysis the documents were made with. */
  readonly fingerprint: string
  /** Grows with every change; milliseconds UTC of the last one where clocks agree. */
  readonly generation: number
  /** Signs cursors. */
  readonly secret: string
}

export const stateDocument = (state: IndexState) => ({
  id: STATE_ID,
  role: 'state' satisfies Role,
  ...state,
})
