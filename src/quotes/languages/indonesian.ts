import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const indonesian: SpeechGrammar = {
  marks: ['“”'],
  wordOrder: 'inverting',
  verbs: `
    kata ujar ungkap tutur ucap jelas tulis tambah tambahnya katanya ujarnya jelasnya ungkapnya
    tuturnya berkata mengatakan menyatakan menjelaskan menambahkan menulis mengungkapkan
    menuturkan menegaskan tegas tanya bertanya jawab menjawab lapor melaporkan sebut menyebut
    imbuh papar bilang mengakui`,
  sources: 'menurut',
  heOrShe: 'dia ia',
  otherPronouns: 'mereka',
  ownPronouns: 'saya kami',
  conjunctions: 'dan atau tetapi namun bahwa yang ketika saat karena jika',
  breaks: 'di pada ke dalam setelah sebelum dengan untuk kepada dari',
  adverbs: 'juga kemudian lalu telah sudah tidak',
  naming: 'disebut bernama berjudul apa_yang_disebut',
  clitics: { nya: 'heOrShe' },
  that: 'bahwa',
}
