import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const norwegian: SpeechGrammar = {
  marks: ['«»', '“”', '""'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    sa sier si seier sagt legger_til la_til la legger forteller fortalte fortel skriver skrev
    skriv mener meinte meiner meinar mente forklarer forklarte forklarar uttaler uttalte uttalar
    opplyser opplyste opplyser svarer svarte svarar spør spurte spurde spør_han hevder hevdet
    hevdar påpeker påpekte konstaterer konstaterte understreker understreket understrekar sukker
    ler smiler roper ropte ropar kommenterer kommenterte fastslår fastslo tror synes syns
    advarer advarte åtvarar innrømmer innrømmet vedgår erklærer erklærte siterer siterte
    bekrefter bekreftet fortsetter fortsatte held_fram utbryter hvisker minner medgir lover
    varsler oppfordrer krever tilføyer tilføyde tilføyer poengterer presiserer avslutter
    uttrykker beskriver opplyste melder meldte heter het lyder lød fnyser mumler tenker tenkte
    oppsummerer rapporterer gjentar anslår`,
  weakVerbs: `
    mener kaller kalte omtaler beskriver ønsker håper frykter snakker viser viste ber oppgir
    kallar`,
  sources: 'ifølge følge i_følge ifølgje',
  he: 'han',
  she: 'hun ho henne',
  otherPronouns: 'de man dei det',
  ownPronouns: 'jeg eg vi du dere me',
  conjunctions: 'og men mens når fordi at som om hvis eller hvordan hvorfor hva siden',
  relatives: 'som',
  breaks: `
    i på til da etter før under ved med for tirsdag mandag onsdag torsdag fredag lørdag søndag
    selv videre lattermildt ifølge nå til_vg der her fra mot over uten hos`,
  adverbs: `
    også da så nå no ikke ikkje selv tidligere tidlegare senere tirsdag mandag onsdag torsdag
    fredag lørdag søndag til har hadde at seg fortsatt videre ble blir`,
  articles: 'en et ein eit den det de dei ei',
  roles: `
    president statsminister utenriksminister statsråd minister leder leiar rådgiver kong
    dronning prins advokat professor ordfører politiadvokat direktør sjef talsmann talskvinne
    talsperson formann styreleder styreleiar ordførar rådmann byråd fylkesmann politiker
    stortingsrepresentant representant sekretær ambassadør diplomat rådgjevar forsker forskar
    lærer lærar rektor lege legar sykepleier sjukepleiar dommer dommar aktor politimester
    politimeister etterforsker forfatter forfattar journalist redaktør fotograf kunstner
    kunstnar musiker musikar sanger songar skuespiller skodespelar regissør arkitekt ingeniør
    økonom analytiker analytikar ekspert trener trenar kaptein spiller spelar keeper spiss
    målvakt fisker fiskar bonde sjåfør skipper los prest biskop konge general oberst soldat
    vitne mor far bror søster kone mann sønn datter dotter bestemor bestefar student elev nabo
    gründer eier eigar gjenger havnesjef hamnesjef inspektør ingeniør arkeolog historiker
    historikar *sjef *leder *leiar *minister *direktør *lærer *lærar *mester *inspektør *trener
    *forsker *politiker *advokat`,
  hisTitles: 'herr kong prins far bror sønn bestefar mann konge',
  herTitles: 'fru dronning prinsesse mor søster kone datter dotter bestemor kvinne',
  naming: `
    såkalte såkalt såkalla begrepet uttrykket ordet tittelen kalt kalla boka filmen boken
    albumet låta sangen`,
  indefinites: 'en et ein eit ei',
  auxiliaries: `
    er var har hadde vil ville skal skulle kan kunne må måtte blir ble vart ligger lå står stod
    sto kommer kom får fikk`,
  roleEndings: 'en et a n ar er ane ene',
  that: 'at',
  compounds: true,
}
