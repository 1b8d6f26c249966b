import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const galician: SpeechGrammar = {
  marks: ['“”', '«»'],
  wordOrder: 'inverting',
  verbs: `
    dixo di din dicía dixeron dicían declarou declara afirmou afirma afirmaron engadiu engade
    engadía explicou explica explicaron escribiu escribe asegurou asegura sinalou sinala indicou
    indica comentou comenta admitiu admite citou cita proclamou preguntou pregunta respondeu
    responde contestou contesta sostivo sostén manifestou manifesta salientou salienta subliñou
    subliña destacou destaca lembrou lembra recoñeceu recoñece anunciou anuncia advertiu advirte
    criticou critica denunciou denuncia reclamou reclama pediu pide esixiu esixe concluíu conclúe
    confirmou confirma desmentiu negou nega insistiu insiste matizou matiza precisou precisa apuntou
    apunta considerou considera relatou relata contou conta narrou narra exclamou berrou murmurou
    replicou repuxo apostilou apostila espetou prometeu reiterou reitera defendeu defende lamentou
    lamenta avisou avisa resumiu resume`,
  sources: 'segundo conforme de_acordo_con en_palabras_de a_xuízo_de',
  he: 'el',
  she: 'ela',
  otherPronouns: 'eles elas isto iso',
  ownPronouns: 'eu nós',
  conjunctions: 'e mais pero que quen cando mentres como se ou porque',
  breaks: `
    a ao aos á ás en no na nos nas sobre tras durante con para por ata desde dende de do da dos das
    ante baixo entre sen contra`,
  adverbs: 'tamén xa non se onte hoxe despois logo aínda máis así entón agora',
  articles: 'o a os as un unha',
  weakVerbs: 'chamou cualificou definiu describiu cre pensa opina',
  relatives: 'que quen',
  indefinites: 'un unha uns unhas algún algunha',
  auxiliaries: 'é son era foi ten tiña está será pode debe hai había',
  naming: `
    chamado chamada título titulado titulada película novela libro termo palabra denominado
    denominada`,
  that: 'que',
  roles: `
    presidente presidenta ministro ministra conselleiro conselleira alcalde alcaldesa rexedor
    rexedora director directora xefe xefa líder voceiro voceira portavoz secretario secretaria
    deputado deputada senador senadora concelleiro concelleira embaixador embaixadora asesor asesora
    profesor profesora catedrático catedrática investigador investigadora científico científica
    historiador historiadora arqueólogo arqueóloga mestre mestra médico médica doutor doutora
    enfermeiro enfermeira avogado avogada xuíz xuíza fiscal policía comisario comisaria escritor
    escritora autor autora xornalista editor editora redactor redactora fotógrafo fotógrafa artista
    músico cantante actor actriz arquitecto arquitecta enxeñeiro enxeñeira economista analista
    experto experta adestrador adestradora capitán capitá xogador xogadora porteiro porteira
    dianteiro mariñeiro mariñeira pescador pescadora patrón labrego labrega condutor condutora cura
    bispo papa rei raíña xeneral coronel soldado testemuña nai pai irmán irmá muller marido fillo
    filla estudante alumno alumna veciño veciña fundador fundadora dono dona señor señora`,
  hisForms: 'o un',
  herForms: 'a unha',
  dialogue: { narrator: 'dash', resumes: 'dash' },
}
