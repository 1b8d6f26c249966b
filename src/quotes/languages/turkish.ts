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
    diyordu diyorlardı demekte söylemişti belirtmişti konuşmuştu açıklamıştı diyen deyince cevapladı hatırlattı
    cevap_verdi yanıt_verdi yanıtını_verdi söyleyen belirten diyerek`,
  sourcesAfter: 'göre',
  heOrShe: 'o',
  otherPronouns: 'onlar',
  ownPronouns: 'ben biz sen',
  conjunctions: 've veya ama ki ancak fakat çünkü',
  breaks: 'ile için',
  adverbs: 'da de ise bu sonra dün bugün',
  articles: 'bir',
  roles: `
    bay bayan başkan başkanı başbakan cumhurbaşkanı bakan bakanı vali valisi belediye müdür
    müdürü yönetmen yönetmeni sözcü sözcüsü lider lideri genel sekreter sekreteri milletvekili
    senatör büyükelçi büyükelçisi danışman danışmanı profesör prof doktor dr araştırmacı bilim
    insanı tarihçi öğretmen öğretmeni hemşire avukat avukatı yargıç savcı savcısı polis komiser
    yazar yazarı gazeteci editör fotoğrafçı sanatçı müzisyen şarkıcı oyuncu oyuncusu mimar
    mühendis ekonomist analist uzman uzmanı direktör direktörü antrenör antrenörü hoca kaptan
    kaptanı futbolcu kaleci forvet balıkçı çiftçi sürücü imam papa kral prens general albay
    asker tanık anne anneannesi baba kardeş eş oğlu kızı öğrenci komşu kurucu sahibi yardımcı
    yardımcısı çalıştırıcı emekli`,
  naming: 'sözde adlı denilen sözcüğü kelimesi',
  dropsSubject: true,
  indefinites: 'bir',
}
