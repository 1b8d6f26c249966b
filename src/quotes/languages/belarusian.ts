import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const belarusian: SpeechGrammar = {
  marks: ['«»', '“”'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'dash', resumes: 'dash' },
  verbs: `
    сказаў сказала кажа казаў заявіў заявіла дадаў дадала адзначыў адзначыла піша напісаў
    напісала падкрэсліў падкрэсліла растлумачыў расказаў расказвае паведаміў лічыць лічаць
    адказаў спытаў гаворыць`,
  sources: 'паводле па_словах',
  he: 'ён',
  she: 'яна',
  otherPronouns: 'яны',
  ownPronouns: 'я мы ты вы',
  conjunctions: 'і й а але што які якая калі ці бо як',
  breaks: 'у ў на па пасля з са для да ад пра за',
  adverbs: 'таксама ўжо не',
  naming: 'так_званы',
  that: 'што',
}
