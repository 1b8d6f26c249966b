/** What a word is to the reader of reported speech: bits, since a word may be several things. */
export const WORD_CLASS = {
  verb: 1,
  weakVerb: 2,
  nounLike: 4,
  participle: 8,
  auxiliary: 16,
  reportedForm: 32,
  speechNoun: 64,
  source: 128,
  sourceAfter: 256,
  he: 512,
  she: 1024,
  heOrShe: 2048,
  otherPronoun: 4096,
  conjunction: 8192,
  relative: 16384,
  break: 32768,
  adverb: 65536,
  article: 131072,
  role: 262144,
  hisTitle: 524288,
  herTitle: 1048576,
  naming: 2097152,
  particle: 4194304,
  verbEnding: 8388608,
  hisForm: 16777216,
  herForm: 33554432,
  subjectMarker: 67108864,
  institution: 134217728,
  ownPronoun: 268435456,
  indefinite: 536870912,
  genitive: 1073741824,
  that: -2147483648,
} as const

export const PRONOUN = WORD_CLASS.he | WORD_CLASS.she | WORD_CLASS.heOrShe | WORD_CLASS.otherPronoun
export const CUE_VERB = WORD_CLASS.verb | WORD_CLASS.weakVerb

export type PronounKind = 'he' | 'she' | 'heOrShe' | 'other'

export function pronounKind(classes: number): PronounKind | undefined {
  if (classes & WORD_CLASS.he) return classes & WORD_CLASS.she ? 'heOrShe' : 'he'
  if (classes & WORD_CLASS.she) return 'she'
  if (classes & WORD_CLASS.heOrShe) return 'heOrShe'
  return classes & WORD_CLASS.otherPronoun ? 'other' : undefined
}
