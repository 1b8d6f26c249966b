import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const slovak: SpeechGrammar = {
  marks: ['„“'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    povedal povedala povedali hovorí hovoril hovorila uviedol uviedla uvádza dodal dodala dodáva
    napísal napísala píše vyhlásil vyhlásila tvrdí vysvetlil vysvetlila poznamenal odpovedal
    odpovedala spýtal spýtala upozornil zdôraznil potvrdil priznal oznámil pripomenul myslí`,
  sources: 'podľa',
  he: 'on',
  she: 'ona',
  otherPronouns: 'oni',
  ownPronouns: 'ja my ty',
  conjunctions: 'a i ale že ktorý ktorá ktoré keď či alebo pretože ako',
  breaks: 'v vo na po pred počas s so pre do od z zo k o pri za',
  adverbs: 'tiež však potom už ešte sa si to',
  naming: 'takzvaný takzvaná tzv',
  that: 'že',
  roles: `
    prezident prezidentka premiér premiérka predseda predsedníčka predsedkyňa minister
    ministerka primátor primátorka starosta starostka župan županka riaditeľ riaditeľka šéf
    šéfka vedúci vedúca líder líderka hovorca hovorkyňa tajomník tajomníčka poslanec poslankyňa
    veľvyslanec veľvyslankyňa poradca poradkyňa profesor profesorka docent docentka vedec
    vedkyňa výskumník výskumníčka historik historička archeológ archeologička učiteľ učiteľka
    lekár lekárka doktor doktorka sestra advokát advokátka sudca sudkyňa prokurátor prokurátorka
    policajt policajtka spisovateľ spisovateľka autor autorka novinár novinárka redaktor
    redaktorka fotograf fotografka umelec umelkyňa hudobník hudobníčka spevák speváčka herec
    herečka režisér režisérka architekt architektka inžinier inžinierka ekonóm ekonómka expert
    expertka odborník odborníčka analytik analytička tréner trénerka kapitán kapitánka hráč
    hráčka brankár brankárka útočník rybár rybárka farmár farmárka vodič vodička kňaz biskup
    arcibiskup pápež kráľ generál plukovník vojak svedok svedkyňa matka otec brat manželka
    manžel syn dcéra študent študentka sused suseda zakladateľ zakladateľka majiteľ majiteľka
    pán pani prístavu`,
}
