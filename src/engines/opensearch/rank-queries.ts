import type { WordClause } from '../../domain/query.ts'
import { labelOf } from '../common/query-parts.ts'
import type { Asked } from './asked.ts'
import { plainPhrase } from './phrase-to-query.ts'
import type { ServerQuery } from './query-dsl.ts'
import { storedTerm } from './stored-terms.ts'
import { withAccents } from './to-document.ts'

/** Shares of a clause's own score, as in every engine here: what raises the rank and never decides what matches. */
const NEARBY_BOOST = 0.2
const TYPED_BOOST = 0.2
const ACCENTED_BOOST = 0.2
const TITLE_BOOST = 0.15

/** What raises the rank: words as typed, their accents, neighbours as phrases, words of the article's title. */
export function rankQueries({ plan, positive }: Asked, explain: boolean): ServerQuery[] {
  const words = positive.flatMap(clause => (clause.kind === 'word' ? [clause] : []))
  const inflected = words.filter(({ terms, stems }) => terms.length > 0 && stems.length > 0)
  const queries: (readonly [string, ServerQuery | undefined])[] = [
    ...inflected.map(({ terms }) => {
      const term = terms[0] ?? ''
      return [
        `as typed ${term}`,
        { term: { terms: { value: storedTerm(term), boost: TYPED_BOOST } } },
      ] as const
    }),
    ...words.flatMap(accentQueries),
    ...plan.nearby.map(
      phrase => [`nearby ${labelOf(phrase)}`, plainPhrase(phrase.steps, NEARBY_BOOST)] as const,
    ),
    ...words.flatMap(({ terms }) =>
      terms[0] === undefined
        ? []
        : [
            [
              `title ${terms[0]}`,
              { term: { title: { value: storedTerm(terms[0]), boost: TITLE_BOOST } } },
            ] as const,
          ],
    ),
  ]
  return queries.flatMap(([label, query], i): ServerQuery[] =>
    query ? [named(query, explain && `${100 + i} ${label}`)] : [],
  )
}

/** The text has the accents as typed, or none where none were typed. */
function accentQueries({ terms, accented }: WordClause): [string, ServerQuery][] {
  if (accented !== undefined) {
    const asTyped = { term: { accented: { value: storedTerm(accented), boost: ACCENTED_BOOST } } }
    return [[`accents of ${accented}`, asTyped]]
  }
  return terms.slice(0, 1).map(term => [
    `no accents on ${term}`,
    {
      bool: {
        must: [{ term: { terms: { value: storedTerm(term), boost: ACCENTED_BOOST } } }],
        must_not: [{ term: { accented: { value: withAccents(term) } } }],
      },
    },
  ])
}

/** Named queries tell their scores; names must differ, so they begin with a number. */
export const named = (query: ServerQuery, name: string | false): ServerQuery =>
  name === false ? query : { bool: { must: [query], _name: name } }
