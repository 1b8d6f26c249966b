import type { WordClause } from '../../domain/query.ts'
import { labelOf } from '../common/query-parts.ts'
import type { Asked } from './asked.ts'
import { isPlainPhrase, plainPhrase } from './phrase-to-query.ts'
import type { Place } from './place.ts'
import type { ServerQuery } from './query-dsl.ts'
import { storedTerm } from './stored-terms.ts'
import { withAccents } from './token-fields.ts'

/** Shares of a clause's own score, as in every engine here: what raises the rank and never decides what matches. */
const NEARBY_BOOST = 0.2
const TYPED_BOOST = 0.2
const ACCENTED_BOOST = 0.2
const TITLE_BOOST = 0.15

/** What raises the rank, with its name for explanations. */
export type Ranking = { readonly label: string; readonly at: (place: Place) => ServerQuery }

/** Of the tokens: words as typed, their accents, neighbours as phrases. */
export function tokenRankings({ plan, positive }: Asked): Ranking[] {
  const words = wordsOf(positive)
  const inflected = words.filter(({ terms, stems }) => terms.length > 0 && stems.length > 0)
  return [
    ...inflected.map(({ terms }): Ranking => {
      const term = terms[0] ?? ''
      return {
        label: `as typed ${term}`,
        at: place => ({ term: { [`${place}terms`]: { value: storedTerm(term), boost: TYPED_BOOST } } }),
      }
    }),
    ...words.flatMap(accentRankings),
    ...plan.nearby
      .filter(({ steps }) => isPlainPhrase(steps))
      .map((phrase): Ranking => ({
        label: `nearby ${labelOf(phrase)}`,
        at: place => plainPhrase(phrase.steps, { place, boost: NEARBY_BOOST }),
      })),
  ]
}

/** Words of the article's title. */
export const titleRankings = ({ positive }: Asked): Ranking[] =>
  wordsOf(positive).flatMap(({ terms: [term] }) =>
    term === undefined
      ? []
      : [
          {
            label: `title ${term}`,
            at: () => ({ term: { title: { value: storedTerm(term), boost: TITLE_BOOST } } }),
          },
        ],
  )

const wordsOf = (clauses: Asked['positive']): WordClause[] =>
  clauses.flatMap(clause => (clause.kind === 'word' ? [clause] : []))

/** The text has the accents as typed, or none where none were typed. */
function accentRankings({ terms, accented }: WordClause): Ranking[] {
  if (accented !== undefined) {
    const value = storedTerm(accented)
    return [
      {
        label: `accents of ${accented}`,
        at: place => ({ term: { [`${place}accented`]: { value, boost: ACCENTED_BOOST } } }),
      },
    ]
  }
  return terms.slice(0, 1).map(term => ({
    label: `no accents on ${term}`,
    at: place => ({
      bool: {
        must: [{ term: { [`${place}terms`]: { value: storedTerm(term), boost: ACCENTED_BOOST } } }],
        must_not: [{ term: { [`${place}accented`]: { value: withAccents(term) } } }],
      },
    }),
  }))
}

/** Named queries tell their scores; names must differ, so they begin with a number. */
export const named = (query: ServerQuery, name: string | false): ServerQuery =>
  name === false ? query : { bool: { must: [query], _name: name } }
