import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const catalan: SpeechGrammar = {
  marks: ['«»', '“”'],
  wordOrder: 'inverting',
  verbs: `
    va_dir diu ha_dit ha_afirmat va_afirmar afirma ha_explicat va_explicar explica ha_assegurat
    assegura va_assegurar ha_afegit va_afegir afegeix ha_declarat va_declarar ha_indicat
    va_escriure ha_remarcat remarca ha_recordat ha_destacat ha_lamentat`,
  sources: 'segons',
  he: 'ell',
  she: 'ella',
  otherPronouns: 'ells',
  ownPronouns: 'jo nosaltres',
  conjunctions: 'i però que qui quan mentre com si o perquè',
  breaks: 'a al en sobre després durant amb per',
  adverbs: 'també ja no es s',
  articles: 'el la els les un una',
  elisions: 'l d s n m',
  naming: 'anomenat anomenada',
  that: 'que',
}
