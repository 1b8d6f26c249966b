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
    szepnął rzekł uważa głosi podała`,
  sources: 'według zdaniem',
  he: 'on',
  she: 'ona',
  otherPronouns: 'oni one',
  ownPronouns: 'ja my ty',
  conjunctions: 'i a ale że iż który która które gdy kiedy jeśli lub bo ponieważ jak',
  relatives: 'który która',
  breaks: 'w we na po przed podczas z ze dla do od dodając',
  adverbs: 'także też jednak wówczas wtedy już nie się',
  roles: 'prezydent premier minister',
  hisTitles: 'pan',
  herTitles: 'pani',
  naming: 'tzw tak_zwany tak_zwana nazwany zwany tytuł',
}
