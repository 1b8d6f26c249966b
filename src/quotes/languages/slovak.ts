import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const slovak: SpeechGrammar = {
  marks: ['„“'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    povedal povedala povedali hovorí hovoril hovorila uviedol uviedla uvádza dodal dodala dodáva
    napísal napísala píše vyhlásil vyhlásila tvrdí vysvetlil vysvetlila poznamenal odpovedal
    odpovedala spýtal spýtala upozornil zdôraznil potvrdil priznal oznámil pripomenul myslí`,
  sources: 'podľa',
  he: 'on',
  she: 'ona',
  otherPronouns: 'oni',
  ownPronouns: 'ja my ty',
  conjunctions: 'a i ale že ktorý ktorá ktoré keď či alebo pretože ako',
  breaks: 'v vo na po pred počas s so pre do od z zo k o pri za',
  adverbs: 'tiež však potom už ešte sa si to',
  naming: 'takzvaný takzvaná tzv',
  that: 'že',
}
