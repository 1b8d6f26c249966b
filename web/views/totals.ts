import type { SearchAnswer } from '../../src/search/answer.ts'
import type { Reader } from '../i18n/reader.ts'
import type { Html } from './html.ts'

/** How much was found. */
export const totals = ({ total }: Pick<SearchAnswer, 'total'>, reader: Reader): Html =>
  reader.say('results.totals', {
    paragraphs: reader.say('count.paragraphs', { count: total.paragraphs }),
    inArticles: reader.say('count.inArticles', { count: total.articles }),
  })

/** The same for what is no markup. */
export const totalsText = ({ total }: Pick<SearchAnswer, 'total'>, reader: Reader): string =>
  reader.plain('results.totals', {
    paragraphs: reader.plain('count.paragraphs', { count: total.paragraphs }),
    inArticles: reader.plain('count.inArticles', { count: total.articles }),
  })
