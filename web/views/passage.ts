import type { AnswerHit, AnswerParagraph, ParagraphAnswer } from '../../src/search/answer.ts'
import type { Reader } from '../i18n/reader.ts'
import { pageUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { citeDetails } from './cite.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { matchLabel } from './match-label.ts'
import { markedText, quotedText, speakerLine } from './quotes.ts'
import { textAttributes } from './text-attributes.ts'

export type PassageOptions = {
  readonly query: PageQuery
  readonly reader: Reader
  /** Of the list; stands before the ids of what is in it. */
  readonly name: 'hits' | 'partial'
  /** Paragraphs whose neighbours were asked for, by their ids. */
  readonly contexts?: ReadonlyMap<string, ParagraphAnswer> | undefined
}

/** One paragraph that was found: its words, who said them, why it matched, and ways on. */
export function passage(hit: AnswerHit, options: PassageOptions): Html {
  const { query, reader, name, contexts } = options
  const label = matchLabel(hit, reader)
  const context = contexts?.get(hit.id)?.context
  return html`<div class="passage" id="${name}-${hit.id}">
    ${context?.before.map(one => neighbour(one, reader))}
    <p class="text" ${textAttributes(hit.language)}>
      ${markedText(context ? hit.highlight : hit.snippet, hit.quotes, reader)}
    </p>
    ${context?.after.map(one => neighbour(one, reader))}
    ${speakerLine(hit.quotes, reader, speaker => pageUrl(query, { speaker: [speaker] }))}
    <p class="ways-on">
      ${label && html`<span class="label">${label}</span>`}
      ${hit.language !== hit.articleLanguage && html`<bdi>${reader.language(hit.language)}</bdi>`}
      <a
        href="${reader.href(hit.permalink)}#${hit.id}"
        id="${name}-context-${hit.id}"
        data-context="${hit.id}"
        aria-expanded="${String(context !== undefined)}"
        >${reader.say('hit.context')}</a
      >
    </p>
    ${citeDetails({ id: hit.id, url: hit.url, language: reader.ui, name: `${name}-cite-${hit.id}` }, reader)}
  </div>`
}

const neighbour = ({ text, language, quotes }: AnswerParagraph, reader: Reader): Html =>
  html`<p class="text neighbour" ${textAttributes(language)}>${quotedText(text, quotes, reader)}</p>`
