import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const irish: SpeechGrammar = {
  marks: ['“”', '‘’'],
  wordOrder: 'verb-first',
  verbs: `
    arsa ars adúirt adeir ar_sé ar_sí ar_siad ar_seisean ar_sise ar_siadsan dúirt dúradar deir
    deireann deireadh déarfadh déarfaidh nduirt ndúirt scríobh scríobhann d’fhiafraigh fiafraíonn
    d’fhreagair freagraíonn d’fhógair fógraíonn d’admhaigh admhaíonn d’áitigh áitíonn d’éiligh
    éilíonn d’inis insíonn d’iarr iarrann mhínigh míníonn mhaígh maíonn dhearbhaigh dearbhaíonn
    léirigh léiríonn luaigh luann thuairiscigh tuairiscíonn gheall geallann mhol molann cháin
    cáineann shéan séanann scairt scairteann ghlaoigh glaonn bhéic béiceann labhair labhraíonn
    chaith_amach thug_le_fios thug_rabhadh chuir_in_iúl chuir_leis lean lean_air nocht nochtann
    d’fhoilsigh cheistigh ceistíonn cheartaigh raid chogair liúigh`,
  sources: 'de_réir dar_le',
  he: 'sé seisean eisean',
  she: 'sí sise ise',
  otherPronouns: 'siad siadsan iadsan duine',
  conjunctions: 'agus is ach nó go nuair má mar dá gur nach óir cé',
  breaks: `
    i in sa san sna ar as ag do de den don le leis leo faoi ó ón chun um roimh tar trí thar idir gan
    mar dó di dúinn liom leat léi linn aige aici acu go a`,
  adverbs: 'a freisin fosta inné inniu amárach anois ansin arís chomh féin mar_sin',
  articles: 'an na',
  weakVerbs: 'ghlaoigh thug chreid creideann cheap ceapann shíl síleann mheas measann',
  ownPronouns: 'mé mise tú tusa sinn muid muidne sibh sibhse',
  auxiliaries: 'tá bhí beidh bheadh is ba raibh bíonn níl',
  nameParticles: 'ó ní nic mac uí mhic mhac de ua na',
  hisTitles: 'an_tuasal',
  herTitles: 'iníon bean',
  naming: 'mar_a_thugtar darb_ainm dar_teideal dar_ainm',
  that: 'go gur nach',
  roles: `
    uachtarán taoiseach tánaiste aire méara stiúrthóir ceannaire cathaoirleach urlabhraí rúnaí
    teachta seanadóir ambasadóir comhairleoir ollamh taighdeoir eolaí staraí seandálaí múinteoir
    dochtúir altra aturnae dlíodóir breitheamh garda scríbhneoir údar iriseoir eagarthóir
    grianghrafadóir ealaíontóir ceoltóir amhránaí aisteoir ailtire innealtóir eacnamaí saineolaí
    bainisteoir traenálaí captaen imreoir cúl báire iascaire feirmeoir tiománaí sagart easpag pápa
    rí ginearál saighdiúir finné máthair athair deartháir deirfiúr bean fear iníon mac_léinn
    comharsa bunaitheoir úinéir calafoirt tuachtarán taire tollamh teolaí tstaraí túdar tiriseoir
    teagarthóir tailtire tinnealtóir tiascaire tsagart mbainisteoir gceannaire bhfear triú gardaí
    príomhfheidhmeannach teachtaí oifigeach tardstiúrthóir ardstiúrthóir`,
}
