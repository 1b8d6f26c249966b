import type { CitationFormat } from '../../src/citation/formats/format-citation.ts'
import type { Language } from '../../src/domain/language.ts'
import type { Reader } from '../i18n/reader.ts'
import { html, webAddress } from './html.ts'
import type { Html } from './html.ts'

/** A citation as it is copied, and the publisher's page at the words. */
export type CitationTexts = {
  readonly text: string
  readonly markdown: string
  readonly html: string
  /** Absent where no address of the article is known. */
  readonly link?: string
}

export type Cited = {
  readonly id: string
  /** One of the paragraph's quotes, by its number; absent: the paragraph. */
  readonly quote?: number
  /** In whose marks and words it is written. */
  readonly language: Language
  /** Of the page: where several views cite the same words, their ids differ by it. */
  readonly name: string
  /** Of the article, where it is known. */
  readonly url?: string | null
  /** Without them there are links to the same. */
  readonly texts?: CitationTexts | undefined
}

const COPIED = ['text', 'markdown', 'html'] as const

/** Names of formats are the same in every language. */
const copiedName = (format: (typeof COPIED)[number], reader: Reader): Html | string =>
  ({ text: reader.say('cite.text'), markdown: 'Markdown', html: 'HTML' })[format]

/** Formats that other programs read. */
const OTHERS: readonly (readonly [format: CitationFormat, name: string])[] = [
  ['ris', 'RIS'],
  ['bibtex', 'BibTeX'],
  ['csl-json', 'CSL-JSON'],
  ['json-ld', 'JSON-LD'],
]

/** Folded until it is wanted: the citation in each format, in the marks of the reader's language. Needs no script. */
export function citeDetails(cited: Cited, reader: Reader): Html {
  const { texts, name, url = null } = cited
  const linked = texts
    ? OTHERS
    : [...COPIED.map(format => [format, copiedName(format, reader)] as const), ...OTHERS]
  return html`<details class="cite" id="${name}" ${webAddress(url) !== undefined && html` data-published`}>
    <summary>${reader.say('cite.summary')}</summary>
    <div class="cite-texts" id="${name}-texts">${texts && citationTexts(texts, name, reader)}</div>
    <ul class="cite-formats" aria-label="${reader.say(texts ? 'cite.others' : 'cite.formats')}">
      ${linked.map(([format, label]) => html`<li><a href="${citationUrl(cited, format)}" rel="nofollow">${label}</a></li>`)}
    </ul>
  </details>`
}

/** What a reader copies; `name` as of the details it stands in. */
export function citationTexts(texts: CitationTexts, name: string, reader: Reader): Html {
  return html`<dl>
      ${COPIED.map(
        format =>
          html`<dt id="${name}-${format}-label">${copiedName(format, reader)}</dt>
            <dd>
              <pre id="${name}-${format}" dir="auto">${texts[format]}</pre>
              <button
                type="button"
                class="needs-script"
                data-copy="${name}-${format}"
                aria-describedby="${name}-${format}-label"
              >
                ${reader.say('cite.copy')}
              </button>
            </dd>`,
      )}
    </dl>
    ${texts.link !== undefined && html`<p><a href="${texts.link}" rel="noopener noreferrer external">${reader.say('cite.link')}</a></p>`}`
}

function citationUrl({ id, quote, language }: Cited, format: CitationFormat): string {
  const parameters = new URLSearchParams({
    format,
    ...(quote !== undefined && { quote: String(quote) }),
    lang: language,
  })
  return `/api/paragraphs/${encodeURIComponent(id)}/citation?${parameters.toString()}`
}
