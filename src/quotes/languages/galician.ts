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
  roles: `
    presidente presidenta ministro ministra conselleiro conselleira alcalde alcaldesa rexedor
    rexedora director directora xefe xefa líder voceiro voceira portavoz secretario secretaria
    deputado deputada senador senadora concelleiro concelleira embaixador embaixadora asesor
    asesora profesor profesora catedrático catedrática investigador investigadora científico
    científica historiador historiadora arqueólogo arqueóloga mestre mestra médico médica doutor
    doutora enfermeiro enfermeira avogado avogada xuíz xuíza fiscal policía comisario comisaria
    escritor escritora autor autora xornalista editor editora redactor redactora fotógrafo
    fotógrafa artista músico cantante actor actriz arquitecto arquitecta enxeñeiro enxeñeira
    economista analista experto experta adestrador adestradora capitán capitá xogador xogadora
    porteiro porteira dianteiro mariñeiro mariñeira pescador pescadora patrón labrego labrega
    condutor condutora cura bispo papa rei raíña xeneral coronel soldado testemuña nai pai irmán
    irmá muller marido fillo filla estudante alumno alumna veciño veciña fundador fundadora dono
    dona señor señora`,
  hisForms: 'o un',
  herForms: 'a unha',
  dialogue: { narrator: 'dash', resumes: 'dash' },
}
