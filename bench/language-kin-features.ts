/**
 * Generates `src/language/kin-features.ts`: what each word and word ending says for each of some kin.
 * Run by `npx tsx bench/language-kin-features.ts` with the sentences in `../shared/data`; only their
 * tuning half is read.
 *
 * A logistic regression over the words and endings of each sentence. The hand-written words of
 * `kin-words.ts` are its starting point: what the sentences do not show keeps its weight from there.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language } from '../src/domain/language.ts'
import { KIN_WORDS } from '../src/language/kin-words.ts'
import { kinFeaturesOf } from '../src/language/kin.ts'
import { sampleOf } from '../src/language/sample.ts'
import { readSentences } from './language-corpus.ts'

type LearnedFamily = keyof typeof PENALTY

type Example = { readonly features: readonly string[]; readonly isFirst: boolean }

const HAND_WEIGHT = 1.6
const ROUNDS = 40
const RATE = 0.1
/** A pull towards the hand-written weights; more where there are few sentences to learn from. */
const PENALTY = { nb: 0.004, hr: 0.03 }
const FEWEST_SENTENCES = 4
/** Weights are rounded to quarter units; features that part the kin by less than this are dropped. */
const SMALLEST_SPREAD = 0.5

function examplesOf(family: LearnedFamily, sentences: readonly string[], isFirst: boolean): Example[] {
  return sentences.map(sentence => ({
    features: [...new Set(kinFeaturesOf(family, sampleOf(sentence).words))],
    isFirst,
  }))
}

/** Names would be learned as if they were words of the language: only words also seen in lower case count. */
function ordinaryWords(sentences: readonly string[]): Set<string> {
  const words = new Set<string>()
  for (const sentence of sentences)
    for (const word of sentence.match(/(?<!\p{L})\p{Ll}[\p{L}\p{M}]*/gu) ?? []) words.add(word)
  return words
}

function learn(
  family: LearnedFamily,
  first: readonly string[],
  second: readonly string[],
  hand: ReadonlyMap<string, number>,
): Map<string, number> {
  const ordinary = ordinaryWords([...first, ...second])
  const examples = [...examplesOf(family, first, true), ...examplesOf(family, second, false)]
  const sentencesWith = new Map<string, number>()
  for (const { features } of examples)
    for (const feature of features) sentencesWith.set(feature, (sentencesWith.get(feature) ?? 0) + 1)
  const weights = new Map(hand)
  for (const [feature, sentences] of sentencesWith) {
    const isWord = /^\p{L}/u.test(feature)
    if (sentences < FEWEST_SENTENCES || (isWord && !ordinary.has(feature))) continue
    weights.set(feature, weights.get(feature) ?? 0)
  }
  const balance = second.length / first.length
  for (let round = 0; round < ROUNDS; round++) {
    const rate = RATE / (1 + round / 10)
    for (let index = 0; index < examples.length; index++) {
      // A fixed stride visits the examples in a mixed order, the same one each time.
      const example = examples[(index * 7919) % examples.length]
      if (example === undefined) continue
      const known = example.features.filter(feature => weights.has(feature))
      const sum = known.reduce((total, feature) => total + (weights.get(feature) ?? 0), 0)
      const error = (example.isFirst ? 1 : 0) - 1 / (1 + Math.exp(-sum))
      const importance = example.isFirst ? Math.min(1, balance) : Math.min(1, 1 / balance)
      for (const feature of known) {
        const weight = weights.get(feature) ?? 0
        const pull = PENALTY[family] * (weight - (hand.get(feature) ?? 0))
        weights.set(feature, weight + rate * (importance * error - pull))
      }
    }
  }
  return weights
}

function handWeights(first: Language, second: Language): Map<string, number> {
  const weights = new Map<string, number>()
  const own = (language: Language) => (KIN_WORDS[language] ?? '').split(' ')
  for (const word of own(first)) weights.set(word, HAND_WEIGHT)
  for (const word of own(second)) weights.set(word, weights.has(word) ? 0 : -HAND_WEIGHT)
  return weights
}

/** A Serbian word that becomes a word of the others by `e` > `je` or `ije` is so by its sound, not its choice. */
function isEkavian(word: string, others: ReadonlySet<string>): boolean {
  return [...word.matchAll(/e/gu)].some(({ index }) =>
    ['je', 'ije'].some(sound => others.has(word.slice(0, index) + sound + word.slice(index + 1))),
  )
}

type Row = { readonly feature: string; readonly weights: readonly number[] }

function norwegian(corpus: NonNullable<ReturnType<typeof readSentences>>): Row[] {
  const weights = learn(
    'nb',
    corpus.get('nb')?.tune ?? [],
    corpus.get('nn')?.tune ?? [],
    handWeights('nb', 'nn'),
  )
  return [...weights].map(([feature, weight]) => ({ feature, weights: [weight / 2, -weight / 2] }))
}

function serboCroatian(corpus: NonNullable<ReturnType<typeof readSentences>>): Row[] {
  const weights = learn(
    'hr',
    corpus.get('hr')?.tune ?? [],
    corpus.get('sr')?.tune ?? [],
    handWeights('hr', 'sr'),
  )
  const croatian = new Set([...weights].filter(([, weight]) => weight > 0).map(([feature]) => feature))
  const serbian = new Set([...weights].filter(([, weight]) => weight < 0).map(([feature]) => feature))
  const bosnian = new Set((KIN_WORDS.bs ?? '').split(' '))
  for (const word of bosnian) if (!weights.has(word)) weights.set(word, 0)
  return [...weights].map(([feature, weight]) => {
    const isOfSound =
      weight < 0
        ? isEkavian(feature, croatian)
        : [...serbian].some(
            word =>
              word.length < feature.length &&
              feature.length - word.length <= 2 &&
              isEkavian(word, new Set([feature])),
          )
    // Bosnian has the sounds of Croatian and, by and large, the words of Serbian.
    const shared = isOfSound ? 0.5 : -0.25
    const own = bosnian.has(feature) ? (weight === 0 ? HAND_WEIGHT : Math.abs(weight) / 2) : weight * shared
    return { feature, weights: [weight / 2, -weight / 2, own] }
  })
}

function malay(): Row[] {
  return [...handWeights('id', 'ms')].map(([feature, weight]) => ({
    feature,
    weights: [weight / 2, -weight / 2],
  }))
}

function printRows(rows: readonly Row[]): string {
  const groups = new Map<string, string[]>()
  for (const { feature, weights } of rows) {
    const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
    const rounded = weights.map(weight => Math.round((weight - mean) * 4) / 4)
    if (Math.max(...rounded) - Math.min(...rounded) < SMALLEST_SPREAD) continue
    const key = rounded.join(', ')
    groups.set(key, [...(groups.get(key) ?? []), feature])
  }
  const sorted = [...groups].sort(([a], [b]) => parseFloat(b) - parseFloat(a))
  return sorted
    .map(([key, features]) => `    { weights: [${key}], features: '${features.sort().join(' ')}' },`)
    .join('\n')
}

function main(): void {
  const corpus = readSentences()
  if (corpus === undefined) throw new Error('The sentences in ../shared/data are absent')
  const source = `/**
 * Generated by \`npx tsx bench/language-kin-features.ts\`; do not edit. What a word, an ending (\`-ane\`) or
 * three letters within a word (\`~vje\`, \`_\` where it begins or ends) say for each of the kin, in the order
 * of \`KIN\`, as natural logarithms.
 *
 * Learned from the tuning half of sentences of Universal Dependencies treebanks (CC BY-SA), starting from
 * the hand-written words of \`kin-words.ts\`. Single words only, no sentence is kept.
 */
// oxfmt-ignore
export const KIN_FEATURES: Readonly<Record<'nb' | 'hr' | 'id', readonly { readonly weights: readonly number[]; readonly features: string }[]>> = {
  nb: [
${printRows(norwegian(corpus))}
  ],
  hr: [
${printRows(serboCroatian(corpus))}
  ],
  id: [
${printRows(malay())}
  ],
}
`
  writeFileSync(fileURLToPath(new URL('../src/language/kin-features.ts', import.meta.url)), source)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
