import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const irish: SpeechGrammar = {
  marks: ['“”', '‘’'],
  wordOrder: 'verb-first',
  verbs: 'arsa dúirt deir scríobh d’fhiafraigh',
  sources: 'de_réir',
  he: 'sé',
  she: 'sí',
  otherPronouns: 'siad',
  conjunctions: 'agus ach nó go nuair má',
  breaks: 'i ar',
  adverbs: '',
  articles: 'an na',
  naming: '',
  that: 'go gur',
  roles: `
    uachtarán taoiseach tánaiste aire méara stiúrthóir ceannaire cathaoirleach urlabhraí rúnaí
    teachta seanadóir ambasadóir comhairleoir ollamh taighdeoir eolaí staraí seandálaí múinteoir
    dochtúir altra aturnae dlíodóir breitheamh garda scríbhneoir údar iriseoir eagarthóir
    grianghrafadóir ealaíontóir ceoltóir amhránaí aisteoir ailtire innealtóir eacnamaí saineolaí
    bainisteoir traenálaí captaen imreoir cúl báire iascaire feirmeoir tiománaí sagart easpag
    pápa rí ginearál saighdiúir finné máthair athair deartháir deirfiúr bean fear mac iníon
    mac_léinn comharsa bunaitheoir úinéir calafoirt`,
}
