import { afrikaans } from './afrikaans.ts'
import { albanian } from './albanian.ts'
import { arabic } from './arabic.ts'
import { armenian } from './armenian.ts'
import { basque } from './basque.ts'
import { belarusian } from './belarusian.ts'
import { bulgarian } from './bulgarian.ts'
import { catalan } from './catalan.ts'
import { chinese } from './chinese.ts'
import { croatian } from './croatian.ts'
import { czech } from './czech.ts'
import { danish } from './danish.ts'
import { dutch } from './dutch.ts'
import { english } from './english.ts'
import { estonian } from './estonian.ts'
import { faroese } from './faroese.ts'
import { finnish } from './finnish.ts'
import { french } from './french.ts'
import { galician } from './galician.ts'
import { german } from './german.ts'
import { greek } from './greek.ts'
import { hebrew } from './hebrew.ts'
import { hindi } from './hindi.ts'
import { hungarian } from './hungarian.ts'
import { icelandic } from './icelandic.ts'
import { indonesian } from './indonesian.ts'
import { irish } from './irish.ts'
import { italian } from './italian.ts'
import { japanese } from './japanese.ts'
import { korean } from './korean.ts'
import { latvian } from './latvian.ts'
import { lithuanian } from './lithuanian.ts'
import { maltese } from './maltese.ts'
import { norwegian } from './norwegian.ts'
import { persian } from './persian.ts'
import { polish } from './polish.ts'
import { portuguese } from './portuguese.ts'
import { romanian } from './romanian.ts'
import { russian } from './russian.ts'
import { serbian } from './serbian.ts'
import { slovak } from './slovak.ts'
import { slovenian } from './slovenian.ts'
import { spanish } from './spanish.ts'
import { swedish } from './swedish.ts'
import { thai } from './thai.ts'
import { turkish } from './turkish.ts'
import { ukrainian } from './ukrainian.ts'
import { vietnamese } from './vietnamese.ts'
import { welsh } from './welsh.ts'
import type { Language } from '../../domain/language.ts'
import type { SpeechGrammar } from '../grammar.ts'
import { createVocabulary } from '../vocabulary.ts'
import type { Vocabulary } from '../vocabulary.ts'

/** Which grammar reads a language. Kin without a table of their own share one. */
const GRAMMARS: Readonly<Partial<Record<Language, SpeechGrammar>>> = {
  en: english,
  de: german,
  da: danish,
  sv: swedish,
  fi: finnish,
  is: icelandic,
  fo: faroese,
  nl: dutch,
  fr: french,
  es: spanish,
  gl: galician,
  ca: catalan,
  pt: portuguese,
  it: italian,
  ro: romanian,
  pl: polish,
  cs: czech,
  sk: slovak,
  ru: russian,
  uk: ukrainian,
  be: belarusian,
  bg: bulgarian,
  hr: croatian,
  sr: serbian,
  sl: slovenian,
  el: greek,
  tr: turkish,
  hu: hungarian,
  et: estonian,
  lv: latvian,
  lt: lithuanian,
  id: indonesian,
  vi: vietnamese,
  ar: arabic,
  he: hebrew,
  fa: persian,
  hi: hindi,
  zh: chinese,
  ja: japanese,
  ko: korean,
  th: thai,
  cy: welsh,
  ga: irish,
  hy: armenian,
  eu: basque,
  mt: maltese,
  nb: norwegian,
  nn: norwegian,
  bs: croatian,
  mk: bulgarian,
  af: afrikaans,
  sq: albanian,
  ms: indonesian,
}

/** For languages without a table: their marks are paired, and nobody is said to have spoken. */
const UNKNOWN: SpeechGrammar = {
  marks: ['“”', '«»', '„“'],
  wordOrder: 'subject-first',
  verbs: '',
  conjunctions: '',
  breaks: '',
  adverbs: '',
  naming: '',
}

/** Gives the words of a language, made ready on first use. */
export type Vocabularies = (language: Language) => Vocabulary

export function createVocabularies(): Vocabularies {
  const ready = new Map<SpeechGrammar, Vocabulary>()
  return language => {
    const grammar = GRAMMARS[language] ?? UNKNOWN
    let vocabulary = ready.get(grammar)
    if (vocabulary === undefined) {
      vocabulary = createVocabulary(grammar)
      ready.set(grammar, vocabulary)
    }
    return vocabulary
  }
}
