/** One row for each text of an article, all of one length: natural logarithms, up to a constant per row. */
export type LogLikelihoods = readonly Float64Array[]

export type ArticlePrior = {
  /** Chance, for each row, that a text is not in the main language of its article. */
  readonly foreign: readonly number[]
  /** Chance of each candidate to be the language of a foreign text; sums to 1. */
  readonly foreignLanguages: Float64Array
  /** Logarithm of the chance of each candidate to be the main language, up to a constant. */
  readonly main: Float64Array
}

export type ArticlePosterior = {
  /** Chance of each candidate to be the main language, given all texts. */
  readonly main: Float64Array
  /** Chance of each candidate, for each row. */
  readonly texts: readonly Float64Array[]
}

/** How often a foreign language seen elsewhere in the article counts against one expected in any article. */
const SEEN_SHARE = 0.6

/**
 * An article has one main language; each text is in it, or else in some other language. From that
 * mixture follows by Bayes' rule what each text is in, given itself and *the other* texts: a heading of
 * one word follows the article, and a paragraph of the article in another language keeps its own. A
 * second round expects the foreign languages that the first has seen in the other texts.
 */
export function inferArticle(rows: LogLikelihoods, prior: ArticlePrior): ArticlePosterior {
  const likelihoods = rows.map(scaleToOne)
  const first = inferOnce(likelihoods, prior, () => prior.foreignLanguages)
  if (rows.length < 2) return first
  const seen = seenLanguages(first)
  if (seen.sum < 0.5) return first
  return inferOnce(likelihoods, prior, row => expectSeen(prior.foreignLanguages, seen, first.texts[row]))
}

function inferOnce(
  likelihoods: LogLikelihoods,
  { foreign, main }: ArticlePrior,
  foreignLanguagesOf: (row: number) => Float64Array,
): ArticlePosterior {
  const total = main.slice()
  const terms = likelihoods.map((likelihood, row) => {
    const share = foreign[row] ?? 0
    const elsewhere = share * dot(foreignLanguagesOf(row), likelihood)
    const term = new Float64Array(likelihood.length)
    for (let candidate = 0; candidate < term.length; candidate++) {
      const logarithm = Math.log((1 - share) * (likelihood[candidate] ?? 0) + elsewhere)
      term[candidate] = logarithm
      total[candidate] = (total[candidate] ?? 0) + logarithm
    }
    return term
  })
  const texts = likelihoods.map((likelihood, row) => {
    const share = foreign[row] ?? 0
    const foreignLanguages = foreignLanguagesOf(row)
    const term = terms[row] ?? total
    const byOthers = softmax(subtract(total, term))
    const chances = new Float64Array(likelihood.length)
    for (let candidate = 0; candidate < chances.length; candidate++) {
      const chance = (1 - share) * (byOthers[candidate] ?? 0) + share * (foreignLanguages[candidate] ?? 0)
      chances[candidate] = chance * (likelihood[candidate] ?? 0)
    }
    return normalize(chances)
  })
  return { main: softmax(total), texts }
}

type Seen = { readonly main: number; readonly shares: Float64Array; readonly sum: number }

function seenLanguages({ main, texts }: ArticlePosterior): Seen {
  const mainCandidate = indexOfLargest(main)
  const shares = new Float64Array(main.length)
  for (const text of texts) {
    for (let candidate = 0; candidate < shares.length; candidate++) {
      shares[candidate] = (shares[candidate] ?? 0) + (text[candidate] ?? 0)
    }
  }
  shares[mainCandidate] = 0
  return { main: mainCandidate, shares, sum: shares.reduce((total, share) => total + share, 0) }
}

/** A text must not confirm itself: what was seen in it is taken off what was seen in the article. */
function expectSeen(
  expected: Float64Array,
  seen: Seen,
  text: Float64Array = new Float64Array(0),
): Float64Array {
  const elsewhere = seen.shares.map((share, candidate) =>
    candidate === seen.main ? 0 : Math.max(0, share - (text[candidate] ?? 0)),
  )
  const sum = elsewhere.reduce((total, share) => total + share, 0)
  if (sum < 1e-6) return expected
  // Less than half a text in all other languages together is doubt, not a sighting.
  const weight = SEEN_SHARE * Math.min(1, sum / 0.5)
  return expected.map(
    (chance, candidate) => (1 - weight) * chance + (weight * (elsewhere[candidate] ?? 0)) / sum,
  )
}

// Plain loops: `map` and `reduce` of typed arrays take several times as long, and this is done often.

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  const difference = a.slice()
  for (let index = 0; index < a.length; index++) difference[index] = (a[index] ?? 0) - (b[index] ?? 0)
  return difference
}

function scaleToOne(row: Float64Array): Float64Array {
  const largest = row[indexOfLargest(row)] ?? 0
  const scaled = new Float64Array(row.length)
  for (let index = 0; index < row.length; index++) scaled[index] = Math.exp((row[index] ?? 0) - largest)
  return scaled
}

function softmax(row: Float64Array): Float64Array {
  return normalize(scaleToOne(row))
}

/** Divides a row by its sum, in place. */
function normalize(row: Float64Array): Float64Array {
  let sum = 0
  for (let index = 0; index < row.length; index++) sum += row[index] ?? 0
  for (let index = 0; index < row.length; index++) row[index] = (row[index] ?? 0) / sum
  return row
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0)
  return sum
}

export function indexOfLargest(row: Float64Array): number {
  let largest = 0
  for (let index = 1; index < row.length; index++) {
    if ((row[index] ?? 0) > (row[largest] ?? 0)) largest = index
  }
  return largest
}
