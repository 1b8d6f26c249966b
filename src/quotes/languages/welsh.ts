import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const welsh: SpeechGrammar = {
  marks: ['“”', '‘’'],
  wordOrder: 'verb-first',
  verbs: 'meddai dywedodd ychwanegodd medd eglurodd ysgrifennodd gofynnodd atebodd dweud',
  sources: 'yn_ôl',
  he: 'ef fe',
  she: 'hi',
  otherPronouns: 'nhw',
  conjunctions: 'a ac ond neu bod pan os',
  breaks: 'yn ar i o gan wrth',
  adverbs: 'hefyd',
  articles: 'y yr',
  naming: '',
  that: 'bod',
  roles: `
    arlywydd llywydd prif weinidog gweinidog maer cyfarwyddwr cyfarwyddwraig pennaeth arweinydd
    cadeirydd llefarydd ysgrifennydd aelod seneddol cynghorydd llysgennad athro athrawes
    ymchwilydd gwyddonydd hanesydd archeolegydd meddyg doctor nyrs cyfreithiwr cyfreithwraig
    barnwr erlynydd heddwas heddlu awdur awdures newyddiadurwr newyddiadurwraig golygydd
    ffotograffydd artist cerddor canwr cantores actor actores pensaer peiriannydd economegydd
    arbenigwr arbenigwraig hyfforddwr rheolwr capten chwaraewr pysgotwr ffermwr gyrrwr offeiriad
    ficer esgob pab brenin brenhines cadfridog milwr tyst mam tad brawd chwaer gwraig gŵr mab
    merch myfyriwr myfyrwraig cymydog sylfaenydd perchennog harbwrfeistr mr mrs`,
}
