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
  roles: `
    president presidenta primer ministre ministra conseller consellera batlle batllessa alcalde
    alcaldessa director directora cap líder portaveu secretari secretària diputat diputada
    senador senadora regidor regidora ambaixador ambaixadora assessor assessora professor
    professora catedràtic catedràtica investigador investigadora científic científica
    historiador historiadora arqueòleg arqueòloga mestre mestra metge metgessa doctor doctora
    infermer infermera advocat advocada jutge jutgessa fiscal policia comissari comissària
    escriptor escriptora autor autora periodista editor editora redactor redactora fotògraf
    fotògrafa artista músic cantant actor actriu arquitecte arquitecta enginyer enginyera
    economista analista expert experta entrenador entrenadora capità capitana jugador jugadora
    porter portera davanter pescador pescadora pagès pagesa conductor conductora capellà bisbe
    papa rei reina general coronel soldat testimoni mare pare germà germana dona marit fill
    filla estudiant alumne alumna veí veïna fundador fundadora propietari propietària senyor
    senyora`,
  hisForms: 'el un',
  herForms: 'la una',
  dialogue: { narrator: 'dash', resumes: 'dash' },
}
