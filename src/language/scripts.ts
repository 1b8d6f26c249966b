import { LANGUAGES } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'
import { candidateOf, CANDIDATES, newScores } from './candidates.ts'
import type { Scores } from './candidates.ts'

/** ISO 15924 codes; `Kana` for both kana, `Zzzz` for scripts that no language of the list is printed in. */
// oxfmt-ignore
const SCRIPTS = [
  'Latn', 'Cyrl', 'Grek', 'Armn', 'Hebr', 'Arab', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml', 'Telu', 'Knda',
  'Mlym', 'Sinh', 'Thai', 'Laoo', 'Mymr', 'Geor', 'Hang', 'Ethi', 'Khmr', 'Kana', 'Hani', 'Zzzz',
] as const

type Script = (typeof SCRIPTS)[number]

/** Number of letters in each script, in the order of `SCRIPTS`. */
export type ScriptCounts = Float64Array

const scriptIndex = (script: Script): number => SCRIPTS.indexOf(script)

/** First UTF-16 unit of each run of blocks (Unicode 16), ascending; marks count with their letters. */
const BLOCKS: readonly (readonly [number, Script])[] = [
  [0x0041, 'Latn'],
  [0x0370, 'Grek'],
  [0x0400, 'Cyrl'],
  [0x0530, 'Armn'],
  [0x0590, 'Hebr'],
  [0x0600, 'Arab'],
  [0x0700, 'Zzzz'],
  [0x0750, 'Arab'],
  [0x0780, 'Zzzz'],
  [0x0860, 'Arab'],
  [0x0900, 'Deva'],
  [0x0980, 'Beng'],
  [0x0a00, 'Guru'],
  [0x0a80, 'Gujr'],
  [0x0b00, 'Orya'],
  [0x0b80, 'Taml'],
  [0x0c00, 'Telu'],
  [0x0c80, 'Knda'],
  [0x0d00, 'Mlym'],
  [0x0d80, 'Sinh'],
  [0x0e00, 'Thai'],
  [0x0e80, 'Laoo'],
  [0x0f00, 'Zzzz'],
  [0x1000, 'Mymr'],
  [0x10a0, 'Geor'],
  [0x1100, 'Hang'],
  [0x1200, 'Ethi'],
  [0x13a0, 'Zzzz'],
  [0x1780, 'Khmr'],
  [0x1800, 'Zzzz'],
  [0x1c80, 'Cyrl'],
  [0x1c90, 'Geor'],
  [0x1cc0, 'Zzzz'],
  [0x1d00, 'Latn'],
  [0x1f00, 'Grek'],
  [0x2000, 'Latn'],
  [0x2c80, 'Zzzz'],
  [0x2de0, 'Cyrl'],
  [0x2e80, 'Hani'],
  [0x3040, 'Kana'],
  [0x3100, 'Hani'],
  [0x3130, 'Hang'],
  [0x3190, 'Hani'],
  [0x31f0, 'Kana'],
  [0x3200, 'Hani'],
  [0xa000, 'Zzzz'],
  [0xa640, 'Cyrl'],
  [0xa6a0, 'Zzzz'],
  [0xa720, 'Latn'],
  [0xa800, 'Zzzz'],
  [0xa8e0, 'Deva'],
  [0xa900, 'Zzzz'],
  [0xa960, 'Hang'],
  [0xa980, 'Zzzz'],
  [0xab00, 'Ethi'],
  [0xab30, 'Latn'],
  [0xab70, 'Zzzz'],
  [0xac00, 'Hang'],
  [0xd800, 'Zzzz'],
  [0xd840, 'Hani'],
  [0xd8c0, 'Zzzz'],
  [0xf900, 'Hani'],
  [0xfb00, 'Latn'],
  [0xfb13, 'Armn'],
  [0xfb1d, 'Hebr'],
  [0xfb50, 'Arab'],
  [0xfe00, 'Zzzz'],
  [0xfe70, 'Arab'],
  [0xff00, 'Latn'],
  [0xff61, 'Kana'],
  [0xffa0, 'Hang'],
  [0xfff0, 'Zzzz'],
]

/** Script of each UTF-16 unit; a leading surrogate stands for its plane. */
const SCRIPT_OF_UNIT: Uint8Array = indexUnits()

function indexUnits(): Uint8Array {
  const units = new Uint8Array(0x10000)
  for (const [start, script] of BLOCKS) units.fill(scriptIndex(script), start)
  return units
}

/** A sign of these scripts says about as much as three letters of an alphabet. */
const DENSITY: readonly number[] = SCRIPTS.map(script => (['Hani', 'Kana', 'Hang'].includes(script) ? 3 : 1))

/** How many letters of some words stand in each script. */
export function countScripts(words: readonly string[]): ScriptCounts {
  const counts = new Float64Array(SCRIPTS.length)
  for (const word of words) {
    for (let index = 0; index < word.length; index++) {
      const script = SCRIPT_OF_UNIT[word.charCodeAt(index)] ?? 0
      counts[script] = (counts[script] ?? 0) + 1
    }
  }
  return counts
}

export function isMostlyLatin(counts: ScriptCounts): boolean {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return (counts[LATIN] ?? 0) > total / 2
}

/** Scripts a language is printed in besides the one the closed list gives. */
const MORE_SCRIPTS: Readonly<Partial<Record<Language, readonly Script[]>>> = {
  ja: ['Kana', 'Hani'],
  ko: ['Hang', 'Hani'],
  ku: ['Arab'],
  sr: ['Latn'],
  uz: ['Cyrl'],
  zh: ['Hani'],
}

/** Scripts that several languages share: only there can a text be in none of the languages of the list. */
const SHARED_SCRIPTS: readonly Script[] = ['Latn', 'Cyrl', 'Hebr', 'Arab', 'Deva', 'Zzzz']

const SCRIPTS_OF: readonly (readonly number[])[] = collectScripts()

function collectScripts(): readonly (readonly number[])[] {
  const scripts = CANDIDATES.map(() => new Set<number>())
  for (const { tag, script } of LANGUAGES) {
    const names = tag === 'und' ? SHARED_SCRIPTS : [script, ...(MORE_SCRIPTS[tag] ?? [])]
    for (const name of names) {
      const index = (SCRIPTS as readonly string[]).indexOf(name)
      if (index >= 0) scripts[candidateOf(tag)]?.add(index)
    }
  }
  return scripts.map(set => [...set])
}

/** For each candidate, whether it is printed in Latin letters. */
export const IS_IN_LATIN: readonly boolean[] = SCRIPTS_OF.map(scripts =>
  scripts.includes(scriptIndex('Latn')),
)

/** A language whose script holds a hundredth of the letters is as unlikely as one whose script is absent. */
const STRAY_SHARE = 0.01

const LATIN = scriptIndex('Latn')
const KANA = scriptIndex('Kana')
const HAN = scriptIndex('Hani')
const HANGUL = scriptIndex('Hang')

/**
 * How well the scripts of a text fit each language: the logarithm of the share of its letters that the
 * language is written with; for Chinese and Japanese also how many of the signs are kana.
 */
export function scoreScripts(counts: ScriptCounts): Scores {
  const weighted = counts.map((count, script) => count * (DENSITY[script] ?? 1))
  const total = weighted.reduce((sum, count) => sum + count, 0)
  const scores = newScores()
  for (const [candidate, scripts] of SCRIPTS_OF.entries()) {
    let own = 0
    for (const script of scripts) own += weighted[script] ?? 0
    scores[candidate] = Math.log(Math.min(1, own / total + STRAY_SHARE))
  }
  const kana = counts[KANA] ?? 0
  const han = counts[HAN] ?? 0
  const lower = (language: Language, by: number) => {
    scores[candidateOf(language)] = (scores[candidateOf(language)] ?? 0) - by
  }
  lower('zh', Math.min(4, kana))
  // Japanese hardly writes ten signs without a kana among them; a headline may.
  if (kana === 0) lower('ja', Math.min(3, han / 8))
  // Korean in Han alone is seen in headlines at most.
  if (counts[HANGUL] === 0) lower('ko', 4)
  return scores
}
