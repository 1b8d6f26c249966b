import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const armenian: SpeechGrammar = {
  marks: ['«»'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: 'ասաց ասում_է ասել հայտարարեց ավելացրեց հարցրեց պատասխանեց գրել նշեց մտածեց եզրափակեց',
  sources: 'ըստ',
  heOrShe: 'նա',
  otherPronouns: 'նրանք',
  ownPronouns: 'ես',
  conjunctions: 'և կամ բայց որ թե երբ եթե',
  breaks: '',
  adverbs: '',
  naming: 'այսպես_կոչված',
  that: 'որ թե',
}
