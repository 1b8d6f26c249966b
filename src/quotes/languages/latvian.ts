import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const latvian: SpeechGrammar = {
  marks: ['“”', '„”', '«»'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'dash', resumes: 'dash' },
  verbs: `
    teica saka sacīja stāsta stāstīja uzsvēra uzsver skaidroja skaidro raksta rakstīja piebilda
    piebilst norādīja norāda atzina atzīst jautāja atbildēja paziņoja iesaucās apgalvo domā
    uzskata vaicāja atcerējās`,
  sources: 'saskaņā pēc',
  he: 'viņš',
  she: 'viņa',
  otherPronouns: 'viņi',
  ownPronouns: 'es mēs tu',
  conjunctions: 'un vai bet ka kad jo kas kurš kura ja',
  breaks: '',
  adverbs: 'arī tad nu ne vēl jau',
  naming: 'tā_sauktais tā_sauktā',
  that: 'ka',
}
