import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const hungarian: SpeechGrammar = {
  marks: ['„”', '»«'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'dash', resumes: 'dash' },
  verbs: `
    mondta mondja mondták jelentette_ki jelentette közölte közli írta írja hangsúlyozta
    hangsúlyozza kérdezte válaszolta felelte hozzátette tette_hozzá tette magyarázta
    emlékeztetett állította állítja szerint vélekedett fogalmazott jelezte nyilatkozta elmondta
    folytatta ismerte_el megjegyezte szólt kiáltotta`,
  sourcesAfter: 'szerint',
  heOrShe: 'ő',
  otherPronouns: 'ők',
  ownPronouns: 'én mi te',
  conjunctions: 'és vagy de hogy aki ami amikor ha mert mint',
  breaks: 'miközben',
  adverbs: 'is majd pedig már nem ki hozzá',
  articles: 'a az egy',
  naming: 'úgynevezett nevű című',
  that: 'hogy',
  roles: `
    elnök elnöke elnökasszony államfő miniszterelnök miniszter minisztere polgármester
    polgármestere igazgató igazgatója vezérigazgató vezető vezetője szóvivő szóvivője titkár
    titkára államtitkár képviselő képviselője nagykövet nagykövete tanácsadó tanácsadója
    professzor egyetemi tanár tanára kutató kutatója tudós történész régész tanító tanítónő
    orvos orvosa főorvos doktor dr ápoló ápolónő ügyvéd ügyvédje bíró ügyész ügyésze rendőr
    rendőre rendőrfőkapitány író írónő szerző szerzője újságíró újságírónő szerkesztő
    szerkesztője főszerkesztő fotós fotósa művész művésznő zenész énekes énekesnő színész
    színésznő rendező rendezője építész mérnök mérnöke közgazdász szakértő szakértője elemző
    elemzője edző edzője vezetőedző kapitány kapitánya játékos játékosa kapus kapusa csatár
    halász halásza gazda gazdálkodó sofőr lelkész pap püspök érsek király tábornok ezredes
    katona tanú anya anyja apa apja testvér testvére feleség felesége férj férje fia lánya diák
    diákja szomszéd alapító alapítója tulajdonos tulajdonosa asszony úr kikötőmester
    kikötőparancsnok parancsnok parancsnoka`,
  compounds: true,
}
