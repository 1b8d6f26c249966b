import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const galician: SpeechGrammar = {
  marks: ['“”', '«»'],
  wordOrder: 'inverting',
  verbs: `
    dixo di dicía declarou afirmou afirma engadiu explicou escribiu asegurou sinalou indicou
    comentou admitiu citou proclamou preguntou respondeu din dixeron sostivo`,
  sources: 'segundo',
  he: 'el',
  she: 'ela',
  otherPronouns: 'eles',
  ownPronouns: 'eu nós',
  conjunctions: 'e mais pero que quen cando mentres como se ou porque',
  breaks: 'a ao en sobre tras durante con para por',
  adverbs: 'tamén xa non se',
  articles: 'o a os as un unha',
  naming: 'chamado chamada',
  that: 'que',
}
