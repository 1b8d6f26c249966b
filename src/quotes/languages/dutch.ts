import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const dutch: SpeechGrammar = {
  marks: ['‘’', '“”', '„”'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    zei zegt zeiden zeggen vertelde vertelt schreef schrijft verklaarde verklaart meldde meldt
    antwoordde antwoordt vroeg vraagt benadrukte benadrukt waarschuwde waarschuwt stelde stelt
    beweerde beweert voegde_toe voegt voegde aldus vindt vond noemde noemt liet laat riep roept
    reageerde reageert concludeerde constateert legt erkende bevestigde denkt dacht luidt luidde`,
  auxiliaries: 'heeft had hebben werd wordt is',
  sources: 'volgens',
  he: 'hij',
  she: 'zij ze',
  otherPronouns: 'men het',
  ownPronouns: 'ik we wij je jij u',
  conjunctions: 'en maar dat die toen als omdat terwijl of hoe waarom wat',
  relatives: 'die dat',
  breaks: 'in op aan bij na voor tijdens met over tegen vanuit gisteren vandaag te om',
  adverbs: 'ook toen later nu niet al heeft had is was er',
  articles: 'de het een',
  roles: 'president minister premier meneer mevrouw burgemeester',
  naming: 'zogenaamde zogeheten genaamd genoemd',
}
