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
    lukee tviittasi toteaakin totesikin sanookin sanoikin kertookin kertoikin lisääkin
    nauraa nauravat nauroi huutaa huusi kuiskaa kuiskasi mutisi mutisee jupisi huokaisi huokaa myhäilee murahti`,
  sourcesAfter: 'mukaan',
  heOrShe: 'hän',
  otherPronouns: 'he se ne',
  ownPronouns: 'minä me sinä',
  conjunctions: 'ja mutta että joka jotka kun jos koska vaikka tai miten miksi mitä',
  relatives: 'joka',
  breaks: 'jolloin mukaan',
  adverbs: 'myös sitten nyt ei itse aiemmin on oli',
  roles: `
    presidentti ministeri pääministeri johtaja toimitusjohtaja päällikkö puheenjohtaja
    tiedottaja edustaja kansanedustaja pormestari kaupunginjohtaja professori tutkija opettaja
    rehtori lääkäri sairaanhoitaja asianajaja tuomari syyttäjä poliisi komisario kirjailija
    toimittaja valokuvaaja taiteilija muusikko laulaja näyttelijä ohjaaja arkkitehti insinööri
    ekonomisti asiantuntija valmentaja kapteeni pelaaja maalivahti hyökkääjä kalastaja
    maanviljelijä kuljettaja luotsi pappi piispa kuningas prinssi kenraali sotilas todistaja
    äiti isä veli sisko vaimo mies poika tytär opiskelija oppilas naapuri perustaja omistaja
    vanhus herra herrat rouva neiti nainen ukko akka tyttö lapsi nuorukainen vieras isäntä emäntä
    vartija merivartija *johtaja *ministeri *päällikkö *vartija *tutkija *opettaja *valmentaja`,
  naming: 'niin_sanottu niin_sanotun kutsuttu nimeltä',
  auxiliaries: 'on oli ovat olivat ei eivät',
  roleEndings: 'n a ä lle lla llä t',
  nameEndings: [['sen', 'nen'], ['ssa', ''], ['ssä', ''], ['sta', ''], ['stä', ''], ['lle', ''], ['lla', ''], ['llä', ''], ['lta', ''], ['ltä', ''], ['in', ''], ['en', ''], ['n', ''], ['a', ''], ['ä', '']],
  that: 'että',
  compounds: true,
}
