import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const welsh: SpeechGrammar = {
  marks: ['“”', '‘’'],
  wordOrder: 'verb-first',
  verbs: 'meddai dywedodd ychwanegodd medd eglurodd ysgrifennodd gofynnodd atebodd dweud',
  sources: 'yn_ôl',
  he: 'ef fe',
  she: 'hi',
  otherPronouns: 'nhw',
  conjunctions: 'a ac ond neu bod pan os',
  breaks: 'yn ar i o gan wrth',
  adverbs: 'hefyd',
  articles: 'y yr',
  naming: '',
  that: 'bod',
}
