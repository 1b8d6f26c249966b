import type { Clause } from '../../src/domain/query.ts'
import type { AnswerHit } from '../../src/search/answer.ts'
import { createParagraphMatcher } from '../../src/text/match.ts'
import type { WordStemmer } from '../../src/text/stem.ts'
import type { WholeAnswer } from './ask.ts'
import type { Truth, TruthTeller } from './truth.ts'

export type Answered<T extends { readonly kind: string }> = Extract<T, { kind: 'answered' }>

export type JudgeContext = Pick<TruthTeller, 'paragraphs'> & { readonly stemmer: WordStemmer }

/** A hit must be one of the twin's, say what was indexed, and match by the text alone. */
export function wrongHits(
  { hits, first }: Answered<WholeAnswer>,
  { plan, answer }: Answered<Truth>,
  { paragraphs, stemmer }: JudgeContext,
): string[] {
  const matches = createParagraphMatcher(plan, first.receipt.repairs, { stemmer })
  const wanted = new Set(answer.ids)
  return hits.flatMap(hit => {
    if (hit.text !== paragraphs.get(hit.id)?.paragraph.text) return [`${hit.id} has another text`]
    if (!matches(hit).matches) return [`${hit.id} does not match: ${hit.text}`]
    return wanted.has(hit.id) ? [] : [`${hit.id} is no hit: ${hit.text}`]
  })
}

/** A partial match has some of the words, not all, nothing that is excluded, and passes the filters. */
export function wrongPartial(
  { first }: Answered<WholeAnswer>,
  { plan, scope }: Answered<Truth>,
  { stemmer }: JudgeContext,
): string[] {
  const { partial, receipt } = first
  if (partial.length === 0) return []
  const passing = scope()
  const matchesAll = createParagraphMatcher(plan, receipt.repairs, { stemmer })
  const exclusions = exclusionsOf(plan.query).map(query => createParagraphMatcher({ ...plan, query }))
  const isRight = (hit: AnswerHit): boolean => {
    const { matches, spans } = matchesAll(hit)
    return (
      passing.has(hit.id) && !matches && spans.length > 0 && exclusions.every(passes => passes(hit).matches)
    )
  }
  return partial.filter(hit => !isRight(hit)).map(({ id, text }) => `${id} is no partial match: ${text}`)
}

const exclusionsOf = (query: Clause | undefined): Clause[] =>
  query?.kind === 'and' ? query.of.filter(({ kind }) => kind === 'not') : []
