import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const hebrew: SpeechGrammar = {
  marks: ['””', '“”'],
  wordOrder: 'inverting',
  verbs: `
    אמר אמרה אמרו אומר אומרת אומרים הוסיף הוסיפה כתב כתבה הסביר הסבירה טען טענה ציין ציינה הודיע
    הודיעה שאל שאלה ענה ענתה השיב השיבה הדגיש הדגישה הזהיר סיפר סיפרה הכריז הצהיר מסר נמסר לדברי
    ציטט`,
  sources: 'לפי לדברי על_פי',
  he: 'הוא',
  she: 'היא',
  otherPronouns: 'הם הן',
  ownPronouns: 'אני אנחנו',
  conjunctions: 'ו או אבל כי ש אשר כאשר אם',
  breaks: 'ב על אל עם אחרי לפני',
  adverbs: 'גם אז',
  naming: 'המכונה שנקרא',
}
