import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const dutch: SpeechGrammar = {
  marks: ['‘’', '“”', '„”'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    zegt zei zeggen zeiden gezegd vertelt vertelde vertellen vertelden verteld schrijft schreef
    schrijven schreven geschreven verklaart verklaarde verklaren verklaarden verklaard meldt meldde
    melden meldden gemeld antwoordt antwoordde antwoorden antwoordden geantwoord vraagt vroeg vragen
    vroegen gevraagd benadrukt benadrukte benadrukken benadrukten waarschuwt waarschuwde waarschuwen
    waarschuwden gewaarschuwd stelt stelde stellen stelden gesteld beweert beweerde beweren
    beweerden beweerd voegt voegde voegden voegt_toe voegde_toe toegevoegd aldus luidt luidde
    laat_weten liet_weten laat liet lieten roept riep roepen riepen geroepen reageert reageerde
    reageren reageerden gereageerd concludeert concludeerde concludeerden constateert constateerde
    constateerden legt_uit legde_uit legt legde legden uitgelegd erkent erkende erkenden erkend
    bevestigt bevestigde bevestigden bevestigd belooft beloofde beloofden beloofd verzucht
    verzuchtte verzuchtten zucht zuchtte oordeelt oordeelde oordeelden klaagt klaagde klaagden
    geklaagd schreeuwt schreeuwde schreeuwden fluistert fluisterde fluisterden mompelt mompelde
    grapt grapte grapten spot spotte lacht lachte herinnert herinnerde beaamt beaamde beaamden
    onderstreept onderstreepte onderstreepten betoogt betoogde betoogden pleit pleitte pleitten
    dreigt dreigde dreigden eist eiste eisten geëist bekent bekende bekenden geeft_toe gaf_toe
    toegegeven besluit besloot merkt_op merkte_op merkt merkte opgemerkt citeert citeerde citeerden
    kondigt kondigde kondigden aangekondigd twittert twitterde tweette appt appte sprak spreekt
    spreken spraken gesproken vindt vond vinden vonden noemt noemde noemen noemden denkt dacht
    denken dachten meent meende menen meenden tekent_aan tekende_aan vervolgt vervolgde vervolgden
    jubelt jubelde juicht juichte foetert foeterde moppert mopperde`,
  weakVerbs: `
    bestempelt bestempelde bestempelen bestempelden bestempeld omschrijft omschreef omschrijven
    omschreven beschrijft beschreef beschrijven beschreven bekritiseert bekritiseerde bekritiseerden
    hekelt hekelde hekelden prijst prees prezen gelooft geloofde geloven geloofden hoopt hoopte
    hopen hoopten vreest vreesde vrezen vreesden ziet zag zien zagen verwijt verweet verwijten
    verweten betitelt betitelde`,
  nounLike: `
    zeggen vertellen schrijven verklaren melden antwoorden vragen benadrukken waarschuwen stellen
    beweren laten roepen reageren spreken vinden noemen denken menen omschrijven beschrijven geloven
    hopen vrezen zien prijzen`,
  auxiliaries: 'is was zijn waren heeft had hebben hadden werd wordt zal zou kan kon moet moest wil wilde',
  sources: 'volgens',
  he: 'hij',
  she: 'zij ze',
  otherPronouns: 'men het',
  ownPronouns: 'ik we wij je jij u',
  conjunctions: 'en maar dat die toen als omdat terwijl of hoe waarom wat',
  relatives: 'die dat',
  breaks: `
    in op aan bij na voor tijdens met over tegen vanuit van uit door naar onder tussen zonder sinds
    wegens ondanks binnen buiten naast achter per tot rond tegenover namens te om gisteren vandaag`,
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
