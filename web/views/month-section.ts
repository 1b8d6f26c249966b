import type { AnswerFacet } from '../../src/search/answer.ts'
import { pageUrl } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import { monthsOf, periodOf, periodRange, periodsOf } from '../state/periods.ts'
import type { PeriodCount } from '../state/periods.ts'
import type { FacetOptions } from './facets.ts'
import { html } from './html.ts'
import type { Html } from './html.ts'

/** Periods in sight, the newest first; the others are folded. */
const SHOWN_PERIODS = 5

/** When it was published: a bar for each month (or year), and the same as a list, for who reads or uses the keyboard. */
export function monthSection(
  { values, relation, truncated }: AnswerFacet,
  options: FacetOptions,
): Html | false {
  const periods = periodsOf(values)
  if (periods.length === 0) return false
  const { query, reader } = options
  const active = periodOf(query.from, query.to)
  const year = active?.slice(0, 4)
  const item = (one: PeriodCount): Html => {
    const isActive = one.period === active
    // the months of the year that was chosen stand below it
    const months = one.period.length === 4 && one.period === year ? monthsOf(year, values) : []
    return html`<li>
      <a
        href="${hrefOf(one.period, query)}"
        id="period-${one.period}"
        rel="nofollow"
        ${isActive && html` class="is-active"`}
        ><span class="value"
          >${isActive && html`<span class="unseen">${reader.say('chips.remove')} </span>`}<time
            datetime="${one.period}"
            ><bdi>${reader.period(one.period)}</bdi></time
          ></span
        >
        <span class="count">${reader.total({ value: one.count, relation })}</span></a
      >
      ${
        months.length > 0 &&
        html`<ul>
          ${months.map(item)}
        </ul>`
      }
    </li>`
  }
  const newest = periods.filter(({ count }) => count > 0).reverse()
  const shown = newest.filter(
    ({ period }, place) => place < SHOWN_PERIODS || period === active || period === year,
  )
  const others = newest.filter(one => !shown.includes(one))
  return html`<section>
    <h2 id="facet-month">${reader.say('facet.month')}</h2>
    ${periods.length > 1 && histogram(periods, options)}
    <ul aria-labelledby="facet-month">
      ${shown.map(item)}
    </ul>
    ${
      others.length > 0 &&
      html`<details>
        <summary>${reader.say('facets.more', { count: others.length })}</summary>
        <ul aria-labelledby="facet-month">
          ${others.map(item)}
        </ul>
        ${truncated && html`<p class="hint">${reader.say('facets.truncated')}</p>`}
      </details>`
    }
  </section>`
}

/** A click narrows to the period, another one widens again. */
function hrefOf(period: string, query: PageQuery): string {
  const isActive = periodOf(query.from, query.to) === period
  return pageUrl(query, isActive ? { from: undefined, to: undefined } : (periodRange(period) ?? {}))
}

/** For the pointer alone: the list beside it says and does the same. */
function histogram(periods: readonly PeriodCount[], { query, reader }: FacetOptions): Html {
  const most = Math.max(...periods.map(({ count }) => count))
  const active = periodOf(query.from, query.to)
  const bar = ({ period, count }: PeriodCount): Html => {
    // what is there at all is seen
    const height = count === 0 ? 0 : Math.max(4, Math.round((count / most) * 100))
    const rect = html`<svg viewBox="0 0 1 100" preserveAspectRatio="none">
      <rect y="${100 - height}" width="1" height="${height}" />
    </svg>`
    const title = `${reader.period(period)}: ${reader.number(count)}`
    return html`<li>
      <a
        href="${hrefOf(period, query)}"
        rel="nofollow"
        tabindex="-1"
        title="${title}"
        ${period === active && html` class="is-active"`}
        >${rect}</a
      >
    </li>`
  }
  return html`<ol class="histogram" aria-hidden="true">
    ${periods.map(bar)}
  </ol>`
}
