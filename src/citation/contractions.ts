import type { Language } from '../domain/language.ts'

/**
 * Words that are written as one and said as several, or clipped by an apostrophe: `don't` is `do not`. Only what a
 * journalist may write out without changing what was said; folded. `/` parts the readings of one word, of which the first
 * is the word as it stands.
 */
type Table = {
  /** `head'tail` as a whole. */
  readonly whole?: Readonly<Record<string, string>>
  /** What the tail means, behind any head. */
  readonly tails?: Readonly<Record<string, string>>
  /** Heads that lose their last letter before a tail: `don` of `don't` is `do`. */
  readonly shortens?: Readonly<Record<string, RegExp>>
  /** Behind an apostrophe at their beginning: `'em`. */
  readonly clipped?: Readonly<Record<string, string>>
  /** Without any apostrophe. */
  readonly plain?: Readonly<Record<string, string>>
}

const TABLES: Readonly<Partial<Record<Language, Table>>> = {
  en: {
    whole: {
      "won't": 'will not',
      "can't": 'can not',
      "shan't": 'shall not',
      "ain't": 'am/is/are/has/have not',
      "let's": 'let us/s',
      "y'all": 'you all',
      "ma'am": 'madam',
    },
    tails: { t: 'not', re: 'are', ve: 'have', ll: 'will/shall', d: 'd/had/would', m: 'am', s: 's/is/has' },
    shortens: { t: /n$/ },
    clipped: { em: 'them', cause: 'because', til: 'until/till', tis: 'it is', twas: 'it was' },
    plain: { cannot: 'can not', gonna: 'going to', wanna: 'want to', gotta: 'got to', till: 'till/until' },
  },
  de: { tails: { s: 's/es', n: 'n/ein' } },
  nl: {
    whole: { "zo'n": 'zo een', "z'n": 'zijn', "m'n": 'mijn', "da's": 'dat is' },
    clipped: { t: 'het', n: 'een', k: 'ik', m: 'hem' },
  },
  sv: {
    plain: {
      nan: 'nan/nagon',
      nat: 'nat/nagot',
      ska: 'ska/skall',
      sen: 'sen/sedan',
      mej: 'mej/mig',
      dej: 'dej/dig',
      sej: 'sej/sig',
    },
  },
  pt: { plain: { pra: 'para', pro: 'para o', ta: 'esta' } },
}

/** Each word with its readings; undefined where the table has nothing. */
type Expansion = readonly (readonly string[])[]

export type Expand = {
  readonly joined: (head: string, tail: string) => Expansion | undefined
  readonly alone: (word: string, isClipped: boolean) => Expansion | undefined
}

const NOTHING: Expand = { joined: () => undefined, alone: () => undefined }

/** Text in an unknown language is read as English: elsewhere its tails mean nothing. */
export function createExpander(language: Language): Expand {
  const table = TABLES[language === 'und' ? 'en' : language]
  if (!table) return NOTHING
  return {
    joined(head, tail) {
      const whole = entry(table.whole, `${head}'${tail}`)
      if (whole !== undefined) return expansion(whole)
      const meant = entry(table.tails, tail)
      if (meant === undefined) return undefined
      const shortens = table.shortens?.[tail]
      if (shortens && !shortens.test(head)) return undefined
      return [[shortens ? head.replace(shortens, '') : head], ...expansion(meant)]
    },
    alone(word, isClipped) {
      const meant = (isClipped ? entry(table.clipped, word) : undefined) ?? entry(table.plain, word)
      return meant === undefined ? undefined : expansion(meant)
    },
  }
}

const entry = (table: Readonly<Record<string, string>> | undefined, word: string): string | undefined =>
  table !== undefined && Object.hasOwn(table, word) ? table[word] : undefined

const expansion = (meant: string): string[][] => meant.split(' ').map(word => word.split('/'))

export const isApostrophe = (text: string): boolean => /^['’‘ʼʻ＇´`]$/.test(text)
