import type { TextEdit } from '../../src/citation/text-edits.ts'
import type { AnswerStoredParagraph } from '../../src/search/answer.ts'
import type { Reader } from '../i18n/reader.ts'
import { dayOf } from './article-line.ts'
import { html } from './html.ts'
import type { Content, Html } from './html.ts'
import { textAttributes } from './text-attributes.ts'
import { textEditsView } from './text-edits.ts'

/** What took the place of a paragraph, as far as that is still known, and what was done to its text. */
export type Succession = { readonly heir: AnswerStoredParagraph; readonly edits: readonly TextEdit[] }

/** The wording that was cited, of a paragraph that its article no longer holds, since when, and what became of it. */
export function retirement(
  { retiredAt, language, text }: AnswerStoredParagraph,
  {
    succession,
    cite,
    reader,
  }: { readonly succession: Succession | undefined; readonly cite: Content; readonly reader: Reader },
): Html | false {
  if (retiredAt === null) return false
  return html`<section class="retired" aria-label="${reader.say('retired.label')}">
    <p>${reader.say('retired.since', { day: dayOf(retiredAt, reader) })}</p>
    <blockquote${textAttributes(language)}>${text}</blockquote>
    ${cite} ${succession ? changes(succession, reader) : html`<p>${reader.say('retired.nobody')}</p>`}
    <p>${reader.say('retired.now')}</p>
  </section>`
}

function changes({ heir, edits }: Succession, reader: Reader): Html {
  return html`<p><a href="${reader.href(heir.permalink)}">${reader.say('retired.successor')}</a>:</p>
    ${textEditsView(edits, heir.language, reader)}`
}
