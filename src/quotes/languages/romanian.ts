import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const romanian: SpeechGrammar = {
  marks: ['„”', '«»'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    a_spus spune a_declarat declară a_afirmat afirmă a_adăugat adaugă a_explicat explică a_scris
    scrie a_precizat precizează a_susţinut a_susținut susţine susține a_anunţat a_anunțat
    a_subliniat subliniază a_răspuns răspunde a_întrebat întreabă a_relatat a_menționat
    a_menţionat a_avertizat a_recunoscut a_conchis zice a_zis spuse zise au_spus au_declarat
    spunea a_notat a_arătat`,
  sources: 'potrivit conform',
  he: 'el',
  she: 'ea',
  otherPronouns: 'ei ele',
  ownPronouns: 'eu noi tu',
  conjunctions: 'și şi dar că care când dacă sau ca deoarece',
  breaks: 'la în pe după în_timpul cu pentru de ieri într-un într-o',
  adverbs: 'mai şi și apoi ieri azi nu se',
  roles: 'președintele ministrul premierul',
  naming: 'aşa-numitul așa-numitul numit numită',
  that: 'că',
}
