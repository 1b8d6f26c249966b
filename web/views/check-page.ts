import type { Verdict } from '../../src/citation/verdict.ts'
import type { AnswerQuotation, CheckAnswer } from '../../src/http/check-answer.ts'
import type { PlainKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import { EMPTY_QUERY } from '../state/page-query.ts'
import { checkForm } from './check-form.ts'
import type { CheckQuery } from './check-form.ts'
import { checkMatch } from './check-match.ts'
import type { PageParts } from './document.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { searchForm } from './search-form.ts'
import { shortened } from './shortened.ts'
import { textAttributes } from './text-attributes.ts'

export type CheckPage = {
  readonly query: CheckQuery
  /** What `/api/quotes/check` says; absent before anything was asked. */
  readonly answer?: CheckAnswer
  readonly reader: Reader
}

/** Did anybody say so? The form, and behind it every quotation with its verdict. */
export function checkPage({ query, answer, reader }: CheckPage): PageParts {
  return {
    title: `${reader.plain('check.title')} – Paragraf`,
    address: reader.href('/check'),
    header: searchForm(EMPTY_QUERY, reader),
    main: html`<div class="checks">
      <h1>${reader.say('check.title')}</h1>
      ${checkForm(query, reader)}
      ${
        answer
          ? html`${answer.quotations.map((quotation, i) => quotationSection(quotation, i, reader))}
            ${uncheckedNote(answer, reader)}`
          : html`<p class="hint">${reader.say('check.hint')}</p>`
      }
    </div>`,
  }
}

const VERDICT_LABELS: Readonly<Record<Verdict, PlainKey>> = {
  verbatim: 'verdict.verbatim',
  trimmed: 'verdict.trimmed',
  altered: 'verdict.altered',
  notFound: 'verdict.notFound',
}

const NOTES: Readonly<Record<AnswerQuotation['notes'][number]['code'], PlainKey>> = {
  few_words: 'check.fewWords',
  language_not_indexed: 'check.languageNotIndexed',
  several_speakers: 'check.severalSpeakers',
}

const LONGEST = 160

function quotationSection(quotation: AnswerQuotation, number: number, reader: Reader): Html {
  const { text, language, verdict, matches, notes, speaker } = quotation
  const [best, ...others] = matches
  return html`<section class="checked" aria-labelledby="quotation-${number}">
    <h2 id="quotation-${number}" tabindex="-1">
      <span class="verdict is-${verdict}">${reader.say(VERDICT_LABELS[verdict])}</span>
      <bdi${textAttributes(language)}>${shortened(text, LONGEST)}</bdi>
    </h2>
    ${speaker !== null && html`<p class="hint">${reader.say('check.claimedSpeaker', { name: html`<bdi>${speaker}</bdi>` })}</p>`}
    ${verdict === 'notFound' && html`<p>${reader.say(best ? 'check.onlyClosest' : 'check.nothingNear')}</p>`}
    ${
      notes.length > 0 &&
      html`<ul class="notes">
        ${notes.map(({ code }) => html`<li>${reader.say(NOTES[code])}</li>`)}
      </ul>`
    }
    ${best && checkMatch(best, text, reader)}
    ${
      others.length > 0 &&
      html`<details>
        <summary>${reader.say('check.moreWordings', { count: others.length })}</summary>
        ${others.map(match => checkMatch(match, text, reader))}
      </details>`
    }
  </section>`
}

function uncheckedNote({ unchecked, degraded }: CheckAnswer, reader: Reader): Html | false {
  if (unchecked === 0 && !degraded) return false
  return html`<p class="notes">
    ${unchecked > 0 ? reader.say('check.unchecked', { count: unchecked }) : reader.say('check.incomplete')}
  </p>`
}
