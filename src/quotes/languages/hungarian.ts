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
}
