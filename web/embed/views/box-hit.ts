import type { AnswerHit } from '../../../src/search/answer.ts'
import type { Reader } from '../../i18n/reader.ts'
import { articleLine } from '../../views/article-line.ts'
import { html } from '../../views/html.ts'
import type { Html } from '../../views/html.ts'
import { matchLabel } from '../../views/match-label.ts'
import { markedText, speakerLine } from '../../views/quotes.ts'
import { textAttributes } from '../../views/text-attributes.ts'
import type { ParagrafOpenIn } from '../types/embed.d.ts'

export type BoxHitOptions = {
  readonly reader: Reader
  /** Of the list. */
  readonly name: 'hits' | 'partial'
  readonly openIn: ParagrafOpenIn
  readonly href: string
}

/** A paragraph that was found: one link, so that a step of the keyboard is a hit. */
export function boxHit(hit: AnswerHit, { reader, name, openIn, href }: BoxHitOptions): Html {
  const isTitle = hit.kind === 'title'
  const language = isTitle ? hit.language : hit.articleLanguage
  const title = isTitle ? markedText(hit.snippet, hit.quotes, reader) : (hit.title ?? hit.source)
  const label = matchLabel(hit, reader)
  const more = hit.match !== null && hit.moreInArticle > 0
  return html`<li class="hit" part="hit" id="${name}-${hit.id}">
    <a
      class="to"
      id="${name}-to-${hit.id}"
      part="title"
      href="${href}"
      data-hit="${hit.id}"
      ${openIn === 'tab' && html` target="_blank" rel="noopener"`}
      ${textAttributes(language)}
      >${title}</a
    >
    ${
      !isTitle &&
      html`<p class="text" part="text" ${textAttributes(hit.language)}>
          ${markedText(hit.snippet, hit.quotes, reader)}
        </p>
        ${speakerLine(hit.quotes, reader)}`
    }
    ${articleLine({ ...hit, url: null, author: [] }, reader, label && html`<span class="label">${label}</span>`)}
    ${more && html`<p class="more">${reader.say('hit.moreInArticle', { count: hit.moreInArticle })}</p>`}
  </li>`
}
