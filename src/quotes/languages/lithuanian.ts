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
  roles: `
    prezidentas prezidentė premjeras premjerė ministras ministrė pirmininkas pirmininkė meras
    merė vadovas vadovė direktorius direktorė viršininkas viršininkė lyderis lyderė atstovas
    atstovė spaudos sekretorius sekretorė seimo narys narė ambasadorius ambasadorė patarėjas
    patarėja profesorius profesorė mokslininkas mokslininkė tyrėjas tyrėja istorikas istorikė
    archeologas archeologė mokytojas mokytoja gydytojas gydytoja daktaras slaugytoja advokatas
    advokatė teisėjas teisėja prokuroras prokurorė policininkas pareigūnas pareigūnė komisaras
    rašytojas rašytoja autorius autorė žurnalistas žurnalistė redaktorius redaktorė fotografas
    fotografė dailininkas dailininkė menininkas menininkė muzikantas muzikantė dainininkas
    dainininkė aktorius aktorė režisierius režisierė architektas architektė inžinierius
    inžinierė ekonomistas ekonomistė ekspertas ekspertė analitikas analitikė treneris trenerė
    kapitonas kapitonė žaidėjas žaidėja vartininkas puolėjas žvejys žvejė ūkininkas ūkininkė
    vairuotojas vairuotoja kunigas vyskupas popiežius karalius generolas pulkininkas karys
    liudytojas liudytoja motina mama tėvas brolis sesuo žmona vyras sūnus dukra studentas
    studentė kaimynas kaimynė įkūrėjas įkūrėja savininkas savininkė ponas ponia`,
}
