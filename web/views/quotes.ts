import type { Quote } from '../../src/domain/paragraph.ts'
import type { AnswerHit, AnswerParagraph, ArticleAnswer } from '../../src/search/answer.ts'
import type { Reader } from '../i18n/reader.ts'
import { html } from './html.ts'
import type { Content, Html } from './html.ts'
import { speechParts } from './speech-parts.ts'
import { textAttributes } from './text-attributes.ts'

/** Below it a speaker is only probably who said it. */
const SURE = 0.6

/** Text with what was found marked, and what was said. */
export function markedText(parts: AnswerHit['highlight'], quotes: readonly Quote[], reader: Reader): Html {
  const marked: Html[] = []
  for (let at = 0; at < parts.length;) {
    const quote = parts[at]?.quote
    let after = at + 1
    while (after < parts.length && parts[after]?.quote === quote) after++
    const inside = parts
      .slice(at, after)
      .map((part): Content => (part.isMatch ? html`<mark>${part.text}</mark>` : part.text))
    marked.push(quote === undefined ? html`${inside}` : saidSpan(quotes[quote], inside, reader))
    at = after
  }
  return html`${marked}`
}

export const quotedText = (text: string, quotes: readonly Quote[], reader: Reader): Html =>
  markedText(speechParts(text, quotes), quotes, reader)

function saidSpan(quote: Quote | undefined, inside: Content, reader: Reader): Html {
  const name = quote?.speaker !== undefined && nameOf(quote.speaker, isSure(quote), reader)
  return html`<span class="said" ${name && html` title="${name}"`}>${inside}</span>`
}

export const isSure = ({ confidence }: Pick<Quote, 'confidence'>): boolean => confidence >= SURE

/** A speaker, with a caveat where it is only probably so. */
export const nameOf = (name: Content, isKnown: boolean, reader: Reader): Html =>
  isKnown ? html`${name}` : reader.say('speaker.probably', { name })

/** Who is quoted in a paragraph, each once, in order; sure ones before others of the same name. With links to more. */
export function speakerLine(
  quotes: readonly Quote[],
  reader: Reader,
  hrefOf?: (speaker: string) => string,
): Html | false {
  const speakers = new Map<string, boolean>()
  for (const quote of quotes) {
    if (quote.speaker !== undefined) {
      speakers.set(quote.speaker, isSure(quote) || speakers.get(quote.speaker) === true)
    }
  }
  if (speakers.size === 0) return false
  const names = [...speakers].map(([speaker, isKnown], i) => {
    const name = html`<bdi>${speaker}</bdi>`
    const linked = hrefOf ? html`<a href="${hrefOf(speaker)}" rel="nofollow">${name}</a>` : name
    return html`${i > 0 && reader.say('list.comma')}${nameOf(linked, isKnown, reader)}`
  })
  return html`<p class="speakers">${reader.say('speaker.saidBy', { name: names })}</p>`
}

export type ArticleQuotesOptions = {
  /** How a quote is cited, by its number in its paragraph. */
  readonly cite: (paragraph: AnswerParagraph, quote: number) => Content
  readonly reader: Reader
}

/** What is said in an article, in order, each with a link to where it stands, and its citation. */
export function articleQuotes(
  { paragraphs }: ArticleAnswer,
  { cite, reader }: ArticleQuotesOptions,
): Html | false {
  const items = paragraphs.flatMap(paragraph =>
    paragraph.quotes.flatMap((quote, number) =>
      quote.kind === 'direct' || quote.kind === 'dash'
        ? [quoteItem(quote, { paragraph, cite: cite(paragraph, number), reader })]
        : [],
    ),
  )
  if (items.length === 0) return false
  return html`<section class="quotes" aria-labelledby="quotes">
    <h2 id="quotes">${reader.say('article.quotes')}</h2>
    <ol>
      ${items}
    </ol>
  </section>`
}

function quoteItem(
  quote: Quote,
  {
    paragraph,
    cite,
    reader,
  }: { readonly paragraph: AnswerParagraph; readonly cite: Content; readonly reader: Reader },
): Html {
  const { speaker, text } = quote
  return html`<li>
    <blockquote${textAttributes(paragraph.language)}>${text}</blockquote>
    <p>
      ${speaker === undefined ? reader.say('speaker.none') : nameOf(html`<bdi>${speaker}</bdi>`, isSure(quote), reader)}
      · <a href="#${paragraph.id}">${reader.say('article.inText')}</a>
    </p>
    ${cite}
  </li>`
}
