import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { groupBy } from './group-by.ts'
import type { GoldParagraph, GoldQuote } from './quotes-gold.ts'
import type { GoldArticle } from './quotes-judge.ts'

/**
 * German Wikinews with who said what, annotated by hand: “Dataset of Quotation Attribution in German News Articles”
 * (Petersen-Frey and Biemann 2024, arXiv:2404.16764). Of its annotations these are taken: direct speech whose one span
 * stands in marks, with a speaker. A span that is annotated twice, since an outlet cites a person (`der Sender zitiert
 * Berg mit den Worten`), is one quote, and either speaker is right.
 */
type Annotation = {
  readonly type: string
  readonly quote: Part
  readonly speaker: Part
  readonly cue: Part
}
type Part = { readonly text: string; readonly spans: readonly Span[] }
type Span = { readonly charBegin: number; readonly charEnd: number }
type Document = {
  readonly documentName: string
  readonly originalText: string
  readonly annotations: readonly Annotation[]
}

export const readWikinews = (folder: string): GoldArticle[] =>
  readdirSync(folder)
    .sort()
    .map(name => toArticle(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Document))

function toArticle({ documentName, originalText, annotations }: Document): GoldArticle {
  const annotated = annotations
    .filter(({ type }) => type === 'Direct')
    .flatMap(annotation => toQuote(annotation, originalText, documentName))
  const quotes = [
    ...groupBy(annotated, ({ start, end }) => `${String(start)}-${String(end)}`).values(),
  ].flatMap(oneQuote)
  const paragraphs: GoldParagraph[] = []
  for (const line of originalText.matchAll(/[^\n]+/gu)) {
    const [from, to] = [line.index, line.index + line[0].length]
    const text = line[0].replace(/\s/gu, ' ')
    const own = quotes.filter(({ start, end }) => start >= from && end <= to)
    paragraphs.push({
      text,
      quotes: own.map(quote => ({ ...quote, start: quote.start - from, end: quote.end - from })),
    })
  }
  return { language: 'de', paragraphs }
}

function oneQuote([first, ...others]: readonly GoldQuote[]): GoldQuote[] {
  if (first === undefined) return []
  const same = [first, ...others]
  const subject = same.map(quote => quote.subject).join(' / ')
  return [{ ...first, subject, names: same.flatMap(({ names }) => names) }]
}

function toQuote({ quote, speaker, cue }: Annotation, text: string, sentence: string): GoldQuote[] {
  const [span, ...others] = quote.spans
  if (span === undefined || others.length > 0) return []
  const whole = text.slice(span.charBegin, span.charEnd)
  const marked = /^\s*[„“”"»«‚](.+)[“”"«»‘’][.,]?\s*$/su.exec(whole)
  const names = namesOf(speaker.text)
  if (marked?.[1] === undefined || /[„“”"»«]/u.test(marked[1]) || names.length === 0) return []
  const inside = marked[1]
  const start = span.charBegin + whole.indexOf(inside, 1) + inside.length - inside.trimStart().length
  const place = { start, end: start + inside.trim().length }
  const said = { verb: cue.text, relation: 'annotated', names, subject: speaker.text }
  return [{ sentence, kind: 'direct', ...place, ...said }]
}

/** Nouns and names, or the pronoun: what stands in lower case, and articles, name nobody. */
function namesOf(speaker: string): string[] {
  const words = speaker.match(/[\p{L}\p{N}][\p{L}\p{N}.’'-]*/gu) ?? []
  const naming = words.filter(word => /^\p{Lu}/u.test(word) && !ARTICLES.test(word))
  return naming.length > 0 ? naming : words.filter(word => PRONOUNS.test(word))
}

const ARTICLES = /^(?:der|die|das|den|dem|des|ein|eine|einer|eines|sein|seine|ihr|ihre|auch)$/iu
const PRONOUNS = /^(?:er|sie|dieser|diese|jener)$/iu
