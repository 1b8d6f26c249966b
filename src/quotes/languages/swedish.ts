import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const swedish: SpeechGrammar = {
  marks: ['””', '»»'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'sentence' },
  verbs: `
    sa säger sade tillägger tillade lägger_till berättar berättade skriver skrev menar menade
    förklarar förklarade uppger uppgav svarar svarade frågar frågade hävdar hävdade påpekar
    påpekade konstaterar konstaterade understryker betonar tror tycker tyckte varnar varnade
    medger medgav erkänner meddelar meddelade ropar ropade fortsätter fortsatte lyder uppmanar
    anser ansåg kommenterar kommenterade rapporterar citeras undrar undrade utbrister viskar
    tänkte lägger lade`,
  weakVerbs: 'vill hoppas beskriver beskrev kallar kallade',
  sources: 'enligt',
  he: 'han',
  she: 'hon',
  otherPronouns: 'de man det',
  ownPronouns: 'jag vi du ni',
  conjunctions: 'och men medan när eftersom att som om eller hur varför vad då',
  relatives: 'som',
  breaks: 'i på till efter före under vid med för själv vidare enligt från',
  adverbs: 'också även då nu inte själv senare tidigare har hade sig',
  articles: 'en ett den det de',
  roles: `
    statsminister minister president professor direktör chef ledare talesman taleskvinna
    talesperson ordförande borgmästare politiker partiledare sekreterare ambassadör diplomat
    rådgivare forskare lärare rektor läkare sjuksköterska advokat domare åklagare polis utredare
    författare journalist redaktör fotograf konstnär musiker sångare sångerska skådespelare
    regissör arkitekt ingenjör ekonom analytiker expert tränare kapten spelare målvakt anfallare
    fiskare bonde chaufför lots präst biskop kung prins general överste soldat vittne mor moder
    modern mamma far fader fadern pappa bror syster hustru man son dotter student elev granne
    grundare ägare inspektör vakt *chef *ledare *minister *direktör *lärare *mästare *vakt
    *forskare *tränare sjöman hamnmästare`,
  hisTitles: 'herr kung prins far fader pappa bror son man',
  herTitles: 'fru drottning prinsessa mor moder mamma syster hustru dotter kvinna',
  naming: 'så_kallade så_kallad ordet begreppet kallad titeln',
  indefinites: 'en ett',
  auxiliaries: 'är var har hade vill ville ska skall skulle kan kunde måste blir blev',
  roleEndings: 'en n et s ns ens rna na',
  that: 'att',
  compounds: true,
}
