import type { AnswerParagraph, ArticleAnswer, ParagraphAnswer } from '../../search/answer.ts'
import { articleLine, dayOf } from './hit.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { documentOf } from './layout.ts'
import { EMPTY_QUERY } from './page-query.ts'
import { articleQuotes, quotedText } from './quotes.ts'
import type { Reader } from './reader.ts'
import { searchForm } from './search-form.ts'
import { textAttributes } from './text-attributes.ts'

export type ParagraphPage = {
  readonly paragraph: ParagraphAnswer
  readonly article: ArticleAnswer
  readonly reader: Reader
}

/** A paragraph in its article. One that was taken out stands before it, with what became of it. */
export function paragraphPage({ paragraph, article, reader }: ParagraphPage): string {
  const title = article.title ?? article.source
  const hasTitleParagraph = article.paragraphs.some(({ kind }) => kind === 'title')
  return documentOf({
    title: `${title} – Paragraf`,
    header: searchForm(EMPTY_QUERY),
    main: html` <article class="article">
      ${!hasTitleParagraph && html`<h1${textAttributes(article.language)}>${title}</h1>`}
      ${article.paragraphs.filter(({ kind }) => kind === 'title').map(one => paragraphElement(one, paragraph.id))}
      ${articleLine({ ...paragraph, language: article.language }, reader)} ${retirement(paragraph, reader)}
      ${article.paragraphs.filter(({ kind }) => kind !== 'title').map(one => paragraphElement(one, paragraph.id))}
      ${articleQuotes(article)}
    </article>`,
  })
}

function retirement(paragraph: ParagraphAnswer, reader: Reader): Html | false {
  const { retiredAt, supersededBy } = paragraph
  if (retiredAt === null) return false
  return html`
<section class="retired" aria-label="Earlier version">
<p>This paragraph is no part of the article any more, since ${dayOf(retiredAt, reader)}. It read:</p>
<blockquote${textAttributes(paragraph.language)}>${paragraph.text}</blockquote>
<p>${supersededBy !== null && html`<a href="/p/${encodeURIComponent(supersededBy)}">What took its place</a>. `}The article as it stands now:</p>
</section>`
}

const ELEMENT_OF_KIND = { title: 'h1', heading: 'h2', list: 'p', text: 'p' } as const

function paragraphElement({ id, kind, language, text, quotes }: AnswerParagraph, target: string): Html {
  const attributes = html` id="${id}"${textAttributes(language)}${id === target && html` class="is-target" aria-current="true"`}`
  switch (ELEMENT_OF_KIND[kind]) {
    case 'h1':
      return html`<h1${attributes}>${text}</h1>`
    case 'h2':
      return html`<h2${attributes}>${text}</h2>`
    case 'p':
      return html`<p${attributes}>${quotedText(text, quotes)}</p>`
  }
}
