import type { AnalyzedParagraph } from '../../domain/analyzed.ts'
import type { Paragraph, StoredParagraph } from '../../domain/paragraph.ts'
import { nameKey } from '../../text/normal-form.ts'
import { outsideFields, quoteDocuments } from './quote-documents.ts'
import { ALWAYS } from './schema.ts'
import { storedKey, storedTerm, wellFormed } from './stored-terms.ts'
import { tokenFields } from './token-fields.ts'

/** A paragraph as the index takes it. */
export type ParagraphDocument = ReturnType<typeof paragraphDocument>

/** `titleTerms`: of the article's title. */
export function paragraphDocument(analyzed: AnalyzedParagraph, titleTerms: string) {
  const { paragraph, tokens } = analyzed
  const { language, source, author, publishedAt } = paragraph
  const month = publishedAt === undefined ? undefined : monthOf(publishedAt)
  const outside = outsideFields(analyzed)
  return {
    id: paragraph.id,
    articleId: paragraph.articleId,
    position: paragraph.position,
    kind: paragraph.kind,
    language,
    source: wellFormed(source),
    sourceKey: storedKey(nameKey(source)),
    author: author.map(name => wellFormed(name)),
    authorKey: author.map(name => storedKey(nameKey(name))),
    ...(month === undefined ? {} : { month }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    visibleFrom: paragraph.visibleFrom ?? ALWAYS.from,
    visibleUntil: paragraph.visibleUntil ?? ALWAYS.until,
    ...tokenFields(tokens, language),
    title: paragraph.kind === 'title' ? '' : titleTerms,
    quotes: quoteDocuments(analyzed),
    hasSpeech: outside !== undefined,
    ...(outside ? { outside } : {}),
    paragraph: JSON.stringify(paragraph),
  }
}

/** The terms of an article's title paragraph; empty without one. */
export function titleTermsOf(paragraphs: readonly AnalyzedParagraph[]): string {
  const title = paragraphs.find(({ paragraph }) => paragraph.kind === 'title')
  return title?.tokens.map(token => storedTerm(token.term)).join(' ') ?? ''
}

/** `2018-04`, in UTC. Absent for dates that no calendar has. */
function monthOf(seconds: number): string | undefined {
  const date = new Date(seconds * 1000)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/-\d\dT.*$/, '')
}

/** What paragraphs have from their article. */
export type ArticleFields = Pick<
  Paragraph,
  'articleLanguage' | 'source' | 'author' | 'title' | 'url' | 'publishedAt' | 'visibleFrom' | 'visibleUntil'
>

export const articleFields = ({
  articleLanguage,
  source,
  author,
  title,
  url,
  publishedAt,
  visibleFrom,
  visibleUntil,
}: Paragraph): ArticleFields => ({
  articleLanguage,
  source,
  author,
  ...(title === undefined ? {} : { title }),
  ...(url === undefined ? {} : { url }),
  ...(publishedAt === undefined ? {} : { publishedAt }),
  ...(visibleFrom === undefined ? {} : { visibleFrom }),
  ...(visibleUntil === undefined ? {} : { visibleUntil }),
})

/** `hash` is empty while the article is being written: then whatever is put next counts as changed. */
export const articleDocument = (first: Paragraph, hash: string) => ({
  id: first.articleId,
  kind: 'article',
  articleId: first.articleId,
  source: wellFormed(first.source),
  hash,
  content: JSON.stringify(articleFields(first)),
})

export type RetiredParagraph = {
  readonly paragraph: Paragraph
  /** Seconds UTC. */
  readonly retiredAt: number
  readonly supersededBy?: string | undefined
}

export const retiredDocument = ({ paragraph, retiredAt, supersededBy }: RetiredParagraph) => ({
  id: paragraph.id,
  kind: 'retired',
  articleId: paragraph.articleId,
  source: wellFormed(paragraph.source),
  position: paragraph.position,
  retiredAt,
  ...(supersededBy === undefined ? {} : { supersededBy }),
  content: JSON.stringify(paragraph),
})

/** A retired paragraph as it is shown: under its article as that is now, embargo included. */
export function retiredParagraph(
  { paragraph, retiredAt, supersededBy }: RetiredParagraph,
  article: ArticleFields | undefined,
): StoredParagraph {
  const { id, articleId, position, kind, text, language, languageConfidence, quotes } = paragraph
  return {
    id,
    articleId,
    position,
    kind,
    text,
    language,
    languageConfidence,
    ...(article ?? articleFields(paragraph)),
    quotes,
    retiredAt,
    ...(supersededBy === undefined ? {} : { supersededBy }),
  }
}
