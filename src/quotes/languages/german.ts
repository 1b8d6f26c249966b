import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const german: SpeechGrammar = {
  marks: ['„“', '‚‘', '»«'],
  wordOrder: 'inverting',
  capitalNouns: true,
  verbs: `
    sagte sagt sagten sagen erklärte erklärt erklärten erklären betonte betont teilte_mit teilte
    teilten meinte meint meinten schrieb schreibt schrieben fügte_hinzu fügte kommentierte
    kommentiert äußerte äußerten äußert kündigte warnte warnt forderte fordert fragte fragt
    antwortete antwortet berichtete berichtet berichteten behauptete behauptet unterstrich
    versicherte versichert bestätigte bestätigt zitierte zitiert rief ruft bekräftigte
    verkündete lautete lautet hieß heißt erwiderte ergänzte begründete stellte_fest räumte
    kritisierte kritisiert gab erzählte erzählt bemerkte gestand bedauerte verlangte gesagt
    erklärt geäußert mitgeteilt gewarnt hob resümierte konstatierte skandierten skandierte
    protestierte informierte urteilt verkündeten bestätigten behaupteten schimpfte jubelte
    drohte schwärmte freute fand bilanzierte analysierte vermutete fuhr_fort fügte_hinzu
    fügt_hinzu fügt ließ_wissen appellierte kritisiert warb mahnte stellte verwies zitiert
    betitelte titelte gestand zugab versprach prophezeite beteuerte bat bedankte verurteilt
    wertet fuhr_fort prophezeite entgegnete führte wies sprach spricht lobte klagte beschrieb
    verteidigte verurteilte sieht sah twitterte`,
  weakVerbs: `
    denkt dachte glaubt glaubte findet fand hofft hoffte warf wirft beschuldigte bewertete
    wertete charakterisierte bestritt bestreitet beschreibt beklagte bemängelte würdigte
    argumentierte rechtfertigte urteilte bezeichnete bezeichnet nannte nennt`,
  auxiliaries: `
    hat habe haben hatte hatten wird wurde wurden werden würde ist war waren sei kann konnte
    muss musste soll sollte will wollte`,
  reportedForms: `
    sei seien habe hätten hätte werde könne könnten solle sollten müsse müssten dürfe wolle gebe
    komme gehe stehe wäre würde würden bestehe finde mache liege führe`,
  sources: `
    so laut nach_angaben nach_angaben_von nach_aussage nach_aussagen nach_ansicht nach_worten
    nach_meinung nach_auffassung`,
  sourcesAfter: 'zufolge',
  he: 'er',
  she: 'sie',
  otherPronouns: 'es man',
  ownPronouns: 'ich wir du',
  conjunctions: 'und aber während weil wenn da dass daß oder denn der die das welcher welche als ob wie was',
  relatives: 'der die das welcher welche',
  breaks: `
    am im in bei nach vor auf mit zu zur zum gegenüber über um aus für gestern heute dazu auch
    weiter wörtlich noch in_einem dem_sender anlässlich laut an dem den des einem einen eines
    seinem ihrem`,
  adverbs: `
    ähnlich so darin damit hier dort auch weiter dann später am gestern heute noch dazu dabei
    zudem gegenüber wörtlich ferner jedoch wiederum daraufhin hat habe haben hatte hatten sich
    ist war montag dienstag mittwoch donnerstag freitag samstag sonntag darauf außerdem bereits
    zuvor anschließend`,
  articles: 'der die das ein eine einer sein seine ihr ihre jeder',
  roles: `
    präsident bundeskanzlerin kanzlerin kanzler minister dr prof außenminister innenminister
    bürgermeister oberbürgermeister ministerpräsident finanzminister verteidigungsminister
    sprecher pressesprecher vorsitzende vorsitzender parteichef fraktionschef chef leiter
    direktor geschäftsführer vorstand vizepräsident abgeordnete abgeordneter politiker senator
    stellvertreter oppositionsführer generalsekretär staatssekretär botschafter diplomat berater
    professor forscher wissenschaftler historiker archäologe lehrer rektor arzt ärztin anwalt
    anwältin rechtsanwalt richter staatsanwalt kommissar polizist ermittler autor schriftsteller
    journalist redakteur fotograf künstler musiker sänger schauspieler regisseur architekt
    ingenieur ökonom analyst experte trainer kapitän spieler torwart torhüter stürmer fischer
    landwirt bauer fahrer lotse pfarrer bischof papst könig prinz general oberst soldat zeuge
    mutter vater bruder schwester frau mann sohn tochter student schüler nachbar gründer inhaber
    besitzer eigentümer unternehmer händler vorarbeiter *chef *leiter *minister *sprecher
    *führer *meister *direktor *präsident *politiker *forscher *trainer *expertin *experte`,
  hisTitles: 'herr könig prinz vater bruder sohn',
  herTitles: `
    frau königin prinzessin mutter schwester tochter *meisterin *sprecherin *ministerin
    *präsidentin *kanzlerin *leiterin *chefin *lehrerin *direktorin`,
  naming: `
    sogenannte sogenannten sogenannter sogenanntes namens titel motto begriff slogan genannt
    genannte genannten film zeitung sender fernsehsender magazin website buch lied sonde
    raumsonde schiff firma projekt organisation band album serie zeitschrift nachrichtenagentur
    tageszeitung wochenzeitung onlineportal portal webseite partei gruppe terrororganisation
    stiftung initiative hotel restaurant club zug oper theaterstück roman song stück preis wort
    wörtern mitglieder_von mitglied_der radiosender nachrichtenmagazin internetseite raumschiff
    raumfähre satellit programm kampagne verein gesellschaft unternehmen operation aktion
    der_zeitung`,
  indefinites: 'ein eine einer einem einen',
  roleEndings: 's n en in innen e es',
  that: 'dass daß',
  hisForms: 'der',
  herForms: 'die',
  compounds: true,
}
