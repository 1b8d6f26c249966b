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
  auxiliaries: 'is was zijn waren heeft had hebben hadden werd wordt zal zou kan kon moet moest wil wilde',
  sources: 'volgens',
  he: 'hij',
  she: 'zij ze',
  otherPronouns: 'men het',
  ownPronouns: 'ik we wij je jij u',
  conjunctions: 'en maar dat die toen als omdat terwijl of hoe waarom wat',
  relatives: 'die dat',
  breaks: 'in op aan bij na voor tijdens met over tegen vanuit gisteren vandaag te om',
  adverbs: 'ook toen later nu niet al heeft had is was er',
  articles: 'de het een zijn haar hun',
  roles: `
    president minister premier meneer mevrouw burgemeester wethouder woordvoerder woordvoerster
    directeur voorzitter leider chef hoofd baas politicus kamerlid staatssecretaris commissaris
    ambassadeur diplomaat adviseur hoogleraar professor onderzoeker wetenschapper historicus
    leraar docent rector arts dokter verpleegkundige advocaat rechter officier agent schrijver
    auteur journalist redacteur fotograaf kunstenaar muzikant zanger zangeres acteur actrice
    regisseur architect ingenieur econoom analist deskundige expert trainer coach aanvoerder
    speler keeper spits visser boer chauffeur priester bisschop paus koning prins generaal
    kolonel soldaat getuige moeder vader broer zus vrouw man zoon dochter student leerling
    buurman buurvrouw oprichter eigenaar`,
  naming: 'zogenaamde zogeheten genaamd genoemd',
  indefinites: 'een',
  roleEndings: 's en e',
  hisTitles: 'koning prins vader broer zoon buurman',
  herTitles: 'koningin prinses moeder zus dochter buurvrouw',
  that: 'dat',
  compounds: true,
}
