import type { Reader } from '../i18n/reader.ts'
import { pageUrl } from '../state/page-query.ts'
import type { Offer } from '../state/repairs.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'
import { clauseText, withoutNot } from './receipt-text.ts'
import { totals } from './totals.ts'

/** Changes of a search that found nothing, each with what it finds: all of them were tried. */
export function offerList(offers: readonly Offer[], reader: Reader): Html | false {
  if (offers.length === 0) return false
  return html`<h3>${reader.say('offers.label')}</h3>
    <ul class="offers">
      ${offers.map(
        offer =>
          html`<li>
            <a href="${pageUrl(offer.query)}" rel="nofollow">${changeText(offer, reader)}</a>
            <span class="found">${totals(offer, reader)}</span>
          </li>`,
      )}
    </ul>`
}

function changeText({ change }: Offer, reader: Reader): Html {
  switch (change.kind) {
    case 'withoutFilters':
      return reader.say('nothing.withoutFilters')
    case 'withoutMarks':
      return reader.say('offers.withoutMarks')
    case 'everywhere':
      return reader.say('offers.everywhere')
    case 'without':
      return change.clause.kind !== 'or' && change.clause.isExcluded
        ? reader.say('offers.allowing', { clause: withoutNot(change.clause, reader) })
        : reader.say('offers.without', { clause: clauseText(change.clause, reader) })
  }
}
