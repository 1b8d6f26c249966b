import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const basque: SpeechGrammar = {
  marks: ['«»', '“”'],
  wordOrder: 'verb-last',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    esan_zuen esan_du esan_zuten esan_dute esan_zidan esan_zion esan_dio dio diote zioen zioten
    dioenez adierazi_zuen adierazi_du adierazi_zuten adierazi_dute adierazi_zien azaldu_zuen
    azaldu_du azaldu_zuten azaldu_dute gaineratu_zuen gaineratu_du gehitu_zuen gehitu_du
    erantsi_zuen erantsi_du aitortu_zuen aitortu_du nabarmendu_zuen nabarmendu_du azpimarratu_zuen
    azpimarratu_du salatu_zuen salatu_du ohartarazi_zuen ohartarazi_du jakinarazi_zuen jakinarazi_du
    iragarri_zuen iragarri_du baieztatu_zuen baieztatu_du ukatu_zuen ukatu_du galdetu_zuen
    galdetu_du erantzun_zuen erantzun_du erantzun_zion idatzi_zuen idatzi_du kritikatu_zuen
    kritikatu_du gogoratu_zuen gogorarazi_zuen gogorarazi_du deitoratu_zuen deitoratu_du uste_du
    iritzi_zion agindu_zuen eskatu_zuen eskatu_du berretsi_zuen berretsi_du zehaztu_zuen zehaztu_du
    aldarrikatu_zuen aldarrikatu_du kontatu_zuen kontatu_du oihukatu_zuen gaineratu gehitu erantsi
    aitortu nabarmendu azpimarratu salatu ohartarazi jakinarazi galdetu erantzun idatzi esan
    adierazi azaldu baieztatu berretsi kontatu`,
  nameEndings: [['ek', ''], ['rik', ''], ['k', ''], ['ren', ''], ['en', ''], ['ri', ''], ['i', '']],
  subjectEndings: ['ek', 'k'],
  sourcesAfter: 'arabera ustez hitzetan esanetan iritziz',
  otherPronouns: 'haiek hauek horiek',
  conjunctions: 'eta edo baina nahiz baizik zeren',
  breaks: '',
  adverbs: `
    ere halaber berriz aldiz ordea gainera atzo gaur bestalde orobat beraz hala_ere horrela honela
    aldetik bere gaurkoan bihar pozik iaz jada orain bart`,
  ownPronouns: 'nik guk zuk zuek ni gu',
  heOrShe: 'hark berak harek',
  naming: 'deituriko delako izeneko deitutako deritzon',
  institutions: `
    gobernua gobernuak alderdia alderdiak epaitegiak auzitegiak udalak elkarteak taldeak sindikatuak`,
  roles: `
    lehendakari lehendakaria lehendakariak ministro ministroa ministroak alkate alkatea alkateak
    zuzendari zuzendaria zuzendariak buru burua buruak sailburu sailburua sailburuak bozeramaile
    bozeramailea bozeramaileak idazkari idazkaria idazkariak diputatu diputatua legebiltzarkide
    zinegotzi zinegotzia zinegotziak aholkulari irakasle irakaslea irakasleak katedradun ikerlari
    ikerlaria ikerlariak zientzialari zientzialaria historialari historialaria arkeologo arkeologoa
    mediku medikua medikuak erizain erizaina abokatu abokatua abokatuak epaile epailea fiskal
    fiskala polizia idazle idazlea idazleak kazetari kazetaria editore argazkilari artista musikari
    abeslari abeslaria aktore aktorea arkitekto arkitektoa ingeniari ingeniaria ekonomialari aditu
    aditua entrenatzaile entrenatzailea entrenatzaileak kapitain kapitaina kapitainak jokalari
    jokalaria jokalariak atezain arrantzale arrantzalea arrantzaleak baserritar baserritarra gidari
    apaiz apaiza gotzain errege jeneral koronel soldadu lekuko lekukoa ama aita anaia arreba emaztea
    senarra semea alaba ikasle auzokide sortzaile jabe jabea andrea jauna`,
}
