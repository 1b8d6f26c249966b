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
  articles: 'o a os as um uma',
  roles: 'presidente ministro ministra primeiro-ministro',
  naming: 'chamado chamada designado palavra termo título intitulado',
}
