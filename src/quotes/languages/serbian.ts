import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const serbian: SpeechGrammar = {
  marks: ['„“', '„”', '""'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'comma', resumes: 'dash' },
  verbs: `
    rekao rekla rekli kazao kazala kaže kažu izjavio izjavila izjavili dodao dodala dodaje
    navodi naveo navela istakao istakla ističe napisao napisala piše objasnio objasnila
    objašnjava upozorio upozorila upozorava ukazao ukazala ukazuje zatražio zatražila naglasio
    naglasila odgovorio odgovorila pitao pitala potvrdio potvrdila tvrdi smatra misli priznao
    priznala zaključio poručio poručila saopštio saopštila ocenio primetio osudio govorio govori
    рекао рекла каже казао казала изјавио изјавила додао додала наводи истакао пише објаснио
    тврди сматра`,
  sources: 'prema према',
  he: 'on он',
  she: 'ona она',
  otherPronouns: 'oni они',
  ownPronouns: 'ja mi ti',
  conjunctions: 'i a ali da koji koja koje kada ako ili jer kako što и а али да који која',
  breaks: 'u na po nakon pre tokom dok kao s sa za do od o pri iz у на',
  adverbs: 'je su takođe već još ne se to за',
  naming: 'takozvani tzv такозвани',
  that: 'da да',
}
