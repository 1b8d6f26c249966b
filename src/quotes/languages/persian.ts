import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const persian: SpeechGrammar = {
  marks: ['«»', '“”'],
  wordOrder: 'verb-last',
  verbs: `
    گفت گفته_است گفته می‌گوید گفتند افزود اضافه_کرد نوشت تاکید_کرد اظهار پرسید پاسخ_داد
    توضیح_داد اعلام_کرد خواند`,
  sources: 'به_گفته بنا_به طبق',
  he: 'او وی',
  otherPronouns: 'آنها',
  ownPronouns: 'من ما',
  conjunctions: 'و یا اما که اگر چون',
  breaks: 'در به از با برای',
  adverbs: 'نیز هم',
  naming: 'به_اصطلاح موسوم',
}
