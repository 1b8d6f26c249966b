import type { Reader } from '../../i18n/reader.ts'
import { html } from '../../views/html.ts'
import type { Html } from '../../views/html.ts'
import type { ParagrafOpenIn } from '../types/embed.d.ts'
import { problemText } from './box-problem.ts'
import type { BoxProblem } from './box-problem.ts'
import { results } from './results.ts'
import type { Results } from './results.ts'

/** What there is to see below the box. */
export type Shown =
  | { readonly kind: 'nothing' }
  | ({ readonly kind: 'results' } & Results)
  | { readonly kind: 'problem'; readonly problem: BoxProblem }

export type Box = {
  /** What stands in the field. */
  readonly typed: string
  /** What screen readers call it, and what it says while it is empty; '': the box's own words. */
  readonly label: string
  readonly placeholder: string
  readonly shown: Shown
  readonly isOpen: boolean
  /** Something has been awaited for long enough to say so. */
  readonly isBusy: boolean
  /** What screen readers are told. */
  readonly status: string
  readonly reader: Reader
  /** Address of the service, where there is one. */
  readonly endpoint: string | undefined
  readonly openIn: ParagrafOpenIn
}

/**
 * The whole box. A field, and below it a list of links that is read as such: each with its language, its marks and its
 * quotes. A combobox with a listbox was not chosen, since its options are read as one flat text each, without any of that.
 */
export function boxView(box: Box): Html {
  const { typed, label, placeholder, shown, isOpen, isBusy, status, reader } = box
  const name = label === '' ? reader.plain('search.label') : label
  const isWaiting = isBusy && shown.kind === 'nothing'
  return html`<div
    class="box"
    part="box"
    role="search"
    aria-label="${name}"
    lang="${reader.locale}"
    dir="${reader.direction}"
  >
    <form class="form" id="form" part="form">
      <input
        id="q"
        part="input"
        type="search"
        value="${typed}"
        aria-label="${name}"
        aria-controls="panel"
        ${shown.kind === 'results' && isOpen && html` aria-describedby="hint"`}
        placeholder="${placeholder === '' ? reader.say('search.placeholder') : placeholder}"
        dir="auto"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        enterkeyhint="search"
      />
      <button part="button" type="submit" aria-label="${reader.say('search.submit')}">${LENS}</button>
    </form>
    <div
      class="panel"
      id="panel"
      part="panel"
      tabindex="-1"
      aria-busy="${String(isBusy)}"
      ${!isOpen && html` hidden`}
    >
      ${isWaiting && html`<p class="busy" part="busy">${reader.say('search.busy')}</p>`} ${content(box)}
    </div>
    <p class="unseen" id="status" role="status">${status}</p>
    <p class="unseen" id="hint" hidden>${reader.say('embed.hint')}</p>
  </div>`
}

function content({ shown, reader, endpoint, openIn }: Box): Html | false {
  switch (shown.kind) {
    case 'results':
      return results(shown, { reader, endpoint: endpoint ?? '', openIn })
    case 'problem':
      return problemText(shown.problem, reader)
    case 'nothing':
      return false
  }
}

const LENS = html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
  <circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" stroke-width="2" />
  <path d="M12.8 12.8 17.5 17.5" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
</svg>`
