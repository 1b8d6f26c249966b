import type { AnswerParagraph, ArticleAnswer, ParagraphAnswer } from '../../src/search/answer.ts'
import type { Reader } from '../i18n/reader.ts'
import { EMPTY_QUERY } from '../state/page-query.ts'
import { articleLine, dayOf } from './article-line.ts'
import type { PageParts } from './document.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { articleQuotes, quotedText } from './quotes.ts'
import { searchForm } from './search-form.ts'
import { textAttributes } from './text-attributes.ts'

export type ParagraphPage = {
  readonly paragraph: ParagraphAnswer
  readonly article: ArticleAnswer
  readonly reader: Reader
}

/** A paragraph in its article. One that was taken out stands before it, with what became of it. */
export function paragraphPage({ paragraph, article, reader }: ParagraphPage): PageParts {
  const title = article.title ?? article.source
  const hasTitleParagraph = article.paragraphs.some(({ kind }) => kind === 'title')
  const element = (one: AnswerParagraph): Html =>
    paragraphElement(one, { isTarget: one.id === paragraph.id, reader })
  return {
    title: `${title} – Paragraf`,
    address: reader.href(paragraph.permalink),
    header: searchForm(EMPTY_QUERY, reader),
    main: html`<article class="article">
      ${!hasTitleParagraph && html`<h1${textAttributes(article.language)}>${title}</h1>`}
      ${article.paragraphs.filter(({ kind }) => kind === 'title').map(element)}
      ${articleLine({ ...paragraph, language: article.language }, reader)} ${retirement(paragraph, reader)}
      ${article.paragraphs.filter(({ kind }) => kind !== 'title').map(element)}
      ${articleQuotes(article, reader)}
    </article>`,
  }
}

function retirement(paragraph: ParagraphAnswer, reader: Reader): Html | false {
  const { retiredAt, supersededBy } = paragraph
  if (retiredAt === null) return false
  return html`<section class="retired" aria-label="${reader.say('retired.label')}">
    <p>${reader.say('retired.since', { day: dayOf(retiredAt, reader) })}</p>
    <blockquote${textAttributes(paragraph.language)}>${paragraph.text}</blockquote>
    <p>
      ${
        supersededBy !== null &&
        html`<a href="${reader.href(`/p/${encodeURIComponent(supersededBy)}`)}"
            >${reader.say('retired.successor')}</a
          >.`
      }
      ${reader.say('retired.now')}
    </p>
  </section>`
}

const ELEMENT_OF_KIND = { title: 'h1', heading: 'h2', list: 'p', text: 'p' } as const

function paragraphElement(
  { id, kind, language, text, quotes }: AnswerParagraph,
  { isTarget, reader }: { isTarget: boolean; reader: Reader },
): Html {
  const attributes = html` id="${id}"${textAttributes(language)}${isTarget && html` class="is-target" aria-current="true"`}`
  switch (ELEMENT_OF_KIND[kind]) {
    case 'h1':
      return html`<h1${attributes}>${text}</h1>`
    case 'h2':
      return html`<h2${attributes}>${text}</h2>`
    case 'p':
      return html`<p${attributes}>${quotedText(text, quotes, reader)}</p>`
  }
}
