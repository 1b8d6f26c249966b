import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const arabic: SpeechGrammar = {
  marks: ['“”', '«»'],
  wordOrder: 'verb-first',
  verbs: `
    قال قالت يقول تقول قالوا أضاف أضافت صرح صرّح صرحت كتب كتبت أوضح أوضحت ذكر ذكرت أكد أكدت أعلن
    أعلنت شرح شرحت اعترف وصف وصفت وقال وقالت وأضاف وأضافت وأكد وأوضح تابع وتابع شدد سأل أجاب`,
  sources: 'وفقا وفقًا بحسب حسب',
  he: 'هو',
  she: 'هي',
  otherPronouns: 'هم',
  ownPronouns: 'أنا نحن',
  conjunctions: 'و أو لكن أن إن التي الذي عندما إذا بأن',
  breaks: 'في على من إلى عن بعد قبل خلال مع',
  adverbs: 'أيضا قد كما',
  naming: 'ما_يسمى المسماة',
}
