import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const chinese: SpeechGrammar = {
  marks: ['“”', '「」', '‘’', '『』'],
  wordOrder: 'subject-first',
  unspaced: true,
  verbs: '说 說 称 稱 表示 指出 认为 認為 写道 寫道 问 問 回答 告诉 告訴 强调 強調 宣布 解释 解釋 补充 補充 说道 說道 道 宣称 宣稱 警告',
  sources: '据 據 根据 根據',
  he: '他',
  she: '她',
  otherPronouns: '他们 他們',
  ownPronouns: '我',
  conjunctions: '',
  breaks: '',
  adverbs: '',
  naming: '所谓 所謂 称为 稱為 名为 名為 叫做 称作',
}
