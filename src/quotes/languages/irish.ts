import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const irish: SpeechGrammar = {
  marks: ['“”', '‘’'],
  wordOrder: 'verb-first',
  verbs: 'arsa dúirt deir scríobh d’fhiafraigh',
  sources: 'de_réir',
  he: 'sé',
  she: 'sí',
  otherPronouns: 'siad',
  conjunctions: 'agus ach nó go nuair má',
  breaks: 'i ar',
  adverbs: '',
  articles: 'an na',
  naming: '',
  that: 'go gur',
}
