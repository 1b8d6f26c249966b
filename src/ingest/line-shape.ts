import { cleanText, isVisible } from './clean-text.ts'

/** The family of a list marker; items of one list share it, and numbers must count on. */
export type ListMarker =
  | { readonly kind: 'bullet'; readonly mark: string }
  | { readonly kind: 'number'; readonly value: number }

/** What one line looks like by itself. Only its neighbours tell whether an `item` belongs to a list. */
export type LineShape =
  | { readonly kind: 'blank' }
  /** An ornament between paragraphs (`* * *`, `---`, `###`), or the underline of a Markdown heading. */
  | { readonly kind: 'rule'; readonly text: string }
  /** A Markdown heading, without its number signs. */
  | { readonly kind: 'heading'; readonly text: string; readonly level: number }
  | {
      readonly kind: 'item'
      readonly text: string
      readonly marker: ListMarker
      readonly content: string
      readonly indented: boolean
    }
  /** Begins with an en or em dash: speech, or a heading that is somebody's words. Never a list item. */
  | { readonly kind: 'dash'; readonly text: string; readonly indented: boolean }
  | { readonly kind: 'plain'; readonly text: string; readonly indented: boolean }

export type Markup = 'plain' | 'markdown'

/** The longest ornament looked at; what is longer is text. Keeps every pattern here linear on hostile lines. */
const MAX_RULE = 200

export function shapeOfLine(line: string, markup: Markup): LineShape {
  const text = markup === 'markdown' ? cleanText(line).replace(/^(?:> ?)+/, '') : cleanText(line)
  if (!isVisible(text)) return { kind: 'blank' }
  if (text.length <= MAX_RULE && /^(?:[-*_=~#·•–—] ?){3,}$/u.test(text)) return { kind: 'rule', text }

  const heading = markup === 'markdown' ? /^(#{1,6}) /.exec(text) : null
  if (heading !== null) {
    const content = text.slice(heading[0].length).replace(/ #{1,6}$/, '')
    return { kind: 'heading', text: content, level: heading[1]?.length ?? 1 }
  }

  const indented = /^(?:\t|[ \u3000]{2})/u.test(line)
  const item = /^(?:([-*+•‣▪◦])|(\d{1,3})[.)]) (?=.)/u.exec(text)
  if (item !== null) {
    const marker: ListMarker =
      item[1] === undefined ? { kind: 'number', value: Number(item[2]) } : { kind: 'bullet', mark: item[1] }
    return { kind: 'item', text, marker, content: text.slice(item[0].length), indented }
  }
  return { kind: /^[‒–—―]/u.test(text) ? 'dash' : 'plain', text, indented }
}

/** Ends with a mark that ends a sentence in any script, or a colon; closing quotation marks and brackets do not hide it. */
export function endsSentence(text: string): boolean {
  return /[\p{Sentence_Terminal}…:：]$/u.test(withoutClosingMarks(text))
}

/** Like `endsSentence`, and commas, semicolons and their kin too. */
export function endsWithPunctuation(text: string): boolean {
  return /[\p{Terminal_Punctuation}…]$/u.test(withoutClosingMarks(text))
}

/** The end of the text is enough, and a pattern that is tried at every place of a long text is not linear. */
function withoutClosingMarks(text: string): string {
  return text.slice(-40).replace(/[\p{Pe}\p{Pf}\p{Pi}"'＂＇ ]+$/u, '')
}
