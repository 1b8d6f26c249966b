import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const thai: SpeechGrammar = {
  marks: ['“”'],
  wordOrder: 'subject-first',
  unspaced: true,
  verbs: 'กล่าว พูด บอก อธิบาย เสริม เขียน รายงาน ยืนยัน',
  sources: 'ตาม',
  he: 'เขา',
  she: 'เธอ',
  otherPronouns: 'พวกเขา',
  conjunctions: 'และ แต่ หรือ ว่า ที่ ซึ่ง',
  breaks: '',
  adverbs: '',
  naming: 'ที่เรียกว่า',
}
