import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Language } from '../../src/domain/language.ts'
import { isLanguage } from '../../src/domain/language.ts'
import { generateArticles } from '../corpus.ts'
import { between, pick } from '../random.ts'
import type { Random } from '../random.ts'
import { FEWEST_WORDS } from './damage.ts'
import { textOf, wordsOf } from './words.ts'

/** What is quoted: words that make sense from the sample newsroom, or real ones, or made-up ones. */
export const MATERIALS = ['seeds', 'generated', 'treebanks'] as const
export type Material = (typeof MATERIALS)[number]

export type Quotation = { readonly material: Material; readonly language: Language; readonly text: string }

const SEEDS = fileURLToPath(new URL('../../seeds/expected.ndjson', import.meta.url))
const TREEBANKS = fileURLToPath(new URL('../../../shared/data/sentences', import.meta.url))
const LONGEST = 60

type Sentence = { readonly language: Language; readonly text: string }

/**
 * So many quotations of each material; treebanks only where they lie beside the project. Those of the seeds are put
 * together of two sentences each, some words of one exchanged: many of them are nearly alike, as wire texts are.
 */
export function generateQuotations(count: number, random: Random): Quotation[] {
  const seeds = seedSentences()
  const treebanks = treebankSentences()
  return [
    ...Array.from({ length: count }, () => ({ material: 'seeds' as const, ...combined(seeds, random) })),
    ...generatedSentences(count, random).map(one => ({ material: 'generated' as const, ...one })),
    ...sample(treebanks, count, random).map(one => ({ material: 'treebanks' as const, ...one })),
  ]
}

/** Sentences that no article holds. */
export function absentQuotations(present: readonly Quotation[], count: number, random: Random): Quotation[] {
  const texts = new Set(present.map(({ text }) => text))
  const others = treebankSentences().filter(({ text }) => !texts.has(text))
  return [
    ...generatedSentences(count, random).map(one => ({ material: 'generated' as const, ...one })),
    ...sample(others, count, random).map(one => ({ material: 'treebanks' as const, ...one })),
  ]
}

/** Sentences of the sample newsroom and, where they lie beside the project, of treebanks. */
export const naturalSentences = (): Sentence[] => [...seedSentences(), ...treebankSentences()]

/** Two sentences of one language; in the first, one or two words of another sentence take the place of words. */
function combined(sentences: readonly Sentence[], random: Random): Sentence {
  const first = pick(random, sentences)
  const others = sentences.filter(({ language }) => language === first.language)
  const second = pick(random, others)
  const words = wordsOf(first.text, first.language)
  const changed = [...words.words]
  for (let i = 0, n = between(random, 1, 2); i < n; i++) {
    const donor = wordsOf(pick(random, others).text, first.language).words
    changed[between(random, 0, changed.length - 1)] = pick(random, donor)
  }
  const stop = words.space === '' ? '。' : '. '
  return { language: first.language, text: `${textOf({ ...words, words: changed })}${stop}${second.text}` }
}

function seedSentences(): Sentence[] {
  const lines = readFileSync(SEEDS, 'utf8').split('\n').filter(Boolean)
  return lines.flatMap(line => {
    const { language, text } = JSON.parse(line) as { language: Language; text: string }
    return [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)]
      .map(({ segment }) => ({ language, text: withoutMarks(segment) }))
      .filter(isUsable)
  })
}

function treebankSentences(): Sentence[] {
  if (!existsSync(TREEBANKS)) return []
  const languages: readonly string[] =
    'ar cs da de en es fi fr hi hr id is it ja ko nb nl nn pl pt ru sl sr sv th tr zh'.split(' ')
  return languages.filter(isLanguage).flatMap(language =>
    readFileSync(`${TREEBANKS}/${language}.txt`, 'utf8')
      .split('\n')
      .map(text => ({ language, text: withoutMarks(text) }))
      .filter(isUsable),
  )
}

function generatedSentences(count: number, random: Random): Sentence[] {
  const articles = generateArticles(between(random, 1, 1e6))
  const sentences: Sentence[] = []
  while (sentences.length < count) {
    const { language, body } = articles.next().value
    for (const paragraph of body.paragraphs.slice(0, 3)) {
      const [text = ''] = paragraph.match(/[^.。।]+[.。।]/u) ?? []
      const sentence = { language, text: withoutMarks(text) }
      if (isUsable(sentence)) sentences.push(sentence)
    }
  }
  return sentences.slice(0, count)
}

const withoutMarks = (text: string): string =>
  text.replaceAll(/["“”„«»「」『』‘‹›]|^\s*[-–—]\s*/gu, '').trim()

function isUsable({ text, language }: Sentence): boolean {
  const { words } = wordsOf(text, language)
  return words.length >= FEWEST_WORDS && words.length <= LONGEST
}

function sample<T>(values: readonly T[], count: number, random: Random): T[] {
  const left = [...values]
  const taken: T[] = []
  while (taken.length < count && left.length > 0) {
    const at = between(random, 0, left.length - 1)
    taken.push(left[at] as T)
    left[at] = left.at(-1) as T
    left.pop()
  }
  return taken
}
