import type { SpeechGrammar } from '../grammar.ts'

// oxfmt-ignore
export const bulgarian: SpeechGrammar = {
  marks: ['„“'],
  wordOrder: 'inverting',
  dialogue: { narrator: 'dash', resumes: 'dash' },
  verbs: `
    каза казва казаха заяви заявиха добави допълни отбеляза коментира обясни обяснява написа
    пише подчерта попита пита отговори отговаря призна разказва разказа съобщи съобщиха твърди
    смята предупреди уточни поясни завърши заключи напомни настоя извика рече увери`,
  sources: 'според по_думите',
  he: 'той',
  she: 'тя',
  otherPronouns: 'те',
  ownPronouns: 'аз ние ти',
  conjunctions: 'и а но че който която които когато ако или защото как',
  breaks: 'в във на по след преди докато като с със за до от пред при',
  adverbs: 'също после вече още не се вчера днес си му',
  naming: 'така_наречения т.нар наречен',
  that: 'че',
}
