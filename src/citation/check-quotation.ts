import type { Language } from '../domain/language.ts'
import { STEMMED_LANGUAGES } from '../domain/language.ts'
import type { Filters } from '../domain/query.ts'
import { AppError } from '../errors.ts'
import { gramLength } from '../text/scripts.ts'
import { splitWords } from '../text/split-words.ts'
import { createStemmer } from '../text/stem.ts'
import { findCandidates } from './candidates.ts'
import type { CitationIndex } from './candidates.ts'
import type { CheckNote } from './check-note.ts'
import { createMatchThread } from './match-thread.ts'
import type { MatchThread } from './match-thread.ts'
import type { Match } from './match.ts'
import { isSameSpeaker } from './same-speaker.ts'
import type { Verdict } from './verdict.ts'

/** What is asked about one quotation. */
export type QuotationClaim = {
  /** What is claimed to have been said; quotation marks around it do not matter. */
  readonly text: string
  /** In which its words are inflected and contracted; default: unknown. */
  readonly language?: Language
  /** The languages it may be in, in which other forms of its words are looked for; default: all. */
  readonly languages?: readonly Language[]
  /** Who is claimed to have said it. */
  readonly speaker?: string
}

export type CheckedMatch = Match & {
  /** The words are there, but somebody else says them. */
  readonly speakerWarning: boolean
}

export type QuotationCheck = {
  readonly text: string
  readonly language: Language
  readonly verdict: Verdict
  /** The closest attested wordings, the nearest first; also when nothing is near enough to count as found. */
  readonly matches: readonly CheckedMatch[]
  readonly notes: readonly CheckNote[]
  /** Something was not looked at in time, or the index did not answer in full. */
  readonly degraded: boolean
}

export type CheckControl = {
  readonly signal?: AbortSignal
  /** On the clock of `performance.now()`. */
  readonly deadline?: number
  /** How many matches are wanted at most; default 5. */
  readonly limit?: number
}

export type CheckIndex = CitationIndex & {
  stats(): Promise<{ readonly paragraphs: number }>
  facetValues(
    name: 'language',
    prefix: string,
    filters: Filters,
    now: number,
  ): Promise<readonly { readonly value: string }[]>
  readonly capabilities: { readonly maxEdits: 0 | 1 | 2 }
}

/** What somebody remembers of a quotation. */
export type Memory = Pick<QuotationClaim, 'text' | 'language' | 'languages'> & { readonly filters: Filters }

export type CheckQuotation = {
  /** Rejects with `invalid_request` where there is no word to check, and with what the index rejects with. */
  check(claim: QuotationClaim, control?: CheckControl): Promise<QuotationCheck>
  /** The nearest wordings that hold something of what is remembered, the nearest first, among paragraphs that pass the filters. */
  readonly remember: (
    memory: Memory,
    control?: CheckControl,
  ) => Promise<{ readonly matches: readonly Match[]; readonly degraded: boolean }>
  close(): Promise<void>
}

export type CheckOptions = {
  /** Milliseconds since 1970; for tests. */
  readonly clock?: () => number
  readonly thread?: MatchThread
}

const DEFAULT_LIMIT = 5
const DEFAULT_TIMEOUT_MS = 2000
/** Nearer than this, it is what was meant. */
const FOUND = { nearness: 0.45, coverage: 0.5 }
/** Farther than this, it has nothing to do with it. */
const ALIKE = 0.3
/** Letters of so few words, or of so few characters of scripts that put no spaces between words. */
const FEW = { words: 3, characters: 6 }
/** How long the size of the index is believed. */
const SIZE_MS = 10_000

/** Looks up claimed quotations in an index: candidates by its words, alignment with each, verdict. */
export function createQuotationCheck(index: CheckIndex, options: CheckOptions = {}): CheckQuotation {
  const clock = options.clock ?? Date.now
  const now = (): number => Math.floor(clock() / 1000)
  const thread = options.thread ?? createMatchThread()
  const stemmer = createStemmer()
  let size: { readonly paragraphs: number; readonly until: number } | undefined

  async function sizeOfIndex(): Promise<number> {
    if (size === undefined || clock() > size.until) {
      const { paragraphs } = await index.stats()
      size = { paragraphs, until: clock() + SIZE_MS }
    }
    return size.paragraphs
  }

  async function nearest(
    { text, language = 'und', languages = STEMMED_LANGUAGES, filters }: Memory,
    { signal, limit = DEFAULT_LIMIT, deadline = performance.now() + DEFAULT_TIMEOUT_MS }: CheckControl,
  ): Promise<{ matches: readonly Match[]; degraded: boolean }> {
    if (splitWords(text).length === 0) throw nothingToCheck()
    const paragraphs = await sizeOfIndex()
    const candidates = await findCandidates(index, {
      text,
      languages,
      filters,
      now: now(),
      size: paragraphs,
      maxEdits: index.capabilities.maxEdits,
      stemmer,
      deadline,
      ...(signal && { signal }),
    })
    const claim = { text, language, frequencies: candidates.frequencies, paragraphs }
    const { matches, isCut } = await thread.match(claim, candidates.paragraphs, { limit, deadline })
    return {
      matches: matches.filter(({ nearness }) => nearness >= ALIKE),
      degraded: candidates.degraded || isCut,
    }
  }

  async function check(claim: QuotationClaim, control: CheckControl = {}): Promise<QuotationCheck> {
    const { text, language = 'und', speaker } = claim
    const { matches, degraded } = await nearest({ ...claim, filters: {} }, control)
    const [best] = matches
    const verdict = best && isFound(best) ? best.verdict : 'notFound'
    const notes: CheckNote[] = []
    if (isShort(text)) notes.push('few_words')
    if (verdict === 'notFound' && language !== 'und' && !(await isIndexed(language)))
      notes.push('language_not_indexed')
    if (haveSeveralSpeakers(matches)) notes.push('several_speakers')
    return {
      text,
      language,
      verdict,
      matches: matches.map(match => ({ ...match, speakerWarning: isSaidByAnother(match, speaker) })),
      notes,
      degraded,
    }
  }

  async function isIndexed(language: Language): Promise<boolean> {
    const indexed = await index.facetValues('language', '', {}, now())
    return indexed.some(({ value }) => value === language)
  }

  return { check, remember: (memory, control = {}) => nearest(memory, control), close: () => thread.close() }
}

/** In order, or, as people remember, all of it in another order. */
const isFound = ({ nearness, coverage, hasAllWords }: Match): boolean =>
  hasAllWords || (nearness >= FOUND.nearness && coverage >= FOUND.coverage)

function isShort(text: string): boolean {
  const words = splitWords(text)
  const characters = words.reduce((sum, { raw }) => sum + (gramLength(raw) > 0 ? raw.length : 0), 0)
  return words.length < FEW.words && characters < FEW.characters
}

const isSaidByAnother = ({ quote }: Match, claimed: string | undefined): boolean =>
  claimed !== undefined && quote?.speaker !== undefined && !isSameSpeaker(claimed, quote.speaker)

/** Whether what is the same words is said by one person in one text and by another in another. */
function haveSeveralSpeakers(matches: readonly Match[]): boolean {
  const speakers = matches.flatMap(({ verdict, quote }) =>
    verdict !== 'altered' && quote?.speaker !== undefined ? [quote.speaker] : [],
  )
  return speakers.some(speaker => !isSameSpeaker(speaker, speakers[0] ?? speaker))
}

const nothingToCheck = (): AppError =>
  new AppError('invalid_request', 'There is no word to check.', {
    hint: 'Send the quotation as it stands in your text, with at least one word.',
  })
