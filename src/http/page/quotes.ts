import type { Quote } from '../../domain/paragraph.ts'
import { quotedParts } from '../../search/answer-paragraph.ts'
import type { AnswerHit, ArticleAnswer } from '../../search/answer.ts'
import { html } from './html.ts'
import type { Content, Html } from './html.ts'
import { textAttributes } from './text-attributes.ts'

/** Below it a speaker is only probably who said it. */
const SURE = 0.6

/** Text with what was found marked, and what was said. */
export function markedText(parts: AnswerHit['highlight'], quotes: readonly Quote[]): Html {
  const marked: Html[] = []
  for (let at = 0; at < parts.length;) {
    const quote = parts[at]?.quote
    let after = at + 1
    while (after < parts.length && parts[after]?.quote === quote) after++
    const inside = parts
      .slice(at, after)
      .map((part): Content => (part.isMatch ? html`<mark>${part.text}</mark>` : part.text))
    marked.push(quote === undefined ? html`${inside}` : saidSpan(quotes[quote], inside))
    at = after
  }
  return html`${marked}`
}

export const quotedText = (text: string, quotes: readonly Quote[]): Html =>
  markedText(quotedParts(text, quotes), quotes)

const saidSpan = (quote: Quote | undefined, inside: Content): Html =>
  html`<span
    class="said"
    ${quote?.speaker !== undefined && html` title="${isSure(quote) ? '' : 'probably '}${quote.speaker}"`}
    >${inside}</span
  >`

const isSure = ({ confidence }: Quote): boolean => confidence >= SURE

/** Who is quoted in a paragraph, each once, in order; sure ones before others of the same name. */
export function speakerLine(quotes: readonly Quote[], hrefOf: (speaker: string) => string): Html | false {
  const speakers = new Map<string, boolean>()
  for (const quote of quotes) {
    if (quote.speaker !== undefined) {
      speakers.set(quote.speaker, isSure(quote) || speakers.get(quote.speaker) === true)
    }
  }
  if (speakers.size === 0) return false
  return html`<p class="speakers">
    Said by
    ${[...speakers].map(
      ([speaker, isKnown], i) =>
        html`${i > 0 && ', '}${!isKnown && 'probably '}<a href="${hrefOf(speaker)}" rel="nofollow"
            ><bdi>${speaker}</bdi></a
          >`,
    )}
  </p>`
}

/** What is said in an article, in order, each with a link to where it stands. */
export function articleQuotes({ paragraphs }: ArticleAnswer): Html | false {
  const items = paragraphs.flatMap(({ id, language, quotes }) =>
    quotes
      .filter(({ kind }) => kind === 'direct' || kind === 'dash')
      .map(
        quote =>
          html`<li>
            <blockquote${textAttributes(language)}>${quote.text}</blockquote>
            <p>
              ${quote.speaker === undefined ? 'No speaker was found' : html`${!isSure(quote) && 'probably '}<bdi>${quote.speaker}</bdi>`}
              · <a href="#${id}">in the text</a>
            </p>
          </li>`,
      ),
  )
  if (items.length === 0) return false
  return html`<section class="quotes" aria-labelledby="quotes">
    <h2 id="quotes">Quotes in this article</h2>
    <ol>
      ${items}
    </ol>
  </section>`
}
