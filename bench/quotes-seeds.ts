import type { Language } from '../src/domain/language.ts'
import type { Quote } from '../src/domain/paragraph.ts'
import { extractQuotes } from '../src/quotes/extract-quotes.ts'
import { readExpected } from '../test/seeds.ts'
import type { ExpectedParagraph } from '../test/seeds.ts'
import { groupBy } from './group-by.ts'
import type { Share } from './language-measure.ts'

type Expected = ExpectedParagraph['quotes'][number]

/** One quote of the sample newsroom: expected, found, or both. */
export type SeedQuote = {
  readonly paragraph: ExpectedParagraph
  readonly expected?: Expected
  readonly found?: Quote
}

/** The sample newsroom, article by article, in the languages that stand in `seeds/expected.ndjson`. */
export function judgeSeeds(): SeedQuote[] {
  const articles = groupBy(readExpected(), ({ articleId }) => articleId)
  return [...articles.values()].flatMap(paragraphs => {
    const found = extractQuotes(
      paragraphs.map(({ text, language, kind }) => ({ text, kind, language: language as Language })),
    )
    return paragraphs.flatMap((paragraph, index) => pairUp(paragraph, found[index] ?? []))
  })
}

/** By text; of two quotes with one text, the first goes with the first. */
function pairUp(paragraph: ExpectedParagraph, found: readonly Quote[]): SeedQuote[] {
  const left = [...found]
  const pairs = paragraph.quotes.map((expected): SeedQuote => {
    const place = left.findIndex(({ text }) => text === expected.text)
    const [quote] = place < 0 ? [] : left.splice(place, 1)
    return { paragraph, expected, ...(quote === undefined ? {} : { found: quote }) }
  })
  return [...pairs, ...left.map((quote): SeedQuote => ({ paragraph, found: quote }))]
}

export const isWronglyMarked = ({ expected }: SeedQuote): boolean => expected === undefined

export const isKindRight = ({ expected, found }: SeedQuote): boolean => expected?.kind === found?.kind

/** The canonical name to the letter; and nobody where nobody is known. */
export const isSeedSpeakerRight = ({ expected, found }: SeedQuote): boolean =>
  found !== undefined && (expected?.speaker ?? undefined) === found.speaker

export function seedFigures(quotes: readonly SeedQuote[]): Record<string, Share> {
  const wanted = quotes.filter(({ expected }) => expected !== undefined)
  const found = wanted.filter(({ found }) => found !== undefined)
  const spoken = wanted.filter(({ expected }) => expected?.speaker !== null)
  const share = (of: readonly SeedQuote[], isRight: (quote: SeedQuote) => boolean): Share => ({
    right: of.filter(isRight).length,
    of: of.length,
  })
  return {
    'spans found, to the letter': share(wanted, ({ found }) => found !== undefined),
    'spans marked that are none': { right: quotes.length - wanted.length, of: quotes.length },
    'kind, of the spans found': share(found, isKindRight),
    'speaker, where one is known': share(spoken, isSeedSpeakerRight),
    'nobody named, where nobody is known': share(
      wanted.filter(({ expected }) => expected?.speaker === null),
      isSeedSpeakerRight,
    ),
  }
}
