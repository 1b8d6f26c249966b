import { createHash } from 'node:crypto'
import type { AnalyzedArticle } from '../../src/domain/analyzed.ts'
import type { Language } from '../../src/domain/language.ts'
import type { Paragraph, ParagraphKind, Quote } from '../../src/domain/paragraph.ts'
import { analyzeParagraph, createAnalyzer } from '../../src/text/analyze.ts'

/** What a test says about an article; everything else is filled in. */
export type ArticleDraft = {
  readonly id: string
  readonly source?: string
  readonly author?: readonly string[]
  readonly title?: string
  readonly publishedAt?: number
  readonly visibleFrom?: number
  readonly visibleUntil?: number
  readonly language?: Language
  readonly paragraphs: readonly (
    | string
    | {
        readonly text: string
        readonly language?: Language
        readonly kind?: ParagraphKind
        readonly quotes?: readonly QuoteDraft[]
      }
  )[]
}

/** Either where the quote stands, or its words, which stand once in the paragraph. */
export type QuoteDraft = Partial<Omit<Quote, 'start' | 'end' | 'text'>> &
  ({ readonly start: number; readonly end: number } | { readonly text: string })

const analyze = createAnalyzer()

/** An article ready for an engine, without the guesses of the language room: tests of engines say the language. */
export function analyzedArticle(draft: ArticleDraft): AnalyzedArticle {
  const articleLanguage = draft.language ?? 'en'
  const texts = [
    ...(draft.title === undefined ? [] : [{ text: draft.title, kind: 'title' as const }]),
    ...draft.paragraphs.map(one => (typeof one === 'string' ? { text: one } : one)),
  ]
  const seen = new Map<string, number>()
  const paragraphs = texts.map((one, position) => {
    const language = ('language' in one ? one.language : undefined) ?? articleLanguage
    const hash = createHash('sha256').update(one.text).digest('hex').slice(0, 10)
    const times = (seen.get(hash) ?? 0) + 1
    seen.set(hash, times)
    const paragraph: Paragraph = {
      id: `${draft.id}-${hash}${times > 1 ? `-${times}` : ''}`,
      articleId: draft.id,
      position,
      kind: ('kind' in one ? one.kind : undefined) ?? 'text',
      text: one.text,
      language,
      languageConfidence: 1,
      articleLanguage,
      source: draft.source ?? 'Testavisa',
      author: draft.author ?? [],
      quotes: ('quotes' in one ? (one.quotes ?? []) : []).map(draft => quoteIn(one.text, draft)),
      ...(draft.title === undefined ? {} : { title: draft.title }),
      ...(draft.publishedAt === undefined ? {} : { publishedAt: draft.publishedAt }),
      ...(draft.visibleFrom === undefined ? {} : { visibleFrom: draft.visibleFrom }),
      ...(draft.visibleUntil === undefined ? {} : { visibleUntil: draft.visibleUntil }),
    }
    return analyzeParagraph(paragraph, analyze)
  })
  return { id: draft.id, language: articleLanguage, paragraphs }
}

function quoteIn(text: string, draft: QuoteDraft): Quote {
  const start = 'start' in draft ? draft.start : text.indexOf(draft.text)
  const end = 'start' in draft ? draft.end : start + draft.text.length
  if (start < 0) throw new Error(`The quote does not stand in “${text}”`)
  return { kind: 'direct', confidence: 1, ...draft, start, end, text: text.slice(start, end) }
}
