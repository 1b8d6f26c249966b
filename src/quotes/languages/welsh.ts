import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const welsh: SpeechGrammar = {
  marks: ['“”', '‘’'],
  wordOrder: 'verb-first',
  verbs: `
    meddai medd meddent dywedodd dywed dywedasant dywedwyd dwedodd ychwanegodd ychwanega eglurodd
    esboniodd ysgrifennodd ysgrifenna gofynnodd gofyn holodd atebodd etyb dweud mynnodd honnodd
    cyhoeddodd datganodd cyfaddefodd cydnabu rhybuddiodd pwysleisiodd nododd soniodd cadarnhaodd
    gwadodd beirniadodd galwodd gwaeddodd sibrydodd addawodd awgrymodd croesawodd trydarodd sylwodd
    adroddodd cofiodd parhaodd`,
  sources: 'yn_ôl',
  he: 'ef fe e o fo yntau',
  she: 'hi hithau',
  otherPronouns: 'nhw hwy nhwythau',
  conjunctions: 'a ac ond neu bod pan os fod gan tra oherwydd er',
  breaks: 'yn ar o gan wrth am at dan dros drwy heb hyd mewn rhag tan trwy',
  adverbs: 'hefyd ddoe heddiw wedyn eto yna yma ymlaen',
  articles: 'y yr',
  weakVerbs: 'galwodd disgrifiodd credai cred',
  ownPronouns: 'fi i ni chi ti',
  naming: 'enw ffilm nofel llyfr gair hyn_a_elwir',
  that: 'bod',
  roles: `
    arlywydd llywydd prif weinidog gweinidog maer cyfarwyddwr cyfarwyddwraig pennaeth arweinydd
    cadeirydd llefarydd ysgrifennydd aelod seneddol cynghorydd llysgennad athro athrawes ymchwilydd
    gwyddonydd hanesydd archeolegydd meddyg doctor nyrs cyfreithiwr cyfreithwraig barnwr erlynydd
    heddwas heddlu awdur awdures newyddiadurwr newyddiadurwraig golygydd ffotograffydd artist
    cerddor canwr cantores actor actores pensaer peiriannydd economegydd arbenigwr arbenigwraig
    hyfforddwr rheolwr capten chwaraewr pysgotwr ffermwr gyrrwr offeiriad ficer esgob pab brenin
    brenhines cadfridog milwr tyst mam tad brawd chwaer gwraig gŵr mab merch myfyriwr myfyrwraig
    cymydog sylfaenydd perchennog harbwrfeistr mr mrs ms brif prifweinidog lefarydd ddirprwy
    gadeirydd gyfarwyddwr faer swyddog aelod-seneddol`,
}
