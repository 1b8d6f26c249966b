import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const faroese: SpeechGrammar = {
  marks: ['„“', '””', '«»'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    segði sigur søgdu sögdu siga sagt segja svaraði svarar svaraðu svara spurdi spyr spurdu spurt
    leggur_afturat legði_afturat løgdu_afturat skrivaði skrivar skriva skrivaðu greiddi_frá
    greiðir_frá vísir_á vísti_á fortelur fortaldi fortaldu viðurkennir viðurkendi boðar boðaði
    kunngjørdi kunngjørir váttar váttaði rópar rópaði rópti róptu undirstrikar undirstrikaði
    staðfestir staðfesti sannar sannaði mælti mæltu metir metti meinar meinti heldur helt hildu
    frágreiðir frágreiddi upplýsir upplýsti ávarar ávaraði eggjar eggjaði lovar lovaði krevur kravdi
    vónar vónaði bleiv_spurdur endurtekur endurtók nevnir nevndi lýsir lýsti viðmerkir viðmerkti`,
  weakVerbs: 'kallar kallaði kallaðu',
  sources: 'sambært eftir_orðum',
  auxiliaries: 'er eru var vóru hevur hava hevði høvdu verður kann skal vil má fer',
  he: 'hann',
  she: 'hon',
  otherPronouns: 'teir tær tey tað man hvør',
  ownPronouns: 'eg vit tú tit',
  conjunctions: 'og men at sum tá tí um ella hvussu hvat hví meðan ið',
  relatives: 'sum ið',
  that: 'at',
  breaks: 'í á til eftir við av fyri frá hjá úr undir yvir ímóti móti undan síðani tá',
  adverbs: `
    eisini tá nú ikki so tó síðan her har hevur hevði var er sjálvur sjálv sjálvt tá_ið eina aftur
    aftan`,
  articles: 'ein eitt hin hitt tann hesin henda nakar',
  indefinites: 'ein eitt nakar',
  naming: 'sonevndur sonevnda sonevndi nevnt nevndur nevnd kallað',
  roles: `
    løgmaður landsstýrismaður landsstýriskvinna ráðharri forsætisráðharri borgarstjóri
    býráðsformaður stjóri fundarstjóri formaður næstformaður forkvinna maður kvinna leiðari
    talsmaður talskvinna limur løgtingsmaður tingmaður tingkvinna sendiharri ráðgevi lærari
    skúlastjóri rektari professari granskari frøðingur lækni sjúkrarøktarfrøðingur prestur bispur
    pávi advokatur dómari ákæri løgregla løgreglumaður journalistur blaðstjóri ritstjóri rithøvundur
    høvundur fotografur listamaður listakvinna tónleikari sangari sangarinna sjónleikari leikstjóri
    arkitektur verkfrøðingur búskaparfrøðingur venjari liðformaður leikari málmaður skipari
    fiskimaður útróðrarmaður bóndi bilførari kongur drotning generalur hermaður vitni mamma pápi
    móðir faðir beiggi systir sonur dóttir næmingur granni stovnari eigari umboð`,
  hisTitles: 'harra',
  herTitles: 'frú',
  roleEndings: 'n in inn an ini inum',
  compounds: true,
}
