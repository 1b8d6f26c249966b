import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const portuguese: SpeechGrammar = {
  marks: ['“”', '«»'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'dash', resumes: 'dash' },
  verbs: `
    disse diz dizem disseram dizia afirmou afirma afirmaram declarou declara acrescentou
    acrescenta explicou explica escreveu escreve contou conta perguntou pergunta respondeu
    responde garantiu garante sublinhou sublinha destacou ressaltou comentou comenta avisou
    alertou admitiu confirmou reconheceu lembrou concluiu anunciou defendeu defende considerou
    adiantou referiu refere salientou frisou lamentou criticou chamou identificou`,
  sources: 'segundo conforme de_acordo_com para',
  he: 'ele',
  she: 'ela',
  otherPronouns: 'eles elas',
  ownPronouns: 'eu nós',
  conjunctions: 'e mas que quem quando enquanto como se ou porque embora',
  relatives: 'que quem',
  breaks: 'a ao em no na sobre após durante com para por ontem hoje',
  adverbs: 'também ainda já não se depois hoje ontem',
  articles: 'o a os as um uma seu sua',
  roles: `
    presidente ministro ministra primeiro-ministro presidenta primeira-ministra prefeito
    prefeita governador governadora diretor diretora chefe líder porta-voz secretário secretária
    deputado deputada senador senadora vereador conselheiro embaixador embaixadora diplomata
    assessor professor professora investigador investigadora pesquisador pesquisadora cientista
    historiador médico médica doutor doutora enfermeira advogado advogada juiz juíza procurador
    promotor polícia delegado delegada inspetor escritor escritora autor autora jornalista
    repórter fotógrafo artista músico cantor cantora ator atriz arquiteto arquiteta engenheiro
    engenheira economista analista especialista treinador treinadora técnico capitão jogador
    jogadora goleiro atacante pescador agricultor motorista barqueiro padre bispo papa rei
    príncipe general coronel soldado testemunha mãe pai irmão irmã esposa marido filho filha
    mulher estudante aluno aluna vizinho vizinha fundador dono dona proprietário`,
  naming: 'chamado chamada designado palavra termo título intitulado',
  indefinites: 'um uma uns umas',
  auxiliaries: 'é são era eram foi foram tem têm tinha está estão será pode deve',
  dropsSubject: true,
  roleEndings: 's es',
  hisTitles: 'senhor dom rei príncipe pai irmão filho marido',
  herTitles: 'senhora dona rainha princesa mãe irmã filha esposa mulher ministra prefeita diretora',
  that: 'que',
  hisForms: 'o um',
  herForms: 'a uma',
}
