import type { Article, ArticleBody } from '../domain/article.ts'
import type { ParagraphKind } from '../domain/paragraph.ts'
import { cleanText, isVisible } from './clean-text.ts'
import { markHeadings } from './heading.ts'
import { shapeOfLine } from './line-shape.ts'
import { splitLong } from './split-long.ts'
import { splitText } from './split-text.ts'
import type { Block } from './split-text.ts'

export type ParagraphDraft = { readonly kind: ParagraphKind; readonly text: string }

export type SplitArticle = {
  readonly title?: string
  /** In their order; never empty texts. Without any when the article has a title but no body. */
  readonly paragraphs: readonly ParagraphDraft[]
}

/**
 * The paragraphs of an article, the title first. A body that begins by repeating the title does not repeat it here. A
 * Markdown text without a title of its own that begins with a heading of level 1 has that as its title.
 */
export function splitArticle({ title, body }: Pick<Article, 'title' | 'body'>): SplitArticle {
  const blocks = blocksOf(body)
  const given = title === undefined ? '' : cleanText(title)
  const ownTitle = isVisible(given) ? given : titleOfMarkdown(body, blocks)
  if (blocks.length === 0) return { ...(ownTitle === undefined ? {} : { title: ownTitle }), paragraphs: [] }

  const rest = blocks[0]?.text === ownTitle ? blocks.slice(1) : blocks
  const drafts = rest.flatMap(({ kind, text }) => splitLong(text).map(piece => ({ kind, text: piece })))
  if (ownTitle === undefined) return { paragraphs: drafts }
  return { title: ownTitle, paragraphs: [{ kind: 'title', text: ownTitle }, ...drafts] }
}

function blocksOf(body: ArticleBody): Block[] {
  const blocks =
    body.kind === 'text' ? splitText(body.text, body.markup) : blocksOfParagraphs(body.paragraphs)
  return markHeadings(blocks.filter(block => isVisible(block.text)))
}

/** Paragraphs as the publisher parted them: never split at their line breaks, and a list item keeps its marker. */
function blocksOfParagraphs(paragraphs: readonly string[]): Block[] {
  const shapes = paragraphs.map(paragraph => shapeOfLine(paragraph, 'plain'))
  const isItem = (index: number) => shapes[index]?.kind === 'item'
  return paragraphs.map((paragraph, index) => ({
    kind: isItem(index) && (isItem(index - 1) || isItem(index + 1)) ? 'list' : 'text',
    text: cleanText(paragraph),
    singleLine: true,
  }))
}

function titleOfMarkdown(body: ArticleBody, blocks: readonly Block[]): string | undefined {
  if (body.kind !== 'text' || body.markup !== 'markdown') return undefined
  const [first, second] = blocks
  return first?.level === 1 && second !== undefined ? first.text : undefined
}
