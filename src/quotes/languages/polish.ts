import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const polish: SpeechGrammar = {
  marks: ['„”', '«»'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'dash', resumes: 'dash' },
  verbs: `
    powiedział powiedziała powiedzieli mówi mówił mówiła dodał dodała dodaje stwierdził
    stwierdziła twierdzi oświadczył oświadczyła wyjaśnił wyjaśniła wyjaśnia napisał napisała
    pisze podkreślił podkreśliła podkreśla zaznaczył zaznaczyła ocenił oceniła ocenia przyznał
    przyznała przyznaje poinformował poinformowała zapytał zapytała pyta odpowiedział
    odpowiedziała odpowiada zauważył zauważyła zapewnił zapewnia tłumaczy tłumaczył przekonuje
    przypomniał ostrzegł relacjonuje opowiada skomentował zwrócił ogłosił zawołał krzyknął
    szepnął rzekł uważa głosi podała zapowiedział zapowiedziała zapowiada`,
  sources: 'według zdaniem',
  he: 'on',
  she: 'ona',
  otherPronouns: 'oni one',
  ownPronouns: 'ja my ty',
  conjunctions: 'i a ale że iż który która które gdy kiedy jeśli lub bo ponieważ jak',
  relatives: 'który która',
  breaks: 'w we na po przed podczas z ze dla do od dodając',
  adverbs: 'także też jednak wówczas wtedy już nie się',
  roles: `
    prezydent premier minister burmistrz burmistrzyni wójt wojewoda starosta dyrektor dyrektorka
    szef szefowa lider prezes prezeska rzecznik rzeczniczka sekretarz poseł posłanka senator
    radny radna ambasador dyplomata doradca profesor badacz badaczka naukowiec historyk
    nauczyciel nauczycielka lekarz lekarka pielęgniarka adwokat prawnik sędzia prokurator
    policjant komisarz pisarz pisarka autor autorka dziennikarz dziennikarka redaktor fotograf
    artysta muzyk piosenkarz aktor aktorka reżyser architekt inżynier ekonomista analityk
    ekspert trener kapitan zawodnik zawodniczka bramkarz napastnik rybak rolnik kierowca ksiądz
    biskup papież król książę generał pułkownik żołnierz świadek matka ojciec brat siostra żona
    mąż syn córka student uczeń sąsiad sąsiadka założyciel właściciel zastępca położna`,
  hisTitles: 'pan król ojciec brat syn mąż',
  herTitles: 'pani królowa matka siostra córka żona burmistrzyni dyrektorka nauczycielka aktorka',
  naming: 'tzw tak_zwany tak_zwana nazwany zwany tytuł',
  dropsSubject: true,
  hisForms: '*ał *ił *ył *ął *ekł',
  herForms: '*ała *iła *yła *ęła *ekła',
  nameEndings: [['skiego', 'ski'], ['ckiego', 'cki'], ['skiej', 'ska'], ['ckiej', 'cka'], ['owi', ''], ['ego', 'y'], ['ego', 'i'], ['iem', ''], ['em', ''], ['ej', 'a'], ['ii', 'ia'], ['ą', 'a'], ['ę', 'a'], ['y', 'a'], ['i', 'a'], ['a', '']],
  weakVerbs: 'nazwał nazwała nazywa określa określił określiła mówił_o',
  that: 'że iż',
}
