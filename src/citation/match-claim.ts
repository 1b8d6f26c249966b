import type { Paragraph } from '../domain/paragraph.ts'
import { createStemmer } from '../text/stem.ts'
import { tokenize } from '../text/tokenize.ts'
import { readClaim } from './claim.ts'
import type { Claim, ClaimText } from './claim.ts'
import { joinPlaces } from './join-places.ts'
import { alignSource, matchOf } from './match.ts'
import type { AlignedSource, Match } from './match.ts'
import { readSource } from './source.ts'
import type { Source } from './source.ts'
import { createUnitReader } from './read-units.ts'

/** So many of the candidates are aligned: those with the most of the claim's words. */
const MOST_ALIGNED = 12
/** Of the promise of the best one. */
const HOPELESS = 0.3
/** Nearer than this is as near: then who says it, and who said it first, counts more. */
const STEPS_OF_NEARNESS = 200

export type Ranking = {
  /** At most so many matches. */
  readonly limit: number
  /** On the clock of `performance.now()`: what is aligned until then is ranked. */
  readonly deadline: number
}

export type Ranked = {
  readonly matches: readonly Match[]
  /** Not all candidates were looked at in time. */
  readonly isCut: boolean
}

export type ClaimMatcher = (claim: ClaimText, candidates: readonly Paragraph[], ranking: Ranking) => Ranked

/** Ranks paragraphs by how near they come to what is claimed. Keeps the words it has seen: one for all claims. */
export function createClaimMatcher(): ClaimMatcher {
  const read = createUnitReader(tokenize)
  const stemmer = createStemmer()
  return (text, candidates, { limit, deadline }) => {
    const claim = readClaim(text, read)
    if (claim.units.length === 0) return { matches: [], isCut: false }
    const promising = sourcesOf(candidates)
      .map(paragraphs => ({ paragraphs, promise: promiseOf(claim, paragraphs) }))
      .sort((a, b) => b.promise - a.promise)
      .slice(0, MOST_ALIGNED)
    const most = promising[0]?.promise ?? 0
    const sources: Source[] = []
    const aligned: AlignedMatch[] = []
    let isCut = false
    for (const { paragraphs, promise } of promising) {
      if (performance.now() > deadline) {
        isCut = true
        break
      }
      // what holds so much less can't come nearer, but may hold the other half of a claim
      if (promise < HOPELESS * most && sources.length > 0) break
      const source = readSource(paragraphs, read)
      sources.push(source)
      const one = alignSource(claim, source, stemmer)
      const match = matchOf(claim, one)
      if (match) aligned.push({ match, aligned: one })
    }
    const [best] = aligned.sort((a, b) => compareMatches(a.match, b.match))
    const matches = aligned.map(({ match }) => match)
    if (best && best.match.similarity < WHOLE) {
      const others = sources.filter(source => source !== best.aligned.source)
      const joined = joinPlaces(claim, best.aligned, { others, stemmer })
      if (joined && joined.similarity > best.match.similarity) matches.unshift(joined)
    }
    return { matches: withoutParts(matches.sort(compareMatches)).slice(0, limit), isCut }
  }
}

type AlignedMatch = { readonly match: Match; readonly aligned: AlignedSource }

/** Nearer than this, nothing of the claim is missing that could stand elsewhere. */
const WHOLE = 0.8

/** Each paragraph alone, and those through which a speech goes on together. */
function sourcesOf(candidates: readonly Paragraph[]): (readonly Paragraph[])[] {
  const byPlace = new Map(candidates.map(one => [`${one.articleId}\n${one.position}`, one]))
  const runs = candidates.flatMap(first => {
    const run = [first]
    for (let last: Paragraph | undefined = first; last?.quotes.at(-1)?.continued; last = run.at(-1)) {
      const next = byPlace.get(`${last.articleId}\n${last.position + 1}`)
      if (!next) break
      run.push(next)
    }
    return run.length > 1 ? [run] : []
  })
  return [...candidates.map(one => [one]), ...runs]
}

/** The weight of the claim's words that paragraphs hold, without looking closer: a word may begin alike. */
function promiseOf({ units, weights }: Claim, paragraphs: readonly Paragraph[]): number {
  const words = new Set<string>()
  for (const { text } of paragraphs) {
    let before = ''
    for (const { term, gram, start, firstEnd } of tokenize(text)) {
      const key = gram > 0 ? text.slice(start, firstEnd) : term
      words.add(key)
      words.add(`${before} ${key}`)
      if (key.length > BEGINNING) words.add(`${key.slice(0, BEGINNING)}*`)
      before = key
    }
  }
  let promise = 0
  units.forEach(({ key }, i) => {
    const weight = weights[i] ?? 0
    if (words.has(key)) promise += weight
    else if (key.length > BEGINNING && words.has(`${key.slice(0, BEGINNING)}*`)) promise += weight * ALIKE
    if (words.has(`${units[i - 1]?.key ?? ''} ${key}`)) promise += weight * IN_ORDER
  })
  return promise
}

const BEGINNING = 4
const ALIKE = 0.6
const IN_ORDER = 0.3

/** The nearest first; of those as near, what is said before what is written, then the earliest. */
function compareMatches(a: Match, b: Match): number {
  return (
    stepOf(b) - stepOf(a) ||
    Number(b.quote !== undefined) - Number(a.quote !== undefined) ||
    a.paragraphs.length - b.paragraphs.length ||
    dateOf(a) - dateOf(b) ||
    (idOf(a) < idOf(b) ? -1 : 1)
  )
}

const stepOf = (match: Match): number => Math.round(match.nearness * STEPS_OF_NEARNESS)
const dateOf = ({ paragraphs }: Match): number => paragraphs[0]?.publishedAt ?? Number.MAX_SAFE_INTEGER
const idOf = ({ paragraphs }: Match): string => paragraphs[0]?.id ?? ''

/** A paragraph that is part of a match of several is not shown again. */
function withoutParts(matches: readonly Match[]): Match[] {
  const shown = new Set<string>()
  return matches.filter(({ paragraphs }) => {
    const ids = paragraphs.map(paragraph => paragraph.id)
    if (ids.some(id => shown.has(id))) return false
    for (const id of ids) shown.add(id)
    return true
  })
}
