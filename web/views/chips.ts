import type { Language } from '../../src/domain/language.ts'
import type { QuoteKind } from '../../src/domain/paragraph.ts'
import type { PlainKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import { pageUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

const ZONE_LABELS = { quotes: 'zone.inQuotes', text: 'zone.inText' } as const
const KIND_LABELS: Readonly<Record<QuoteKind, PlainKey>> = {
  direct: 'kind.direct',
  dash: 'kind.dash',
  scare: 'kind.scare',
  nested: 'kind.nested',
}

type Chip = { readonly label: Html; readonly href: string }

/** What narrows the search, each with a way out of it. */
export function chips(query: PageQuery, reader: Reader): Html | false {
  const active = activeFilters(query, reader)
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

function activeFilters(query: PageQuery, reader: Reader): Chip[] {
  const values = <Name extends 'language' | 'source' | 'author' | 'speaker' | 'kind'>(
    name: Name,
    label: (value: PageQuery[Name][number]) => Html,
  ): Chip[] =>
    query[name].map(value => ({
      label: label(value),
      href: pageUrl(query, { [name]: query[name].filter(other => other !== value) }),
    }))
  const bdi = (value: string): Html => html`<bdi>${value}</bdi>`
  const { from, to } = query
  return [
    ...values('language', tag => bdi(reader.language(tag as Language))),
    ...values('source', bdi),
    ...values('author', bdi),
    ...values('speaker', bdi),
    ...values('kind', kind => reader.say(KIND_LABELS[kind])),
    ...(query.in === undefined
      ? []
      : [{ label: reader.say(ZONE_LABELS[query.in]), href: pageUrl(query, { in: undefined }) }]),
    ...(from === undefined
      ? []
      : [{ label: reader.say('chips.from', { date: from }), href: pageUrl(query, { from: undefined }) }]),
    ...(to === undefined
      ? []
      : [{ label: reader.say('chips.before', { date: to }), href: pageUrl(query, { to: undefined }) }]),
  ]
}
