import type { Language } from '../src/domain/language.ts'
import type { Quote } from '../src/domain/paragraph.ts'
import { between, pick, zipfMandelbrot, type Random } from './random.ts'
import type { LanguageModel } from './vocabulary.ts'

/** A text with what is quoted in it, as ingest would mark it. */
export type QuotedText = { readonly text: string; readonly quotes: readonly Quote[] }

/** Share of the paragraphs that quote, and of these the share in which nobody speaks: two words stand in marks. */
const QUOTED_SHARE = 0.25
const SCARE_SHARE = 0.1
/** Share of the words of such a paragraph that are said. */
const SAID_SHARE = 0.6
/** Of a language. A few of them are quoted every day. */
const SPEAKERS = 1500

/** How a language marks and attributes what was said. */
// oxfmt-ignore
const STYLES: Readonly<Partial<Record<Language, readonly [open: string, close: string, said: string]>>> = {
  en: ['“', '”', 'said'], de: ['„', '“', 'sagte'], fr: ['« ', ' »', 'a déclaré'], es: ['«', '»', 'dijo'],
  ru: ['«', '»', 'сказал'], nb: ['«', '»', 'sier'], sv: ['”', '”', 'säger'], tr: ['“', '”', 'dedi'],
  ar: ['«', '»', 'قال'], hi: ['“', '”', 'ने कहा'], zh: ['“', '”', '说'], ja: ['「', '」', 'と述べた'],
}

export type QuoterOptions = {
  readonly random: Random
  /** Any word of the language. */
  readonly word: () => string
}

export type Quoter = {
  /** Who speaks in one article. */
  readonly speakers: () => readonly string[]
  /** A paragraph of that many words, of which `say` makes sentences. Most quote nobody. */
  readonly paragraph: (
    length: number,
    speakers: readonly string[],
    say: (length: number) => string,
  ) => QuotedText
}

export function createQuoter({ language, space, stop }: LanguageModel, options: QuoterOptions): Quoter {
  const { random, word } = options
  const [open, close, said] = STYLES[language] ?? ['“', '”', 'said']
  const names = Array.from({ length: SPEAKERS }, () => [word(), word()].map(capitalized).join(space))
  const rank = zipfMandelbrot(SPEAKERS)

  function quoteOf(inside: string, at: number, speaker: string | undefined): Quote {
    const kind = speaker === undefined ? 'scare' : 'direct'
    const [start, end] = [at + open.length, at + open.length + inside.length]
    return { start, end, text: inside, kind, ...(speaker !== undefined && { speaker }), confidence: 1 }
  }

  return {
    speakers: () => Array.from({ length: between(random, 1, 3) }, () => names[rank(random)] ?? ''),
    paragraph(length, speakers, say) {
      if (random() >= QUOTED_SHARE) return { text: say(length), quotes: [] }
      const isScare = random() < SCARE_SHARE
      const saidLength = isScare ? 2 : Math.max(2, Math.round(length * SAID_SHARE))
      const inside = withoutStop(say(saidLength), stop)
      const speaker = isScare ? undefined : pick(random, speakers)
      const before = random() < 0.5 ? `${say(Math.ceil((length - saidLength) / 2))}${space}` : ''
      const tag = speaker === undefined ? '' : `${space}${said}${space}${speaker}`
      const text = `${before}${open}${inside}${close}${tag}${stop}`
      const after = say(Math.max(2, Math.floor((length - saidLength) / 2)))
      return { text: (text + after).trim(), quotes: [quoteOf(inside, before.length, speaker)] }
    },
  }
}

const capitalized = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
const withoutStop = (text: string, stop: string): string =>
  text.endsWith(stop.trim()) ? text.slice(0, -stop.trim().length) : text
