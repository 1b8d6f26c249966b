import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const lithuanian: SpeechGrammar = {
  marks: ['„“'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'dash', resumes: 'dash' },
  verbs: `
    sakė sako teigė teigia pridūrė priduria rašė rašo pažymėjo pabrėžė pabrėžia paaiškino
    aiškino aiškina pasakojo pasakoja paklausė klausė atsakė pranešė pareiškė patikino galvojo
    tvirtino kalbėjo priminė pripažino`,
  sources: 'pasak anot',
  he: 'jis',
  she: 'ji',
  otherPronouns: 'jie',
  ownPronouns: 'aš mes tu',
  conjunctions: 'ir ar bet kad jog kai nes kas kuris kuri jei',
  breaks: '',
  adverbs: 'taip pat tada dabar ne dar jau',
  naming: 'vadinamasis vadinamoji vadinamąjį',
  that: 'kad jog',
}
