import type { Verdict } from '../../citation/verdict.ts'
import type { AnswerMatch, AnswerQuotation, CheckAnswer } from '../check-answer.ts'
import { checkDiff } from './check-diff.ts'
import { checkForm } from './check-form.ts'
import type { CheckQuery } from './check-form.ts'
import { articleLine } from './hit.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { documentOf } from './layout.ts'
import { EMPTY_QUERY } from './page-query.ts'
import type { Reader } from './reader.ts'
import { searchForm } from './search-form.ts'
import { textAttributes } from './text-attributes.ts'

export type CheckPage = {
  readonly query: CheckQuery
  /** Absent before anything was asked. */
  readonly answer?: CheckAnswer
  readonly reader: Reader
}

/** Did anybody say so? The form, and behind it every quotation with its verdict. */
export function checkPage({ query, answer, reader }: CheckPage): string {
  return documentOf({
    title: 'Check a quote – Paragraf',
    header: searchForm(EMPTY_QUERY),
    main: html`<div class="checks">
      <h1>Check a quote</h1>
      ${checkForm(query)}
      ${
        answer
          ? html`${answer.quotations.map((quotation, i) => quotationSection(quotation, i, reader))}
            ${uncheckedNote(answer)}`
          : html`<p class="hint">
              Paste a sentence, or a whole article: everything in quotation marks is compared with what is in
              the index, word by word.
            </p>`
      }
    </div>`,
  })
}

const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  verbatim: 'Word for word',
  trimmed: 'Shortened, nothing changed',
  altered: 'Altered',
  notFound: 'Not found',
}

function quotationSection(quotation: AnswerQuotation, number: number, reader: Reader): Html {
  const { text, language, verdict, matches, notes, speaker } = quotation
  const [best, ...others] = matches
  return html`<section class="checked" aria-labelledby="quotation-${number}">
    <h2 id="quotation-${number}">
      <span class="verdict is-${verdict}">${VERDICT_LABELS[verdict]}</span>
      <bdi${textAttributes(language)}>${shortened(text)}</bdi>
    </h2>
    ${speaker !== null && html`<p class="hint">Claimed to be said by <bdi>${speaker}</bdi>.</p>`}
    ${verdict === 'notFound' && html`<p>Nothing in this index comes near enough${best && ': these are the closest words'}.</p>`}
    ${
      notes.length > 0 &&
      html`<ul class="notes">
        ${notes.map(({ message }) => html`<li>${message}</li>`)}
      </ul>`
    }
    ${best && matchArticle(best, text, reader)}
    ${
      others.length > 0 &&
      html`<details>
        <summary>
          ${reader.number(others.length)} more ${others.length === 1 ? 'wording' : 'wordings'}
        </summary>
        ${others.map(match => matchArticle(match, text, reader))}
      </details>`
    }
  </section>`
}

function matchArticle(match: AnswerMatch, claim: string, reader: Reader): Html {
  const [paragraph] = match.paragraphs
  if (!paragraph) return html``
  const { differences, operations, verdict } = match
  const isDifferent = operations.some(({ kind }) => kind !== 'same')
  return html`<article class="match">
    <h3>
      <a href="${paragraph.permalink}#${paragraph.id}" ${textAttributes(paragraph.articleLanguage)}
        >${paragraph.title ?? paragraph.source}</a
      >
    </h3>
    ${articleLine(paragraph, reader, html`<span class="label">${likeness(match, reader)}</span>`)}
    ${isDifferent && checkDiff(match, claim)}
    <blockquote${textAttributes(paragraph.language)}>${quoted(match)}</blockquote>
    ${speakerLine(match)}
    ${
      differences.length > 0 &&
      html`<ul class="differences" aria-label="Differences">
        ${differences.map(sentence => html`<li>${sentence}</li>`)}
      </ul>`
    }
    ${match.isPartOfLonger && html`<p class="hint">${verdict === 'altered' ? 'The source goes on.' : 'A longer version exists: the source goes on.'}</p>`}
  </article>`
}

const likeness = ({ verdict, similarity }: AnswerMatch, reader: Reader): string =>
  verdict === 'altered'
    ? `${reader.number(Math.floor(similarity * 100))} % the same`
    : VERDICT_LABELS[verdict].toLowerCase()

/** The paragraphs with what was quoted marked. */
function quoted({ paragraphs, spans }: AnswerMatch): Html[] {
  return paragraphs.map(({ text }, place) => {
    const pieces: Html[] = []
    let at = 0
    for (const span of spans.filter(one => one.place === place).sort((a, b) => a.start - b.start)) {
      const start = Math.max(at, span.start)
      pieces.push(html`${text.slice(at, start)}<mark>${text.slice(start, span.end)}</mark>`)
      at = Math.max(at, span.end)
    }
    return html`<p>${pieces}${text.slice(at)}</p>`
  })
}

/** Below it a speaker is only probably who said it. */
const SURE = 0.6

function speakerLine({ speaker, speakerWarning }: AnswerMatch): Html | false {
  if (speaker === null) return false
  const name = html`${speaker.confidence < SURE && 'probably '}<bdi>${speaker.name}</bdi>`
  return speakerWarning
    ? html`<p class="warning">Here these words are said by somebody else: ${name}.</p>`
    : html`<p class="speakers">Said by ${name}</p>`
}

function uncheckedNote({ unchecked, degraded }: CheckAnswer): Html | false {
  if (unchecked === 0 && !degraded) return false
  return html`<p class="notes">
    ${unchecked > 0 ? `${unchecked} more quotations were not checked: send a shorter draft.` : 'Not everything could be looked at in time.'}
  </p>`
}

const LONGEST = 160

const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1).trimEnd()}…`
