import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const japanese: SpeechGrammar = {
  marks: ['「」', '『』', '“”'],
  wordOrder: 'verb-last',
  unspaced: true,
  verbs: '述べた 語った 言った 言う 話した 書いた 説明した 答えた 尋ねた 強調した 指摘した 発表した と述べ と語 と話 と言 とし と書 と訴え と説明',
  sourcesAfter: 'によると によれば',
  he: '彼',
  she: '彼女',
  otherPronouns: '彼ら',
  ownPronouns: '私',
  conjunctions: 'と',
  breaks: '',
  adverbs: '',
  naming: 'いわゆる という',
  subjectMarkers: 'は が も',
  nameSuffixes: '氏 さん 様 君 ちゃん 先生',
}
