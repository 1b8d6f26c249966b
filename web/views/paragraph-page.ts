import type { CitedParagraph } from '../../src/citation/formats/citation.ts'
import type { Language } from '../../src/domain/language.ts'
import type { AnswerParagraph, ArticleAnswer, ParagraphAnswer } from '../../src/search/answer.ts'
import type { Reader } from '../i18n/reader.ts'
import { EMPTY_QUERY } from '../state/page-query.ts'
import { articleLine } from './article-line.ts'
import { citeDetails } from './cite.ts'
import type { CitationTexts } from './cite.ts'
import type { PageParts } from './document.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { articleQuotes, quotedText } from './quotes.ts'
import { retirement } from './retirement.ts'
import type { Succession } from './retirement.ts'
import { searchForm } from './search-form.ts'
import { textAttributes } from './text-attributes.ts'

export type ParagraphPage = {
  readonly paragraph: ParagraphAnswer
  readonly article: ArticleAnswer
  readonly reader: Reader
  /** What took the paragraph's place. */
  readonly succession?: Succession | undefined
  /** In which language citations are written, and each of them; undefined where links do. */
  readonly citations: {
    readonly language: Language
    readonly textsOf: (paragraph: CitedParagraph, quote?: number) => CitationTexts | undefined
  }
}

/** A paragraph in its article. One that was taken out stands before it, with what became of it. */
export function paragraphPage(page: ParagraphPage): PageParts {
  const { paragraph, article, reader, succession, citations } = page
  const title = article.title ?? article.source
  const hasTitleParagraph = article.paragraphs.some(({ kind }) => kind === 'title')
  const citePart = (one: CitedParagraph, quote?: number): Html => {
    const name = quote === undefined ? 'cite' : `cite-${one.id}-${quote}`
    const { language, textsOf } = citations
    const texts = textsOf(one, quote)
    return citeDetails({ id: one.id, language, name, texts, ...(quote !== undefined && { quote }) }, reader)
  }
  const cite = citePart(paragraph)
  const element = (one: AnswerParagraph): Html => {
    const isTarget = one.id === paragraph.id
    return html`${paragraphElement(one, { isTarget, reader })} ${isTarget && cite}`
  }
  return {
    title: `${title} – Paragraf`,
    address: reader.href(paragraph.permalink),
    header: searchForm(EMPTY_QUERY, reader),
    main: html`<article class="article">
      ${!hasTitleParagraph && html`<h1${textAttributes(article.language)}>${title}</h1>`}
      ${article.paragraphs.filter(({ kind }) => kind === 'title').map(element)}
      ${articleLine({ ...paragraph, language: article.language }, reader)}
      ${retirement(paragraph, { succession, cite, reader })}
      ${article.paragraphs.filter(({ kind }) => kind !== 'title').map(element)}
      ${articleQuotes(article, { cite: (one, quote) => citePart({ ...one, retiredAt: null }, quote), reader })}
    </article>`,
  }
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
