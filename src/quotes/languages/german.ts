import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const german: SpeechGrammar = {
  marks: ['„“', '‚‘', '»«'],
  wordOrder: 'inverting',
  capitalNouns: true,
  verbs: `
    sagt sagte sagen sagten gesagt aussagen erklärt erklärte erklären erklärten meint meinte meinen
    meinten betont betonte betonen betonten schreibt schrieb schreiben schrieben geschrieben äußert
    äußerte äußern äußerten geäußert kündigt kündigte kündigten angekündigt warnt warnte warnen
    warnten gewarnt fordert forderte fordern forderten gefordert fragt fragte fragen fragten gefragt
    antwortet antwortete antworten antworteten geantwortet berichtet berichtete berichten
    berichteten behauptet behauptete behaupten behaupteten unterstreicht unterstrich unterstrichen
    versichert versicherte versichern versicherten bestätigt bestätigte bestätigen bestätigten
    zitiert zitierte zitieren zitierten ruft rief rufen riefen gerufen bekräftigt bekräftigte
    bekräftigten verkündet verkündete verkünden verkündeten lautet lautete lauteten
    erwidert erwiderte erwiderten ergänzt ergänzte ergänzten begründet begründete begründeten
    kommentiert kommentierte kommentierten stellt_fest stellte_fest stellte stellten räumt räumte
    räumten eingeräumt kritisiert kritisierte kritisieren kritisierten gab gaben gibt_bekannt
    bekanntgegeben erzählt erzählte erzählen erzählten bemerkt bemerkte bemerkten gesteht gestand
    gestanden bedauert bedauerte bedauerten verlangt verlangte verlangten mitgeteilt teilte teilten
    teilt_mit teilt_dazu hob hebt_hervor hoben resümiert resümierte resümierten konstatiert
    konstatierte konstatierten skandiert skandierte skandierten protestierte protestierten
    informiert informierte informierten urteilt schimpft schimpfte schimpften jubelt jubelte
    jubelten droht drohte drohten gedroht schwärmt schwärmte schwärmten freute bilanziert
    bilanzierte analysiert analysierte vermutet vermutete vermuten vermuteten fährt_fort fuhr_fort
    fügt fügte fügten fügt_hinzu fügte_hinzu fügten_hinzu hinzugefügt lässt_wissen ließ_wissen ließen
    appelliert appellierte appellierten wirbt warb warben mahnt mahnte mahnten gemahnt verweist
    verwies verwiesen betitelt betitelte titelt titelte titelten zugab zugegeben verspricht versprach
    versprachen versprochen prophezeit prophezeite prophezeiten beteuert beteuerte beteuerten bat
    baten bedankt bedankte bedankten verurteilt verurteilte verurteilten entgegnet entgegnete
    entgegneten führte führten wies wiesen weist_darauf weist_zurück spricht sprach sprechen
    sprachen gesprochen lobt lobte lobten klagt klagte klagten beschrieb beschrieben verteidigt
    verteidigte verteidigten twittert twitterte twitterten rät riet rieten geraten empfiehlt empfahl
    empfahlen plädiert plädierte plädierten bezweifelt bezweifelte bezweifelten schildert schilderte
    schilderten geschildert erläutert erläuterte erläuterten präzisiert präzisierte spottet spottete
    spotteten witzelt witzelte witzelten scherzt scherzte scherzten höhnt höhnte höhnten wettert
    wetterte wetterten poltert polterte kontert konterte konterten staunt staunte seufzt seufzte
    stöhnt stöhnte flüstert flüsterte flüsterten murmelt murmelte brüllt brüllte brüllten schreit
    schrie schrien ätzt ätzte giftet giftete erinnert erinnerte erinnerten formuliert formulierte
    formulierten notiert notierte notierten dementiert dementierte dementierten widerspricht
    widersprach widersprachen beschwert beschwerte beschwerten moniert monierte monierten rügt rügte
    rügten befürchtet befürchtete befürchteten argumentiert argumentierte argumentierten legte_dar
    merkt_an merkte_an merkten_an merkte merkten legte_nach schob_nach gratuliert gratulierte
    gratulierten dankt dankte dankten wünschte wünschten beruhigt beruhigte beschwichtigt
    beschwichtigte ermahnt ermahnte ermahnten offenbart offenbarte verriet verraten ausgesagt
    sichert sicherte sicherten zugesichert stellt_klar stellte_klar klargestellt
    zeigte_sich zeigten_sich zeigt_sich zeigen_sich gab_sich gibt_sich`,
  weakVerbs: `
    denkt dachte dachten glaubt glaubte glauben glaubten findet fand finden fanden hofft hoffte
    hoffen hofften wirft warf warfen beschuldigt beschuldigte beschuldigten bewertet bewertete
    bewerteten wertet wertete werten werteten gewertet charakterisiert charakterisierte
    charakterisierten bestreitet bestritt bestritten beschreibt beschreiben beklagt beklagte
    beklagen beklagten bemängelt bemängelte bemängelten würdigt würdigte würdigten rechtfertigt
    rechtfertigte rechtfertigten urteilte urteilten bezeichnet bezeichnete bezeichnen bezeichneten
    nennt nannte nennen nannten genannt sieht sah sehen sahen betrachtet betrachtete betrachten
    betrachteten begrüßt begrüßte begrüßten feiert feierte feierten befindet befand befanden
    beurteilt beurteilte beurteilten attackiert attackierte attackierten geißelt geißelte
    brandmarkt brandmarkte bezeichnete_sich stuft stufte stuften eingestuft erachtet erachtete
    erachteten zurückgewiesen hält hielt halten hielten empfindet empfand empfanden titulierte
    tituliert verspottete verspottet`,
  auxiliaries: `
    hat habe haben hatte hatten wird wurde wurden werden würde würden ist war waren sei seien sind
    kann konnte können konnten muss musste müssen mussten soll sollte sollen sollten will wollte
    wollen wollten darf durfte möchte`,
  reportedForms: `
    sei seien habe hätten hätte werde könne könnten solle sollten müsse müssten dürfe wolle gebe
    komme gehe stehe wäre würde würden bestehe finde mache liege führe bleibe lasse sehe brauche
    wisse nehme halte handele handle gelte bringe fehle zeige drohe bedeute verstoße`,
  sources: `
    so wie laut gemäß nach_angaben nach_angaben_von nach_den_angaben nach_aussage nach_aussagen
    nach_den_aussagen nach_der_aussage nach_ansicht nach_der_ansicht nach_worten nach_den_worten
    nach_meinung nach_der_meinung nach_auffassung nach_einschätzung nach_darstellung
    nach_darstellungen nach_bewertung nach_informationen nach_überzeugung nach_auskunft
    nach_mitteilung nach_ankündigung nach_der_ankündigung nach_bekunden nach_lesart mit_den_worten_von
heißt_es_in heißt_es_im heißt_es_auf heißt_es_bei heißt_es_beim heißt_es_von heißt_es_vom
    heißt_es_aus heißt_es_seitens heißt_es_dazu_in heißt_es_dazu_im heißt_es_dazu_auf heißt_es_dazu_bei
    heißt_es_dazu_beim heißt_es_dazu_von heißt_es_dazu_vom heißt_es_dazu_aus heißt_es_dazu_seitens
    heißt_es_weiter_in heißt_es_weiter_im heißt_es_weiter_auf heißt_es_weiter_bei heißt_es_weiter_beim
    heißt_es_weiter_von heißt_es_weiter_vom heißt_es_weiter_aus heißt_es_weiter_seitens
    heißt_es_wörtlich_in heißt_es_wörtlich_im heißt_es_wörtlich_auf heißt_es_wörtlich_bei
    heißt_es_wörtlich_beim heißt_es_wörtlich_von heißt_es_wörtlich_vom heißt_es_wörtlich_aus
    heißt_es_wörtlich_seitens hieß_es_in hieß_es_im hieß_es_auf hieß_es_bei hieß_es_beim hieß_es_von
    hieß_es_vom hieß_es_aus hieß_es_seitens hieß_es_dazu_in hieß_es_dazu_im hieß_es_dazu_auf
    hieß_es_dazu_bei hieß_es_dazu_beim hieß_es_dazu_von hieß_es_dazu_vom hieß_es_dazu_aus
    hieß_es_dazu_seitens hieß_es_weiter_in hieß_es_weiter_im hieß_es_weiter_auf hieß_es_weiter_bei
    hieß_es_weiter_beim hieß_es_weiter_von hieß_es_weiter_vom hieß_es_weiter_aus hieß_es_weiter_seitens
    hieß_es_wörtlich_in hieß_es_wörtlich_im hieß_es_wörtlich_auf hieß_es_wörtlich_bei
    hieß_es_wörtlich_beim hieß_es_wörtlich_von hieß_es_wörtlich_vom hieß_es_wörtlich_aus
    hieß_es_wörtlich_seitens
    nach_seiner_ansicht nach_seiner_meinung nach_seiner_auffassung nach_seinen_worten
    nach_seinen_angaben nach_seiner_einschätzung seiner_ansicht_nach seiner_meinung_nach
    seiner_auffassung_nach seinen_worten_nach seinen_angaben_nach nach_eigenen_angaben
    nach_eigener_aussage nach_eigenem_bekunden nach_ihrer_ansicht nach_ihrer_meinung
    nach_ihrer_auffassung nach_ihren_worten nach_ihren_angaben nach_ihrer_einschätzung
    ihrer_ansicht_nach ihrer_meinung_nach ihrer_auffassung_nach ihren_worten_nach ihren_angaben_nach`,
  sourcesAfter: 'zufolge heißt_es hieß_es ist_zu_lesen war_zu_lesen zu_lesen',
  he: `
    er nach_seiner_ansicht nach_seiner_meinung nach_seiner_auffassung nach_seinen_worten
    nach_seinen_angaben nach_seiner_einschätzung seiner_ansicht_nach seiner_meinung_nach
    seiner_auffassung_nach seinen_worten_nach seinen_angaben_nach`,
  she: `
    sie nach_ihrer_ansicht nach_ihrer_meinung nach_ihrer_auffassung nach_ihren_worten
    nach_ihren_angaben nach_ihrer_einschätzung ihrer_ansicht_nach ihrer_meinung_nach
    ihrer_auffassung_nach ihren_worten_nach ihren_angaben_nach`,
  otherPronouns: 'es man',
  ownPronouns: 'ich wir du',
  conjunctions: `
    und aber doch während weil wenn da dass daß oder denn als ob wie was nachdem bevor obwohl damit sondern
    sowie indem falls sofern wo warum wobei wodurch`,
  relatives: 'der die das den dem dessen deren denen welcher welche welches',
  breaks: `
    in im ins an am ans auf aufs bei beim nach vor vom von mit zu zur zum gegenüber über übers um aus
    für durch gegen ohne unter zwischen seit während wegen trotz dank hinter neben per pro statt bis ab
    außer innerhalb außerhalb angesichts aufgrund hinsichtlich bezüglich infolge mittels seitens
    zugunsten anstelle via jenseits unweit anlässlich laut gemäß entgegen samt nebst namens
    in_einem dem_sender
    dem den des einem einen eines seinem seinen seines seiner ihrem ihren ihres ihrer diesem diesen
    dieses jenem jenen keinem keinen unserem unseren`,
  adverbs: `
    ähnlich so darin damit hier dort auch weiter dann später gestern heute noch dazu dabei zudem
    wörtlich ferner jedoch wiederum daraufhin hat habe haben hatte hatten sich ist war montag dienstag
    mittwoch donnerstag freitag samstag sonnabend sonntag darauf außerdem bereits zuvor anschließend
    allerdings dagegen hingegen indessen unterdessen inzwischen deshalb daher deswegen demnach
    zugleich gleichzeitig schließlich zuletzt zunächst kürzlich jüngst nun jetzt damals einst schon
    erst nur sogar ebenso ebenfalls gleichfalls dennoch trotzdem immer wieder erneut mehrfach
    weiterhin darüber daran davon davor dafür danach hierzu hierauf vorab abschließend eingangs
    offenbar angeblich vermutlich möglicherweise vielleicht eigentlich zwar nämlich etwa ausdrücklich
    lediglich selbst folgendes folgendermaßen weitergehend beispielsweise unter_anderem
    demgegenüber einerseits andererseits insbesondere vorher nachher morgens abends mittags derzeit derweil
    seither seitdem mittlerweile bislang bisher nunmehr ansonsten stattdessen nichtsdestotrotz jedenfalls besonders allein
    anfang mitte ende januar februar märz mai juni juli september oktober november dezember
    *lich *weise *isch *ierend`,
  articles: `
    der die das ein eine einer sein seine ihr ihre jeder jede jedes dieser diese jener jene kein keine
    mehrere einige viele zahlreiche alle beide dessen deren unser unsere
    dem den des einem einen eines seinem seinen seines seiner ihrem ihren ihres ihrer diesem diesen
    dieses jenem jenen keinem keinen unserem unseren`,
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
  institutions: `
    *partei *regierung *ministerium *amt *behörde *gericht *gerichtshof *universität *hochschule
    *polizei *verband *gewerkschaft *kommission *rat *parlament *fraktion *ausschuss *bank *konzern
    *verein *kirche *kammer *agentur *zeitung *sender *institut *stiftung *staatsanwaltschaft
    *verwaltung *unternehmen *organisation partei regierung ministerium amt behörde gericht polizei
    verband gewerkschaft kommission rat parlament fraktion bank konzern verein kirche universität
    staatsanwaltschaft verwaltung unternehmen organisation`,
  hisTitles: 'herr könig prinz vater bruder sohn',
  herTitles: `
    frau königin prinzessin mutter schwester tochter *meisterin *sprecherin *ministerin
    *präsidentin *kanzlerin *leiterin *chefin *lehrerin *direktorin`,
  naming: `
    sogenannte sogenannten sogenannter sogenanntes namens titel motto begriff heißt hieß heißen hießen slogan genannt
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
