import type { PlainKey } from '../../i18n/catalogue.ts'
import type { Reader } from '../../i18n/reader.ts'
import { html } from '../../views/html.ts'
import type { Html } from '../../views/html.ts'
import { problemAdvice, problemHeading } from '../../views/problem-text.ts'
import type { ShownProblem } from '../../views/problem-text.ts'

/** Between a page and a service of another origin more can go wrong than the service knows of. */
export type BoxProblem = Omit<ShownProblem, 'code'> & {
  readonly code: ShownProblem['code'] | 'cross_origin_refused' | 'blocked_by_page' | 'invalid_endpoint'
}

/** What only who runs the site or the service can mend. */
const SETUP: Readonly<Partial<Record<BoxProblem['code'], PlainKey>>> = {
  cross_origin_refused: 'embed.refused',
  blocked_by_page: 'embed.blocked',
  invalid_endpoint: 'error.offline',
}

export const headingOf = (problem: BoxProblem): PlainKey => SETUP[problem.code] ?? problemHeading(problem)

/** What went wrong, in words, with what was typed still in the box. */
export function problemText(problem: BoxProblem, reader: Reader): Html {
  const isSetup = problem.code in SETUP
  const advice = isSetup ? 'embed.notYours' : adviceOf(problem)
  return html`<div class="problem" part="error">
    <p class="headline">${reader.say(headingOf(problem))}</p>
    ${
      advice === undefined
        ? problem.detail !== '' && html`<p lang="en" dir="ltr">${problem.detail}</p>`
        : html`<p>${reader.say(advice)}</p>`
    }
    ${canPass(problem) && html`<p><button id="retry" part="retry" type="button">${reader.say('error.retry')}</button></p>`}
  </div>`
}

/** In a box nothing “stays in the address”. */
const adviceOf = ({ code }: BoxProblem): PlainKey | undefined =>
  code === 'engine_unreachable' ? undefined : problemAdvice({ code: code as ShownProblem['code'] })

/** Whether it may be over when it is tried again. */
const canPass = ({ status, code }: BoxProblem): boolean =>
  (status === 0 || status >= 500) && code !== 'invalid_endpoint'
