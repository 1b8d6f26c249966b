import type { Language } from '../../domain/language.ts'
import type { AnswerHit, AnswerParagraph } from '../../search/answer.ts'
import { html, webAddress } from './html.ts'
import type { Content, Html } from './html.ts'
import { pageUrl } from './page-query.ts'
import type { PageQuery } from './page-query.ts'
import { directionOf } from './reader.ts'
import type { Reader } from './reader.ts'

const MATCH_LABELS = {
  asTyped: undefined,
  inflected: 'in another form',
  prefix: 'longer word',
  typo: 'similar spelling',
} as const

/** One paragraph that was found, in a list of them. */
export function hitItem(hit: AnswerHit, query: PageQuery, reader: Reader): Html {
  const isTitle = hit.kind === 'title'
  const found = html`${hit.snippet.map(part => (part.isMatch ? html`<mark>${part.text}</mark>` : part.text))}`
  const label = hit.match === null ? undefined : MATCH_LABELS[hit.match]
  const heading = isTitle ? found : (hit.title ?? hit.source)
  const language = isTitle ? hit.language : hit.articleLanguage
  return html` <li class="hit">
    <article>
      <h3><a href="${hit.permalink}" ${textAttributes(language)}>${heading}</a></h3>
      ${articleLine(hit, reader, label !== undefined && html`<span class="label">${label}</span>`)}
      ${!isTitle && html`<p class="text" ${textAttributes(hit.language)}>${found}</p>`}
      ${moreLink(hit, query, reader)}
    </article>
  </li>`
}

/** Where a paragraph was published: source, day, language, the original. */
export function articleLine(paragraph: AnswerParagraph, reader: Reader, more: Content = null): Html {
  const address = webAddress(paragraph.url)
  const { source, author, publishedAt, language } = paragraph
  return html` <p class="meta">
    <bdi class="source">${source}</bdi>
    ${author.map(name => html`<bdi>${name}</bdi>`)}
    ${publishedAt !== null && html`<time datetime="${publishedAt}" lang="${reader.locale}">${reader.day(publishedAt)}</time>`}
    <span lang="${reader.locale}">${reader.language(language)}</span>
    ${address !== undefined && html`<a href="${address}" rel="noopener noreferrer external">original</a>`}
    ${more}
  </p>`
}

/** `lang` and `dir` of an element that holds text as it was published. */
export const textAttributes = (language: Language): Html =>
  html` lang="${language}" dir="${directionOf(language)}"`

function moreLink({ moreInArticle }: AnswerHit, query: PageQuery, reader: Reader): Html | false {
  if (moreInArticle === 0) return false
  const noun = moreInArticle === 1 ? 'paragraph' : 'paragraphs'
  return html`<p class="more">
    <a href="${pageUrl(query, { group: 'paragraph' })}"
      >${reader.number(moreInArticle)} more ${noun} in this article</a
    >
  </p>`
}
