import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const basque: SpeechGrammar = {
  marks: ['«»', '“”'],
  wordOrder: 'verb-last',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    esan_zuen esan_du dio zioen adierazi_zuen adierazi_du azaldu_zuen azaldu_du gaineratu
    aitortu nabarmendu galdetu erantzun idatzi esan adierazi azaldu`,
  nameEndings: [['ek', ''], ['rik', ''], ['k', ''], ['ren', ''], ['en', ''], ['ri', ''], ['i', '']],
  sourcesAfter: 'arabera',
  he: 'hark',
  otherPronouns: 'haiek',
  conjunctions: 'eta edo baina',
  breaks: '',
  adverbs: 'ere',
  naming: 'deituriko',
  roles: `
    lehendakari lehendakaria lehendakariak ministro ministroa ministroak alkate alkatea alkateak
    zuzendari zuzendaria zuzendariak buru burua buruak sailburu sailburua sailburuak bozeramaile
    bozeramailea bozeramaileak idazkari idazkaria idazkariak diputatu diputatua legebiltzarkide
    zinegotzi zinegotzia zinegotziak aholkulari irakasle irakaslea irakasleak katedradun
    ikerlari ikerlaria ikerlariak zientzialari zientzialaria historialari historialaria
    arkeologo arkeologoa mediku medikua medikuak erizain erizaina abokatu abokatua abokatuak
    epaile epailea fiskal fiskala polizia idazle idazlea idazleak kazetari kazetaria editore
    argazkilari artista musikari abeslari abeslaria aktore aktorea arkitekto arkitektoa
    ingeniari ingeniaria ekonomialari aditu aditua entrenatzaile entrenatzailea entrenatzaileak
    kapitain kapitaina kapitainak jokalari jokalaria jokalariak atezain arrantzale arrantzalea
    arrantzaleak baserritar baserritarra gidari apaiz apaiza gotzain errege jeneral koronel
    soldadu lekuko lekukoa ama aita anaia arreba emaztea senarra semea alaba ikasle auzokide
    sortzaile jabe jabea andrea jauna`,
}
