import type { Clause, PhraseClause, PhraseStep, WordClause } from '../../../domain/query.ts'
import { AppError } from '../../../errors.ts'
import { isCommonWord } from './common-words.ts'
import { findPostings, postingRange } from './held-keys.ts'
import { pairKey } from './keys.ts'
import type { Matcher } from './match.ts'
import { addLanguageFrequencies } from './postings.ts'
import type { PrefixSets } from './prefix-sets.ts'
import { perLanguage, prepareKeys, prepareWord, sum, type Dictionaries } from './prepare-word.ts'
import type { PreparedClause, PreparedPhrase, PreparedPrefix, PreparedStep } from './prepared-clause.ts'

export type Preparation = Dictionaries & { readonly prefixSets: PrefixSets; readonly matcher: Matcher }

/** Looks a clause up in all dictionaries. `AppError('not_supported')` for a `not` inside other clauses. */
export function prepare(clause: Clause, preparation: Preparation): PreparedClause {
  switch (clause.kind) {
    case 'word':
      return clause.prefix === undefined
        ? prepareWord(clause, preparation)
        : preparePrefix(clause, clause.prefix, preparation)
    case 'phrase':
      return preparePhrase(clause, preparation)
    case 'and':
    case 'or': {
      const of = clause.of.map(one => prepare(one, preparation))
      return { kind: clause.kind, of, ...frequenciesOf(clause.kind, of, preparation) }
    }
    case 'not':
      throw new AppError('not_supported', 'A word can only be excluded from the query as a whole.')
  }
}

function frequenciesOf(kind: 'and' | 'or', of: readonly PreparedClause[], dictionaries: Dictionaries) {
  const { spaces } = dictionaries
  const df = perLanguage(dictionaries)
  for (let number = 0; number < df.length; number++) {
    const ofLanguage = of.map(clause => clause.df[number] as number)
    const everything = spaces.reduce((total, space) => total + (space.languageDocuments[number] as number), 0)
    df[number] = kind === 'and' ? Math.min(everything, ...ofLanguage) : ofLanguage.reduce((a, b) => a + b, 0)
  }
  return { df, total: sum(df) }
}

function preparePrefix(clause: WordClause, prefix: string, preparation: Preparation): PreparedPrefix {
  const { spaces, prefixSets, matcher } = preparation
  const word = prepareWord(clause, preparation)
  // inflected forms need not begin like the word
  const sets = spaces.map((space, i) => matcher.withWord(word, i, prefixSets.setOf(space, prefix)))
  const df = perLanguage(preparation)
  for (const set of sets) addUp(df, set.df)
  return { kind: 'prefix', bits: sets.map(set => set.bits), word, df, total: sum(df) }
}

function preparePhrase({ steps }: PhraseClause, preparation: Preparation): PreparedClause {
  const [first, second] = steps
  if (first !== undefined && steps.length === 1) return prepareStepAsWord(first, preparation)
  const pairs = pairsOf(steps)
  if (first && second && steps.length === 2 && pairs.length === 1) return prepareKeys(pairs, preparation)
  return prepareSteps(steps, pairs, preparation)
}

function prepareStepAsWord({ term, prefix }: PhraseStep, preparation: Preparation): PreparedClause {
  const word: WordClause = { kind: 'word', terms: prefix ? [] : [term], stems: [] }
  return prefix ? preparePrefix(word, term, preparation) : prepareWord(word, preparation)
}

/** Keys of the neighbouring common words that every occurrence of the phrase holds. */
function pairsOf(steps: readonly PhraseStep[]): string[] {
  const isCommon = (step: PhraseStep): boolean => !step.prefix && !step.optional && isCommonWord(step.term)
  return steps.flatMap((step, i) => {
    const before = steps[i - 1]
    return before && step.maxGap === 0 && isCommon(before) && isCommon(step)
      ? [pairKey(before.term, step.term)]
      : []
  })
}

function prepareSteps(
  steps: readonly PhraseStep[],
  pairs: readonly string[],
  preparation: Preparation,
): PreparedPhrase {
  const { spaces } = preparation
  const counted = steps.map(step => prepareStep(step, preparation))
  const required = counted.filter(({ step }) => !step.optional)
  const df = perLanguage(preparation)
  for (let number = 0; number < df.length; number++) {
    const frequencies = (required.length > 0 ? required : counted).map(step => step.df[number] as number)
    // of steps that may all be missing at least one is there
    df[number] = required.length > 0 ? Math.min(...frequencies) : frequencies.reduce((a, b) => a + b, 0)
  }
  return {
    kind: 'phrase',
    steps: counted,
    pairs: pairs.map(key => Int32Array.from(spaces, space => findPostings(space, key))),
    df,
    total: sum(df),
  }
}

function prepareStep(
  step: PhraseStep,
  preparation: Preparation,
): PreparedStep & { readonly df: readonly number[] } {
  const { spaces, prefixSets } = preparation
  const df = perLanguage(preparation)
  if (step.prefix) {
    const sets = spaces.map(space => prefixSets.setOf(space, step.term))
    for (const set of sets) addUp(df, set.df)
    const ranges = spaces.map(space => postingRange(space, step.term))
    return { step, ranges, bits: sets.map(set => set.bits), df }
  }
  const ranges = spaces.map((space): readonly [number, number] => {
    const t = findPostings(space, step.term)
    if (t >= 0) addLanguageFrequencies(space, t, df)
    return t < 0 ? [0, 0] : [t, t + 1]
  })
  return { step, ranges, df }
}

function addUp(total: number[], part: readonly number[]): void {
  for (let number = 0; number < total.length; number++) {
    total[number] = (total[number] as number) + (part[number] as number)
  }
}
