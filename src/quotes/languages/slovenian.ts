import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const slovenian: SpeechGrammar = {
  marks: ['„“', '»«'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    rekel rekla rekli pravi pravijo dejal dejala dejali povedal povedala povedali dodal dodala
    dodaja napisal napisala piše pojasnil pojasnila pojasnjuje poudaril poudarila poudarja
    vprašal vprašala odgovoril odgovorila odvrnil odvrnila meni meniš trdi opozoril opozorila
    opozarja zapisal zapisala sporočil potrdil priznal izjavil izjavila ugotavlja razlaga glasi
    spraševal pristavil nasmehnil zašepetal zaklical reče`,
  sources: 'po_besedah glede_na po_mnenju',
  he: 'on',
  she: 'ona',
  otherPronouns: 'oni',
  ownPronouns: 'jaz mi ti',
  conjunctions: 'in a ampak da ki ko če ali ker kot',
  breaks: 'v na po pred med s z za do od o pri iz',
  adverbs: 'je so tudi še že ne se pa bil',
  naming: 'tako_imenovani t.i imenovan',
  that: 'da',
  roles: `
    predsednik predsednica premier premierka minister ministrica župan županja direktor
    direktorica ravnatelj ravnateljica vodja šef šefica načelnik načelnica poveljnik poveljnica
    tiskovni predstavnik predstavnica govornik govornica sekretar sekretarka tajnik tajnica
    poslanec poslanka veleposlanik veleposlanica svetovalec svetovalka profesor profesorica
    znanstvenik znanstvenica raziskovalec raziskovalka zgodovinar zgodovinarka arheolog
    arheologinja učitelj učiteljica zdravnik zdravnica doktor doktorica sestra odvetnik
    odvetnica sodnik sodnica tožilec tožilka policist policistka pisatelj pisateljica avtor
    avtorica novinar novinarka urednik urednica fotograf fotografinja umetnik umetnica glasbenik
    glasbenica pevec pevka igralec igralka režiser režiserka arhitekt arhitektka inženir
    inženirka ekonomist ekonomistka strokovnjak strokovnjakinja analitik analitičarka trener
    trenerka kapetan kapetanka vratar vratarka napadalec ribič ribička kmet kmetica voznik
    voznica duhovnik župnik škof papež kralj general polkovnik vojak priča mati mama oče brat
    žena mož sin hči študent študentka sosed soseda ustanovitelj ustanoviteljica lastnik
    lastnica gospod gospa`,
}
