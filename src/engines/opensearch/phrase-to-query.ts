import type { PhraseStep } from '../../domain/query.ts'
import type { Place } from './place.ts'
import { allOf, anyOf, MATCH_NONE, type ServerQuery } from './query-dsl.ts'
import { LONGEST_WHOLE_TERM, storedPrefix, storedTerm } from './stored-terms.ts'

/** Each optional step doubles the number of phrases that are asked for. */
const MOST_OPTIONAL = 4

/** More than an index holds: a bound would leave terms out without a word. */
const EVERY_TERM = 1_000_000_000

/** Terms that follow each other without a gap, and how many tokens may stand before them. */
type Block = { readonly gap: number; readonly terms: readonly string[] }

/**
 * Whether the server finds exactly the occurrences that the matcher finds: for contiguous terms, of which the last may be
 * a prefix, and for two such blocks with a gap between them. Its intervals know one gap for the whole phrase, not one for
 * each step, and expand a prefix to 128 terms only: a phrase with several gaps, or with a prefix elsewhere, is verified.
 */
export function isExactPhrase(steps: readonly PhraseStep[]): boolean {
  if (endsInPrefix(steps)) return true
  const optional = steps.filter(step => step.optional).length
  if (optional > MOST_OPTIONAL || optional === steps.length || steps.some(step => step.prefix)) return false
  return variantsOf(steps).every(variant => blocksOf(variant).length <= 2)
}

/** The phrase where it is exact. */
export function exactPhrase(steps: readonly PhraseStep[], place: Place): ServerQuery {
  if (endsInPrefix(steps)) {
    const terms = steps.map(({ term, prefix }) => (prefix ? storedPrefix(term) : storedTerm(term)))
    return {
      match_phrase_prefix: { [termsAt(place)]: { query: terms.join(' '), max_expansions: EVERY_TERM } },
    }
  }
  return anyOf(variantsOf(steps).map(variant => orderedBlocks(blocksOf(variant), place)))
}

/** Contiguous, and only the last may go on: what a phrase is while it is being typed. */
const endsInPrefix = (steps: readonly PhraseStep[]): boolean =>
  steps.every(
    ({ term, maxGap, prefix = false, optional }, i) =>
      !optional &&
      (i === 0 || maxGap === 0) &&
      prefix === (i === steps.length - 1) &&
      !(prefix && term.length > LONGEST_WHOLE_TERM),
  )

/** Everything that holds the phrase, and perhaps more. */
export function widerPhrase(steps: readonly PhraseStep[], place: Place): ServerQuery {
  const required = steps.filter(step => !step.optional)
  if (required.length === 0) return anyOf(steps.map(step => stepQuery(step, place)))
  const kept: PhraseStep[] = []
  let skipped = 0
  for (const step of steps) {
    if (step.optional || step.prefix) {
      // it may be missing, or stand on one token
      skipped += step.maxGap + 1
      continue
    }
    kept.push({ term: step.term, maxGap: kept.length === 0 ? 0 : step.maxGap + skipped })
    skipped = 0
  }
  const prefixes = required.filter(step => step.prefix).map(step => stepQuery(step, place))
  return allOf([...(kept.length > 0 ? [orderedBlocks(blocksOf(kept), place)] : []), ...prefixes])
}

/** Whether a phrase of the query's neighbouring words is one that `plainPhrase` takes. */
export const isPlainPhrase = (steps: readonly PhraseStep[]): boolean =>
  !steps.some((step, i) => step.prefix || step.optional || (i > 0 && step.maxGap > 0))

/** A contiguous phrase, for the rank only. */
export const plainPhrase = (
  steps: readonly PhraseStep[],
  { place, boost }: { readonly place: Place; readonly boost: number },
): ServerQuery => ({
  match_phrase: {
    [termsAt(place)]: { query: steps.map(step => storedTerm(step.term)).join(' '), boost },
  },
})

const termsAt = (place: Place): string => `${place}terms`

const stepQuery = ({ term, prefix }: PhraseStep, place: Place): ServerQuery =>
  prefix
    ? { prefix: { [termsAt(place)]: { value: storedPrefix(term) } } }
    : { term: { [termsAt(place)]: { value: storedTerm(term) } } }

/** The phrases that remain when optional steps are missing: their gaps add up to that of the step behind them. */
function variantsOf(steps: readonly PhraseStep[]): PhraseStep[][] {
  let variants: { readonly steps: readonly PhraseStep[]; readonly gap: number }[] = [{ steps: [], gap: 0 }]
  for (const step of steps) {
    variants = variants.flatMap(({ steps: before, gap }) => {
      const maxGap = before.length === 0 ? 0 : gap + step.maxGap
      const present = { steps: [...before, { ...step, maxGap }], gap: 0 }
      return step.optional ? [present, { steps: before, gap: gap + step.maxGap }] : [present]
    })
  }
  return variants.map(variant => [...variant.steps]).filter(variant => variant.length > 0)
}

function blocksOf(steps: readonly PhraseStep[]): Block[] {
  const blocks: { gap: number; terms: string[] }[] = []
  for (const [i, { term, maxGap }] of steps.entries()) {
    const open = blocks.at(-1)
    if (open && i > 0 && maxGap === 0) open.terms.push(storedTerm(term))
    else blocks.push({ gap: i === 0 ? 0 : maxGap, terms: [storedTerm(term)] })
  }
  return blocks
}

/** Exact for one block and for two; for more all gaps together are as long as they may be together. */
function orderedBlocks(blocks: readonly Block[], place: Place): ServerQuery {
  const [first, ...rest] = blocks
  if (!first) return MATCH_NONE
  if (rest.length === 0) {
    return first.terms.length === 1
      ? { term: { [termsAt(place)]: { value: first.terms[0] } } }
      : { match_phrase: { [termsAt(place)]: { query: first.terms.join(' ') } } }
  }
  return {
    intervals: {
      [termsAt(place)]: {
        all_of: {
          ordered: true,
          max_gaps: rest.reduce((sum, { gap }) => sum + gap, 0),
          intervals: blocks.map(({ terms }) => ({
            match: { query: terms.join(' '), ordered: true, max_gaps: 0 },
          })),
        },
      },
    },
  }
}
