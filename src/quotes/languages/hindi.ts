import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const hindi: SpeechGrammar = {
  marks: ['“”'],
  wordOrder: 'verb-last',
  verbs: 'कहा बताया कहते कहती कहना पूछा लिखा बोले बोला बोली जोड़ा जताया',
  sources: 'के_अनुसार',
  he: 'वह उन्होंने उसने',
  otherPronouns: 'वे',
  ownPronouns: 'मैंने हमने',
  conjunctions: 'और या लेकिन कि जो जब अगर',
  breaks: 'में पर',
  adverbs: 'भी ने',
  naming: 'तथाकथित',
}
