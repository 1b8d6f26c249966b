import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const basque: SpeechGrammar = {
  marks: ['«»', '“”'],
  wordOrder: 'verb-last',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    esan_zuen esan_du dio zioen adierazi_zuen adierazi_du azaldu_zuen azaldu_du gaineratu
    aitortu nabarmendu galdetu erantzun idatzi esan adierazi azaldu`,
  sourcesAfter: 'arabera',
  he: 'hark',
  otherPronouns: 'haiek',
  conjunctions: 'eta edo baina',
  breaks: '',
  adverbs: 'ere',
  naming: 'deituriko',
}
