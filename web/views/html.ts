/** Markup that is safe to send: everything put into it was escaped, or is such markup itself. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

export type Content = Html | string | number | false | null | undefined | readonly Content[]

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/**
 * A template of markup, for text between tags and for attributes in double quotes. Escapes whatever is put in; lists are
 * joined, and null, undefined and false are nothing. Addresses are put in only after `URL` or `URLSearchParams` made them.
 */
export function html(markup: TemplateStringsArray, ...contents: readonly Content[]): Html {
  return new Html(String.raw({ raw: markup }, ...contents.map(render)))
}

function render(content: Content): string {
  if (content === null || content === undefined || content === false) return ''
  if (content instanceof Html) return content.markup
  if (typeof content === 'object') return content.map(render).join('')
  return wellFormed(String(content)).replaceAll(/[&<>"']/gu, character => ESCAPES[character] ?? '')
}

/** Characters that no markup may hold are shown as what they are: unreadable. */
const wellFormed = (text: string): string =>
  text.replaceAll(/[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, '\ufffd')

/** The address of a link out of an article, if it is one that a browser may follow. */
export function webAddress(url: string | null): string | undefined {
  if (url === null || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}
