import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const czech: SpeechGrammar = {
  marks: ['„“'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    řekl řekla řekli říká říkal říkala říkají uvedl uvedla uvádí dodal dodala dodává napsal
    napsala píše prohlásil prohlásila tvrdí tvrdil tvrdila vysvětlil vysvětlila vysvětluje
    poznamenal poznamenala připustil ujistil sdělil sdělila upozornil upozornila zdůraznil
    zdůraznila odpověděl odpověděla ptá zeptal zeptala potvrdil potvrdila přiznal přiznala míní
    soudí konstatoval konstatuje oznámil připomněl komentoval prozradil varuje varoval stojí
    psal psali přiznává posmíval`,
  sources: 'podle',
  he: 'on',
  she: 'ona',
  otherPronouns: 'oni',
  ownPronouns: 'já my ty',
  conjunctions: 'a i ale že který která které když jestli nebo protože jak',
  relatives: 'který která',
  breaks: 'v ve na po před během s se pro do od z ze k o při za',
  adverbs: 'také však potom již ještě ne se si to včera dnes pak jsem byl',
  roles: 'prezident premiér ministr',
  hisTitles: 'pan',
  herTitles: 'paní',
  naming: 'takzvaný takzvaná tzv zvaný zvaná nazvaný nazvaná s_názvem',
}
