import type { Language } from '../../src/domain/language.ts'
import type { ReceiptClause, ReceiptTerm } from '../../src/search/receipt.ts'
import type { PlainKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { inMarks } from './in-marks.ts'
import { shortened } from './shortened.ts'

const FIELDS: Readonly<Record<string, PlainKey>> = {
  language: 'facet.language',
  source: 'facet.source',
  author: 'facet.author',
  speaker: 'facet.speaker',
  kind: 'field.kind',
  in: 'field.in',
  before: 'field.before',
  after: 'field.after',
}

/** What was searched, in words: `ferry, not the phrase “the boat”`. */
export const searchedText = (clauses: readonly ReceiptClause[], reader: Reader): Html =>
  html`${clauses.map((clause, place) => html`${place > 0 && reader.say('list.comma')}${clauseText(clause, reader)}`)}`

export function clauseText(clause: ReceiptClause, reader: Reader): Html {
  if (clause.kind === 'or') {
    return html`${clause.of.map((term, place) => html`${place > 0 && reader.say('list.or')}${termText(term, reader)}`)}`
  }
  const text = withoutNot(clause, reader)
  return clause.isExcluded ? reader.say('receipt.not', { clause: text }) : text
}

/** A clause as if it were not excluded. */
export const withoutNot = (clause: Exclude<ReceiptClause, { kind: 'or' }>, reader: Reader): Html =>
  clause.kind === 'filter' ? filterText(clause, reader) : termText(clause, reader)

function filterText({ field, text }: Extract<ReceiptClause, { kind: 'filter' }>, reader: Reader): Html {
  const known = FIELDS[field]
  const value = field === 'language' ? reader.language(text as Language) : shortened(text)
  return html`${known === undefined ? field : reader.say(known)}: <bdi><b>${value}</b></bdi>`
}

function termText(term: ReceiptTerm, reader: Reader): Html {
  if (term.kind === 'phrase')
    return reader.say('receipt.phrase', { words: html`<b>${inMarks(shortened(term.text), reader)}</b>` })
  return html`<bdi><b>${shortened(term.words?.join(' · ') ?? term.text)}</b></bdi>`
}
