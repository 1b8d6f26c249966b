import type { Language } from '../domain/language.ts'
import { SURE_SPEAKER } from '../domain/paragraph.ts'
import type { Quote } from '../domain/paragraph.ts'
import { STEMMED_LANGUAGES } from '../domain/language.ts'
import { tagArticle } from '../language/tag-article.ts'
import type { TaggedParagraph } from '../language/tag-article.ts'
import { extractQuotes } from '../quotes/extract-quotes.ts'

/** One quotation of a draft. */
export type DraftQuotation = {
  readonly text: string
  /** The same with spaces for the tags in it. */
  readonly plain: string
  /** UTF-16 code units into the draft, half-open, without the marks. */
  readonly start: number
  readonly end: number
  readonly language: Language
  /** All languages that it may be in. */
  readonly languages: readonly Language[]
  /** Who the draft says has said it. */
  readonly speaker?: string
}

/**
 * The quotations of a text that somebody is writing. One without any quotation marks is one quotation. `languages` are
 * those that its writer names; else they are guessed. Tags of markup are read as spaces.
 */
export function readDraft(draft: string, languages: readonly Language[] = []): DraftQuotation[] {
  const plain = draft.replaceAll(TAG, tag => ' '.repeat(tag.length))
  const placed = (start: number, end: number): Pick<DraftQuotation, 'text' | 'plain' | 'start' | 'end'> => ({
    text: draft.slice(start, end),
    plain: plain.slice(start, end),
    start,
    end,
  })
  const pieces = piecesOf(plain)
  const tags = tagArticle(
    pieces.map(({ text }) => text),
    { declared: languages },
  ).paragraphs
  const paragraphs = pieces.map((piece, i) => ({
    ...piece,
    kind: 'text' as const,
    ...languagesOf(languages, tags[i]),
  }))
  const quotes = extractQuotes(paragraphs)
  const quotations = paragraphs.flatMap((paragraph, i) =>
    (quotes[i] ?? []).filter(isClaimed).map((quote): DraftQuotation => ({
      ...placed(paragraph.start + quote.start, paragraph.start + quote.end),
      language: paragraph.language,
      languages: paragraph.languages,
      // who only probably says it is nobody to warn about
      ...(quote.speaker !== undefined && quote.confidence >= SURE_SPEAKER && { speaker: quote.speaker }),
    })),
  )
  if (quotations.length > 0) return quotations
  const start = plain.length - plain.trimStart().length
  const end = Math.max(start, plain.trimEnd().length)
  return [{ ...placed(start, end), ...languagesOf(languages, longestOf(paragraphs, tags)) }]
}

const TAG = /<\/?[a-z][^<>]{0,300}>/gi

/** What stands within another quote is checked with it; a word or two in marks is no claim that somebody said so. */
const isClaimed = ({ kind, text }: Quote): boolean =>
  kind === 'direct' || kind === 'dash' || (kind === 'scare' && text.length >= SHORTEST_SCARE)

const SHORTEST_SCARE = 20

/** A guess below this is as good as none. */
const SURE = 0.5

function languagesOf(
  declared: readonly Language[],
  tag: TaggedParagraph | undefined,
): { language: Language; languages: readonly Language[] } {
  const [first] = declared
  if (first !== undefined) {
    const guessed = tag?.language
    const language = declared.find(one => one === guessed) ?? first
    return { language, languages: declared }
  }
  if (!tag || tag.language === 'und') return { language: 'und', languages: STEMMED_LANGUAGES }
  const languages =
    tag.confidence < SURE
      ? STEMMED_LANGUAGES
      : [tag.language, ...tag.alternatives.map(({ language }) => language)]
  return { language: tag.language, languages }
}

function longestOf(
  paragraphs: readonly { readonly text: string }[],
  tags: readonly TaggedParagraph[],
): TaggedParagraph | undefined {
  const lengths = paragraphs.map(({ text }) => text.length)
  return tags[lengths.indexOf(Math.max(...lengths))]
}

/** Paragraphs with their places: parted by blank lines or, in a text without any, by line breaks. */
function piecesOf(draft: string): { text: string; start: number }[] {
  const pieces: { text: string; start: number }[] = []
  const lines = linesOf(draft)
  const first = lines.findIndex(({ isBlank }) => !isBlank)
  const last = lines.findLastIndex(({ isBlank }) => !isBlank)
  const isParted = lines.slice(first, last).some(({ isBlank }) => isBlank)
  let open: { start: number; end: number } | undefined
  const close = (): void => {
    if (open) pieces.push({ text: draft.slice(open.start, open.end), start: open.start })
    open = undefined
  }
  for (const { start, end, isBlank } of lines) {
    if (isBlank || !isParted) close()
    if (!isBlank) open = { start: open?.start ?? start, end }
  }
  close()
  return pieces
}

function linesOf(draft: string): { start: number; end: number; isBlank: boolean }[] {
  let end = -1
  return draft.split('\n').map(line => {
    const start = end + 1
    end = start + line.length
    return { start, end, isBlank: line.trim() === '' }
  })
}
