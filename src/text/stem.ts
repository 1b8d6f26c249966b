import { stemmer as arabic } from '@orama/stemmers/arabic'
import { stemmer as bulgarian } from '@orama/stemmers/bulgarian'
import { stemmer as danish } from '@orama/stemmers/danish'
import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as armenian } from '@orama/stemmers/armenian'
import { stemmer as finnish } from '@orama/stemmers/finnish'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as greek } from '@orama/stemmers/greek'
import { stemmer as hungarian } from '@orama/stemmers/hungarian'
import { stemmer as hindi } from '@orama/stemmers/indian'
import { stemmer as indonesian } from '@orama/stemmers/indonesian'
import { stemmer as irish } from '@orama/stemmers/irish'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian'
import { stemmer as nepali } from '@orama/stemmers/nepali'
import { stemmer as norwegian } from '@orama/stemmers/norwegian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as romanian } from '@orama/stemmers/romanian'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as serbian } from '@orama/stemmers/serbian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { stemmer as swedish } from '@orama/stemmers/swedish'
import { stemmer as tamil } from '@orama/stemmers/tamil'
import { stemmer as turkish } from '@orama/stemmers/turkish'
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian'
import snowball from 'snowball-stemmers'
import type { Language } from '../domain/language.ts'
import { fold, lower } from './normal-form.ts'
import { rememberByLanguage } from './remember-words.ts'

type Stem = (word: string) => string

/** From the package that has Porter 2; the other one's English is Porter 1, which makes `new` of `news` and `thi` of `this`. */
const fromSnowball = (name: 'english' | 'czech' | 'slovene' | 'catalan' | 'basque'): Stem => {
  const stemmer = snowball.newStemmer(name)
  return word => stemmer.stem(word)
}

/** One of its rules assigns to a letter of a string, which is an error in a module: such a word is its own stem. */
const bulgarianOrWord: Stem = word => {
  try {
    return bulgarian(word)
  } catch {
    return word
  }
}

/** Snowball's algorithms (snowballstem.org), one a language. Bokmål and Nynorsk share one. */
const STEMMERS: ReadonlyMap<Language, Stem> = new Map<Language, Stem>([
  ['ar', arabic],
  ['bg', bulgarianOrWord],
  ['ca', fromSnowball('catalan')],
  ['cs', fromSnowball('czech')],
  ['da', danish],
  ['de', german],
  ['el', greek],
  ['en', fromSnowball('english')],
  ['es', spanish],
  ['eu', fromSnowball('basque')],
  ['fi', finnish],
  ['fr', french],
  ['ga', irish],
  ['hi', hindi],
  ['hu', hungarian],
  ['hy', armenian],
  ['id', indonesian],
  ['it', italian],
  ['lt', lithuanian],
  ['nb', norwegian],
  ['ne', nepali],
  ['nl', dutch],
  ['nn', norwegian],
  ['pt', portuguese],
  ['ro', romanian],
  ['ru', russian],
  ['sl', fromSnowball('slovene')],
  ['sr', serbian],
  ['sv', swedish],
  ['ta', tamil],
  ['tr', turkish],
  ['uk', ukrainian],
])

/** A 100,000-letter word costs a stemmer 10–170 ms; no language inflects words that long. */
const LONGEST = 40

const LATIN = /^\p{Script=Latin}/u
const CYRILLIC = /^\p{Script=Cyrillic}/u
const DEVANAGARI = /^\p{Script=Devanagari}/u
/** A stemmer leaves words of another script alone, so it is not asked. */
const SCRIPT: ReadonlyMap<Language, RegExp> = new Map<Language, RegExp>([
  ['ar', /^\p{Script=Arabic}/u],
  ['bg', CYRILLIC],
  ['el', /^\p{Script=Greek}/u],
  ['hi', DEVANAGARI],
  ['hy', /^\p{Script=Armenian}/u],
  ['ne', DEVANAGARI],
  ['ru', CYRILLIC],
  ['sr', /^[\p{Script=Cyrillic}\p{Script=Latin}]/u],
  ['ta', /^\p{Script=Tamil}/u],
  ['uk', CYRILLIC],
])

export const hasStemmer = (language: Language): boolean => STEMMERS.has(language)

/**
 * The stems of one word in one language, folded: `stemsOf('négociées', 'fr')` is `['negoci', 'negocie']`. The first comes
 * from the word as it is written, since stemmers know their accents; the second from its folded form, which is what a
 * reader who types no accents reaches. Both are one where they agree; none where the language has no stemmer or the
 * word is not of its script.
 */
export function stemsOf(word: string, language: Language): readonly string[] {
  const stem = STEMMERS.get(language)
  if (!stem) return []
  const folded = fold(word)
  if (folded.length < 2 || folded.length > LONGEST) return []
  if (!(SCRIPT.get(language) ?? LATIN).test(folded)) return []
  const ofFolded = fold(stem(folded)) || folded
  const accented = lower(word, language).replaceAll('ё', 'е')
  if (accented === folded) return [ofFolded]
  const ofAccented = fold(stem(accented)) || folded
  return ofAccented === ofFolded ? [ofFolded] : [ofAccented, ofFolded]
}

export type WordStemmer = (word: string, language: Language) => readonly string[]

/** Of one language. */
const REMEMBERED_WORDS = 100_000

/** `stemsOf` with a memory: a stemmer takes 1 to 40 µs a word, and a page of hits has thousands of them. */
export function createStemmer(): WordStemmer {
  const stems = rememberByLanguage(stemsOf, REMEMBERED_WORDS)
  return (word, language) => (hasStemmer(language) ? stems(language)(word) : [])
}
