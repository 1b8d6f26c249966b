import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const icelandic: SpeechGrammar = {
  marks: ['„“'],
  wordOrder: 'inverting',
  verbs: `
    sagði segir sögðu segja bætti bætir skrifaði skrifar svaraði spurði tilkynnti viðurkenndi
    útskýrði sagt fullyrti lýsti`,
  sources: 'samkvæmt',
  he: 'hann',
  she: 'hún',
  otherPronouns: 'þeir þær þau það',
  ownPronouns: 'ég við þú',
  conjunctions: 'og en að sem þegar ef því eða hvernig hvað',
  breaks: 'í á til um eftir með af fyrir frá við',
  adverbs: 'einnig líka þá nú ekki við hefur hafði var',
  naming: 'svokallaða svokallaður',
  that: 'að',
}
