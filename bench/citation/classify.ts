import { createClaimMatcher } from '../../src/citation/match-claim.ts'
import type { Match } from '../../src/citation/match.ts'
import type { Language } from '../../src/domain/language.ts'
import type { Paragraph } from '../../src/domain/paragraph.ts'
import { fold } from '../../src/text/normal-form.ts'
import { groupBy } from '../group-by.ts'
import { pick, seeded } from '../random.ts'
import type { Random } from '../random.ts'
import { changeMarks, EDITS } from './edits.ts'
import type { Sentence } from './edits.ts'
import { naturalSentences } from './quotations.ts'
import { wordsOf } from './words.ts'

/** Texts that a claim is compared with besides the right one. */
const OTHERS = 5

/** How often one edit is called what it is, and how often a quotation with other marks is called altered. */
export function classify(perClass: number, seed: number): void {
  const random = seeded(seed)
  const sentences = naturalSentences()
  const byLanguage = groupBy(sentences, ({ language }) => language)
  const frequencies = frequenciesOf(sentences)
  const words = new Set(
    sentences.flatMap(({ text, language }) => wordsOf(text, language).words.map(word => word.toLowerCase())),
  )
  const match = createClaimMatcher()

  const ofWords = (text: string, language: Language): ReadonlyMap<string, number> =>
    new Map(wordsOf(text, language).words.map(word => [fold(word), frequencies.get(fold(word)) ?? 0]))
  const bestOf = (claim: string, language: Language, texts: readonly string[]): Match | undefined =>
    match(
      { text: claim, language, frequencies: ofWords(claim, language), paragraphs: sentences.length },
      texts.map((text, i) => paragraphOf(text, language, i)),
      { limit: 3, deadline: Number.POSITIVE_INFINITY },
    ).matches[0]

  let [right, all] = [0, 0]
  for (const [name, editor] of Object.entries(EDITS)) {
    const wrong: string[] = []
    let count = 0
    for (let tries = 0; count < perClass && tries < perClass * 200; tries++) {
      const sentence = pick(random, sentences)
      const peers = byLanguage.get(sentence.language) ?? []
      const other = pick(random, peers)
      if (other.text === sentence.text) continue
      const edited = editor(sentence, { random, other, words })
      if (!edited) continue
      count++
      const texts = [
        edited.source,
        other.text,
        ...Array.from({ length: OTHERS }, () => pick(random, peers).text),
      ]
      const best = bestOf(edited.claim, sentence.language, texts)
      const found = best ? classOf(best) : 'notFound'
      if (found !== name)
        wrong.push(`${sentence.language} ${found}\n    source ${edited.source}\n    claim  ${edited.claim}`)
    }
    right += count - wrong.length
    all += count
    console.log(`${name.padEnd(16)} ${share(count - wrong.length, count)} (${count})`)
    if (process.env['SHOW']?.split(',').includes(name)) console.log(wrong.join('\n'))
  }
  console.log(`class right: ${share(right, all)} of ${all} edits`)
  countFalseAlarms(sentences, { random, bestOf, count: perClass * 50 })
}

/** The one thing that was done, or all the different things. */
function classOf({ operations }: Match): string {
  const kinds = new Set<string>(
    operations
      .filter(({ kind }) => kind !== 'same' && kind !== 'mark' && kind !== 'narration')
      .map(({ kind, isOpen }) => (isOpen ? `${kind}, open` : kind)),
  )
  return kinds.size === 0 ? 'mark' : [...kinds].sort().join(' + ')
}

type Alarms = {
  readonly random: Random
  readonly bestOf: (claim: string, language: Language, texts: readonly string[]) => Match | undefined
  readonly count: number
}

function countFalseAlarms(sentences: readonly Sentence[], { random, bestOf, count }: Alarms): void {
  const verdicts = new Map<string, number>()
  for (let i = 0; i < count; i++) {
    const { text, language } = pick(random, sentences)
    const claim = changeMarks(text, random)
    const verdict = bestOf(claim, language, [text])?.verdict ?? 'notFound'
    verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
    if (verdict !== 'verbatim' && process.env['SHOW'] === 'alarms')
      console.log(`${language} ${verdict}\n    source ${text}\n    claim  ${claim}`)
  }
  console.log(
    `other marks, dashes, spaces, first letter: ${[...verdicts].map(([verdict, n]) => `${verdict} ${n}`).join(', ')} of ${count}`,
  )
}

const share = (part: number, whole: number): string => (part / whole).toFixed(4)

function frequenciesOf(sentences: readonly Sentence[]): Map<string, number> {
  const frequencies = new Map<string, number>()
  for (const { text, language } of sentences) {
    for (const word of new Set(wordsOf(text, language).words.map(fold)))
      frequencies.set(word, (frequencies.get(word) ?? 0) + 1)
  }
  return frequencies
}

function paragraphOf(text: string, language: Language, number: number): Paragraph {
  return {
    id: `article-${number}`,
    articleId: `article-${number}`,
    position: 0,
    kind: 'text',
    text,
    language,
    languageConfidence: 1,
    articleLanguage: language,
    source: 'bench',
    author: [],
    quotes: [],
  }
}
