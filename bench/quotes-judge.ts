import type { Language } from '../src/domain/language.ts'
import type { Quote } from '../src/domain/paragraph.ts'
import { extractQuotes } from '../src/quotes/extract-quotes.ts'
import type { GoldParagraph, GoldQuote } from './quotes-gold.ts'

/** Paragraphs of one article, with what is known of their quotes. */
export type GoldArticle = { readonly language: Language; readonly paragraphs: readonly GoldParagraph[] }

/** One known quote, and what the extractor made of it. */
export type Judged = {
  readonly language: Language
  readonly gold: GoldQuote
  readonly text: string
  /** The quote that covers most of the known one. */
  readonly found?: Quote
  /** Boundaries right to the character, but for a comma or full stop before the closing mark. */
  readonly isExact: boolean
  /** Not a scare quote. */
  readonly isSpeech: boolean
  readonly isSpeakerRight: boolean
  /** And nothing that is not of the subject was taken into `speakerText`. */
  readonly isSpeakerClean: boolean
}

/** A marked span that only names something, and whether the extractor took it for words that somebody said. */
export type JudgedName = {
  readonly language: Language
  readonly text: string
  readonly start: number
  readonly end: number
  readonly found?: Quote
  readonly isSpeech: boolean
}

export function judgeNames({ language, paragraphs }: GoldArticle): JudgedName[] {
  const found = extractQuotes(paragraphs.map(({ text }) => ({ text, language, kind: 'text' })))
  return paragraphs.flatMap(({ text, named = [] }, index) =>
    named.map(({ start, end }) => {
      const quote = found[index]?.find(quote => quote.start <= start && quote.end >= end)
      const isSpeech = quote?.kind === 'direct' || quote?.kind === 'dash'
      return { language, text, start, end, isSpeech, ...(quote === undefined ? {} : { found: quote }) }
    }),
  )
}

export function judgeArticle({ language, paragraphs }: GoldArticle): Judged[] {
  const found = extractQuotes(paragraphs.map(({ text }) => ({ text, language, kind: 'text' })))
  return paragraphs.flatMap(({ text, quotes }, index) =>
    quotes.map(gold => judgeQuote({ language, gold, text }, found[index] ?? [])),
  )
}

type Known = Pick<Judged, 'language' | 'gold' | 'text'>

function judgeQuote(known: Known, candidates: readonly Quote[]): Judged {
  const { gold, text } = known
  const overlap = ({ start, end }: Quote) => Math.min(end, gold.end) - Math.max(start, gold.start)
  const [found] = candidates
    .filter(quote => overlap(quote) > 0)
    .sort((a, b) => overlap(b) - overlap(a) || a.end - a.start - (b.end - b.start))
  if (found === undefined)
    return { ...known, isExact: false, isSpeech: false, isSpeakerRight: false, isSpeakerClean: false }
  const isSpeakerRight = gold.names.some(name => names(found.speakerText, name) || names(found.speaker, name))
  const bare = (start: number, end: number) => [
    start,
    end - (/[.,،、，。]$/u.test(text.slice(start, end)) ? 1 : 0),
  ]
  return {
    ...known,
    found,
    isExact: String(bare(found.start, found.end)) === String(bare(gold.start, gold.end)),
    isSpeech: found.kind !== 'scare',
    isSpeakerRight,
    isSpeakerClean: isSpeakerRight && squeeze(gold.subject).includes(squeeze(found.speakerText ?? '')),
  }
}

/** Scripts that write particles to the word, or no spaces at all: there one may begin with the other. */
const JOINING = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u

function names(said: string | undefined, name: string): boolean {
  const wanted = wordsOf(name)
  if (said === undefined || wanted.length === 0) return false
  if (JOINING.test(name)) return wordsOf(said).some(word => name.includes(word) || word.includes(name))
  return ` ${wordsOf(said).join(' ')} `.includes(` ${wanted.join(' ')} `)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const squeeze = (text: string): string => wordsOf(text).join('')
