import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const finnish: SpeechGrammar = {
  marks: ['””'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    sanoo sanoi sanoivat sanovat sanoneet sanonut kertoo kertoi kertoivat kertovat lisää lisäsi
    toteaa totesi kirjoittaa kirjoitti selittää selitti vastaa vastasi kysyy kysyi väittää
    väitti korostaa korosti muistuttaa muistutti arvioi ilmoitti ilmoittaa huomauttaa huomautti
    jatkaa jatkoi myöntää myönsi uskoo uskoi pohtii varoittaa varoitti tunnusti vakuutti
    raportoi kuvaili otsikoi kutsui ihmettelee tiivistää naurahtaa painottaa kommentoi lupasi
    lukee tviittasi`,
  sourcesAfter: 'mukaan',
  heOrShe: 'hän',
  otherPronouns: 'he se ne',
  ownPronouns: 'minä me sinä',
  conjunctions: 'ja mutta että joka jotka kun jos koska vaikka tai miten miksi mitä',
  relatives: 'joka',
  breaks: 'jolloin mukaan',
  adverbs: 'myös sitten nyt ei itse aiemmin on oli',
  roles: 'presidentti ministeri pääministeri',
  naming: 'niin_sanottu niin_sanotun kutsuttu nimeltä',
}
