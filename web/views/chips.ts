import type { Language } from '../../src/domain/language.ts'
import type { QuoteKind } from '../../src/domain/paragraph.ts'
import type { SearchAnswer } from '../../src/search/answer.ts'
import type { ReceiptClause } from '../../src/search/receipt.ts'
import type { PlainKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import { pageUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { periodOf } from '../state/periods.ts'
import { withoutClause } from '../state/query-text.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { clauseText } from './receipt-text.ts'

const ZONE_LABELS = { quotes: 'zone.inQuotes', text: 'zone.inText' } as const
const KIND_LABELS: Readonly<Record<QuoteKind, PlainKey>> = {
  direct: 'kind.direct',
  dash: 'kind.dash',
  scare: 'kind.scare',
  nested: 'kind.nested',
}

type Chip = { readonly label: Html; readonly href: string }

/** What narrows the search, each with a way out of it: what was chosen, and what was excluded. */
export function chips(query: PageQuery, { receipt }: SearchAnswer, reader: Reader): Html | false {
  const active = [
    ...chosen(query, reader),
    ...dates(query, reader),
    ...excluded(query, receipt.clauses, reader),
  ]
  if (active.length === 0) return false
  const item = ({ label, href }: Chip): Html =>
    html`<li>
      <a href="${href}" rel="nofollow"
        ><span class="unseen">${reader.say('chips.remove')} </span>${label}
        <span aria-hidden="true">×</span></a
      >
    </li>`
  return html`<ul class="chips" aria-label="${reader.say('chips.label')}">
    ${active.map(item)}
  </ul>`
}

function chosen(query: PageQuery, reader: Reader): Chip[] {
  const values = <Name extends 'language' | 'source' | 'author' | 'speaker' | 'kind'>(
    name: Name,
    label: (value: PageQuery[Name][number]) => Html,
  ): Chip[] =>
    query[name].map(value => ({
      label: label(value),
      href: pageUrl(query, { [name]: query[name].filter(other => other !== value) }),
    }))
  const bdi = (value: string): Html => html`<bdi>${value}</bdi>`
  return [
    ...values('language', tag => bdi(reader.language(tag as Language))),
    ...values('source', bdi),
    ...values('author', bdi),
    ...values('speaker', bdi),
    ...values('kind', kind => reader.say(KIND_LABELS[kind])),
    ...(query.in === undefined
      ? []
      : [{ label: reader.say(ZONE_LABELS[query.in]), href: pageUrl(query, { in: undefined }) }]),
  ]
}

function dates(query: PageQuery, reader: Reader): Chip[] {
  const { from, to } = query
  const period = periodOf(from, to)
  if (period !== undefined) {
    const href = pageUrl(query, { from: undefined, to: undefined })
    return [{ label: html`<bdi>${reader.period(period)}</bdi>`, href }]
  }
  return [
    ...(from === undefined
      ? []
      : [{ label: reader.say('chips.from', { date: from }), href: pageUrl(query, { from: undefined }) }]),
    ...(to === undefined
      ? []
      : [{ label: reader.say('chips.before', { date: to }), href: pageUrl(query, { to: undefined }) }]),
  ]
}

/** Exclusions are typed, by the reader or by the facets' own links. */
const excluded = (query: PageQuery, clauses: readonly ReceiptClause[], reader: Reader): Chip[] =>
  clauses.flatMap(clause => {
    if (clause.kind !== 'filter' || !clause.isExcluded) return []
    const q = withoutClause(clauses, clause)
    return q === undefined ? [] : [{ label: clauseText(clause, reader), href: pageUrl(query, { q }) }]
  })
