import type { AnswerHit, AnswerParagraph } from '../../search/answer.ts'
import { html, webAddress } from './html.ts'
import type { Content, Html } from './html.ts'
import { pageUrl } from './page-query.ts'
import type { PageQuery } from './page-query.ts'
import { markedText, speakerLine } from './quotes.ts'
import type { Reader } from './reader.ts'
import { textAttributes } from './text-attributes.ts'

const MATCH_LABELS = {
  asTyped: undefined,
  inflected: 'in another form',
  prefix: 'longer word',
  typo: 'similar spelling',
} as const

/** One paragraph that was found, in a list of them. */
export function hitItem(hit: AnswerHit, { query, reader }: { query: PageQuery; reader: Reader }): Html {
  const isTitle = hit.kind === 'title'
  // one of an article's paragraphs, of which none was asked for, says less than its title
  const isArticle = hit.match === null && hit.moreInArticle > 0 && hit.title !== null
  const found = markedText(hit.snippet, hit.quotes)
  const label =
    hit.coverage !== null && hit.coverage < 1 ? coverageLabel(hit.coverage, reader) : matchLabel(hit)
  const heading = isTitle ? found : (hit.title ?? hit.source)
  const language = isTitle ? hit.language : hit.articleLanguage
  return html` <li class="hit">
    <article>
      <h3><a href="${hit.permalink}#${hit.id}" ${textAttributes(language)}>${heading}</a></h3>
      ${articleLine(hit, reader, label !== undefined && html`<span class="label">${label}</span>`)}
      ${!isTitle && !isArticle && html`<p class="text" ${textAttributes(hit.language)}>${found}</p>`}
      ${!isArticle && speakerLine(hit.quotes, name => pageUrl(query, { speaker: [name] }))}
      ${moreLink(hit, reader)}
    </article>
  </li>`
}

const matchLabel = ({ match }: AnswerHit): string | undefined =>
  match === null ? undefined : MATCH_LABELS[match]

const coverageLabel = (coverage: number, reader: Reader): string =>
  `${reader.number(Math.floor(coverage * 100))} % of the words`

/** Where a paragraph was published: source, day, language, the original. */
export function articleLine(paragraph: AnswerParagraph, reader: Reader, more: Content = null): Html {
  const { source, author, publishedAt, language } = paragraph
  const address = webAddress(paragraph.url)
  const items: readonly Content[] = [
    html`<bdi class="source">${source}</bdi>`,
    ...author.map(name => html`<bdi>${name}</bdi>`),
    publishedAt !== null && dayOf(publishedAt, reader),
    html`<bdi lang="${reader.locale}">${reader.language(language)}</bdi>`,
    address !== undefined && html`<a href="${address}" rel="noopener noreferrer external">original</a>`,
    more,
  ]
  // separators stand outside of what may be written from right to left
  return html`<p class="meta">${items.filter(Boolean).map(item => html`<span>${item}</span> `)}</p>`
}

/** The day of an ISO instant, in the reader's language. */
export const dayOf = (instant: string, reader: Reader): Html =>
  html`<time datetime="${instant}"><bdi lang="${reader.locale}">${reader.day(instant)}</bdi></time>`

function moreLink({ moreInArticle, permalink, match }: AnswerHit, reader: Reader): Html | false {
  // without words every paragraph is a hit
  if (moreInArticle === 0 || match === null) return false
  const noun = moreInArticle === 1 ? 'paragraph' : 'paragraphs'
  return html`<p class="more">
    <a href="${permalink}">${reader.number(moreInArticle)} more ${noun} in this article</a>
  </p>`
}
