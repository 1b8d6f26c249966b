import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const turkish: SpeechGrammar = {
  marks: ['“”', '‘’'],
  wordOrder: 'verb-last',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    dedi dediler diyor diyorlar söyledi söylüyor belirtti belirtiyor açıkladı ekledi ekliyor
    yazdı yazıyor sordu soruyor ifade_etti kaydetti vurguladı konuştu anlattı bildirdi savundu
    iddia_etti uyardı yanıtladı bağırdı düşündü der derken diye dedim demiş demişti diyen
    cevap_verdi`,
  sourcesAfter: 'göre',
  heOrShe: 'o',
  otherPronouns: 'onlar',
  ownPronouns: 'ben biz sen',
  conjunctions: 've veya ama ki ancak fakat çünkü',
  breaks: '',
  adverbs: 'da de ise bu sonra dün bugün',
  articles: 'bir',
  roles: 'bay bayan başkan',
  naming: 'sözde adlı denilen sözcüğü kelimesi',
}
