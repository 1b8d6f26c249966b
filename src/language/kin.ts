import type { Language } from '../domain/language.ts'
import { inferArticle } from './article.ts'
import type { ArticlePosterior } from './article.ts'
import { KIN_FEATURES } from './kin-features.ts'
import type { Sample } from './sample.ts'
import type { Weights } from './weights.ts'

type KinFamily = keyof typeof KIN_FEATURES

export type Kin = readonly [KinFamily, ...Language[]]

const FEATURE_WEIGHTS: Readonly<Record<KinFamily, ReadonlyMap<string, readonly number[]>>> = {
  nb: indexFeatures('nb'),
  hr: indexFeatures('hr'),
  id: indexFeatures('id'),
}

function indexFeatures(family: KinFamily): Map<string, readonly number[]> {
  const index = new Map<string, readonly number[]>()
  for (const { weights, features } of KIN_FEATURES[family]) {
    for (const feature of features.split(' ')) index.set(feature, weights)
  }
  return index
}

/**
 * What the kin of a family are told apart by. Bokmål and Nynorsk differ in words and endings; Croatian,
 * Serbian and Bosnian in words and in the vowel of many stems; Indonesian and Malay in words.
 */
export function kinFeaturesOf(family: KinFamily, words: readonly string[]): string[] {
  switch (family) {
    case 'nb':
      return [...words, ...endingsOf(words, 2), ...endingsOf(words, 3)]
    case 'hr':
      return [...words, ...trigramsOf(words)]
    case 'id':
      return [...words]
  }
}

function endingsOf(words: readonly string[], length: number): string[] {
  return words.filter(word => word.length > length + 1).map(word => `-${word.slice(-length)}`)
}

function trigramsOf(words: readonly string[]): string[] {
  return words.flatMap(word => {
    const padded = `_${word}_`
    return Array.from({ length: padded.length - 2 }, (_, start) => `~${padded.slice(start, start + 3)}`)
  })
}

/** Of the three only Serbian is printed in Cyrillic letters today. */
const CYRILLIC_IS_SERBIAN = [-4, 4, -4]
/**
 * Bosnian shares nearly every word with one of the two larger kin, and is found by what it has of both.
 * Where nothing parts Malay from Indonesian, the language with several times the press is likelier.
 */
const PRIORS: Readonly<Partial<Record<Language, number>>> = { bs: -1.5, ms: -1 }

/** How likely a text is in each of the kin: natural logarithms up to a constant. */
function scoreKin(kin: Kin, { words }: Sample): Float64Array {
  const [family] = kin
  const scores = new Float64Array(kin.length)
  const add = (weights: readonly number[]) => {
    for (const [member, weight] of weights.entries()) scores[member] = (scores[member] ?? 0) + weight
  }
  for (const feature of new Set(kinFeaturesOf(family, words))) add(FEATURE_WEIGHTS[family].get(feature) ?? [])
  if (family === 'hr' && words.some(word => /\p{Script=Cyrillic}/u.test(word))) add(CYRILLIC_IS_SERBIAN)
  return scores
}

/** Which of some kin each of the texts of an article is in, given that it is in one of them. */
export function tellKinApart(
  kin: Kin,
  samples: readonly Sample[],
  { declared, weights }: { readonly declared: readonly Language[]; readonly weights: Weights },
): ArticlePosterior {
  return inferArticle(
    samples.map(sample => scoreKin(kin, sample)),
    {
      foreign: samples.map(() => weights.foreignKin),
      foreignLanguages: new Float64Array(kin.length).fill(1 / kin.length),
      main: Float64Array.from(
        kin,
        member => (PRIORS[member] ?? 0) + (declared.includes(member) ? weights.declared : 0),
      ),
    },
  )
}
