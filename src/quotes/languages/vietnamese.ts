import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const vietnamese: SpeechGrammar = {
  marks: ['“”'],
  wordOrder: 'subject-first',
  verbs: `
    nói hỏi kể bảo cho_biết khẳng_định trả_lời viết nhớ_lại tâm_sự thừa_nhận giải_thích
    phát_biểu nhấn_mạnh cho_rằng chia_sẻ than_thở thêm`,
  sources: 'theo',
  he: 'ông anh',
  she: 'bà cô chị',
  otherPronouns: 'họ nó',
  ownPronouns: 'tôi chúng_tôi em',
  conjunctions: 'và hoặc nhưng rằng khi vì nếu mà là',
  breaks: 'tại ở trong sau trước với cho vào',
  adverbs: 'cũng đã đang lại còn',
  naming: 'gọi_là cái_gọi_là',
  that: 'rằng',
}
