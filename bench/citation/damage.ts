import { between, pick } from '../random.ts'
import type { Random } from '../random.ts'
import { textOf, wordsOf } from './words.ts'
import type { Words } from './words.ts'

/**
 * How people remember: a part of it, some words missing, two words exchanged, words of their own in it, typos, or only what
 * it was about. Knows nothing of how quotations are looked up.
 */
export const DAMAGES = ['fragment', 'dropped', 'swapped', 'filler'] as const
export type Damage = (typeof DAMAGES)[number]

export type Damaged = {
  readonly damage: Damage
  readonly text: string
  /** The words that were damaged, undamaged: whatever holds them is as right as where they come from. */
  readonly undamaged: string
}

/** Shorter quotes are not remembered in parts. */
export const FEWEST_WORDS = 7

export function damage(
  text: string,
  language: string,
  { random, fillers }: { random: Random; fillers: readonly string[] },
): Damaged {
  const whole = wordsOf(text, language)
  const kind = pick(random, DAMAGES)
  const { words } = whole
  const undamaged = textOf(whole)
  switch (kind) {
    case 'fragment': {
      const length = Math.max(5, Math.round(words.length * (0.4 + 0.3 * random())))
      const from = between(random, 0, words.length - Math.min(length, words.length))
      const part = textOf({ ...whole, words: words.slice(from, from + length) })
      return { damage: kind, text: part, undamaged: part }
    }
    case 'dropped': {
      const left = [...words]
      const count = Math.max(1, Math.round(words.length * (0.1 + 0.15 * random())))
      for (let i = 0; i < count; i++) left.splice(between(random, 0, left.length - 1), 1)
      return { damage: kind, text: textOf({ ...whole, words: left }), undamaged }
    }
    case 'swapped': {
      const mixed = [...words]
      for (let i = 0, count = between(random, 1, 2); i < count; i++) {
        const at = between(random, 0, mixed.length - 2)
        mixed.splice(at, 2, mixed[at + 1] ?? '', mixed[at] ?? '')
      }
      return { damage: kind, text: textOf({ ...whole, words: mixed }), undamaged }
    }
    case 'filler': {
      const filled = [...words]
      for (let i = 0, count = between(random, 1, 3); i < count; i++) {
        filled.splice(between(random, 0, filled.length), 0, pick(random, fillers))
      }
      return { damage: kind, text: textOf({ ...whole, words: filled }), undamaged }
    }
  }
}

/** One typo each in two words of four letters and more: a letter left out, doubled, replaced or exchanged with its neighbour. */
export function withTypos(text: string, language: string, random: Random): string {
  const whole = wordsOf(text, language)
  const mistyped = [...whole.words]
  const long = mistyped.flatMap((word, at) => (Array.from(word).length >= LETTERS[whole.space] ? [at] : []))
  for (let i = 0; i < 2 && long.length > 0; i++) {
    const [at = 0] = long.splice(between(random, 0, long.length - 1), 1)
    mistyped[at] = mistype(mistyped[at] ?? '', text, random)
  }
  return textOf({ ...whole, words: mistyped })
}

const LETTERS = { ' ': 4, '': 2 } as const

function mistype(word: string, text: string, random: Random): string {
  const letters = Array.from(word)
  const at = between(random, 0, letters.length - 1)
  const any = pick(
    random,
    Array.from(text.toLowerCase()).filter(letter => /\p{L}/u.test(letter)),
  )
  switch (between(random, 0, 3)) {
    case 0:
      letters.splice(at, 1)
      break
    case 1:
      letters.splice(at, 0, letters[at] ?? '')
      break
    case 2:
      letters.splice(at, 1, any)
      break
    default: {
      const first = Math.min(at, letters.length - 2)
      letters.splice(first, 2, letters[first + 1] ?? '', letters[first] ?? '')
    }
  }
  return letters.join('')
}

/**
 * Five content words in any order: some of the longest, since no list of function words covers all languages. `undamaged`
 * is the stretch of the quotation in which all of them stand.
 */
export function gist(
  text: string,
  language: string,
  random: Random,
): { readonly text: string; readonly undamaged: string } {
  const whole: Words = wordsOf(text, language)
  const distinct = [...new Set(whole.words)]
  const content = distinct
    .toSorted((a, b) => b.length - a.length)
    .slice(0, Math.max(5, Math.ceil(distinct.length / 2)))
  const chosen: string[] = []
  while (chosen.length < 5 && content.length > 0) {
    chosen.push(...content.splice(between(random, 0, content.length - 1), 1))
  }
  const places = chosen.map(word => whole.words.indexOf(word))
  const stretch = whole.words.slice(Math.min(...places), Math.max(...places) + 1)
  return { text: chosen.join(' '), undamaged: textOf({ ...whole, words: stretch }) }
}
