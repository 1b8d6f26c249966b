import type { AnswerParagraph } from '../../src/search/answer.ts'
import type { Reader } from '../i18n/reader.ts'
import { html, webAddress } from './html.ts'
import type { Content, Html } from './html.ts'

/** Where a paragraph was published: source, day, language, the original. */
export function articleLine(paragraph: AnswerParagraph, reader: Reader, more: Content = null): Html {
  const { source, author, publishedAt, language } = paragraph
  const address = webAddress(paragraph.url)
  const items: readonly Content[] = [
    html`<bdi class="source">${source}</bdi>`,
    ...author.map(name => html`<bdi>${name}</bdi>`),
    publishedAt !== null && dayOf(publishedAt, reader),
    html`<bdi>${reader.language(language)}</bdi>`,
    address !== undefined &&
      html`<a href="${address}" rel="noopener noreferrer external">${reader.say('hit.original')}</a>`,
    more,
  ]
  // separators stand outside of what may be written from right to left
  return html`<p class="meta">${items.filter(Boolean).map(item => html`<span>${item}</span> `)}</p>`
}

/** The day of an ISO instant, in the reader's language. */
export const dayOf = (instant: string, reader: Reader): Html =>
  html`<time datetime="${instant}"><bdi>${reader.day(instant)}</bdi></time>`
