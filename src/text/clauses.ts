import type { Language } from '../domain/language.ts'
import type { Clause, LanguageStem, PhraseClause, PhraseStep, WordClause } from '../domain/query.ts'
import { lower } from './normal-form.ts'
import { codePoints, gramLength, isHangul, runsOf } from './scripts.ts'
import { stemsOf, type WordStemmer } from './stem.ts'
import { splitWords, type RawWord } from './split-words.ts'
import { termsOf } from './tokenize.ts'

/** What a reader typed, as clauses that all engines understand: the counterpart of analyze.ts. */

/** Words within this many tokens may stand where a quotation was cut with `…`. */
export const ELLIPSIS_GAP = 30
const ELLIPSIS = /\[\s*(?:…|\.{3,})\s*\]|…|\.{3,}/u

/** What joins several words into one that was typed without a space: `Jong-un`, `l'eau`, `U.S.`, `AT&T`. */
const JOINERS = /^[.'’‘ʼʻ\-\u2010\u2011\u2013_@&·]+$/u
const APOSTROPHE = /^['’‘ʼʻ＇]$/u
const HYPHEN_OR_APOSTROPHE = /^['’‘ʼʻ＇\-\u2010\u2011]$/u

/** Articles and pronouns elided before an apostrophe in French, Italian, Catalan (folded). */
const ELIDED = new Set(
  'l d j m t s n c qu un dell all nell sull dall coll gl quest quell sant lorsqu puisqu jusqu quoiqu'.split(
    ' ',
  ),
)

type Part = { readonly word: string; readonly term: string }

/**
 * The clauses of a run of unquoted text; every one must match. Several tokens typed as one word (`Jong-un`) are an adjacent
 * phrase or, at a hyphen or an apostrophe, its joined form; an elided article (`l'eau`) and a possessive s (`Trump's`) are
 * left out; runs without spaces are cut into words, each searched as a phrase of n-grams. Empty without any letter or digit.
 */
export function wordClauses(
  typed: string,
  languages: readonly Language[],
  { stemmer = stemsOf }: { readonly stemmer?: WordStemmer } = {},
): Clause[] {
  return chunksOf(typed).flatMap(chunk => chunkClauses(chunk, { languages, stemmer }))
}

/** The languages in which words are stemmed, and what stems them. */
type Stemming = { readonly languages: readonly Language[]; readonly stemmer: WordStemmer }

type Chunk = { readonly words: RawWord[]; readonly joiners: string[] }

function chunksOf(typed: string): Chunk[] {
  const chunks: Chunk[] = []
  let end = 0
  for (const word of splitWords(typed)) {
    const between = typed.slice(end, word.start)
    const open = chunks.at(-1)
    if (open && JOINERS.test(between)) {
      open.words.push(word)
      open.joiners.push(between)
    } else {
      chunks.push({ words: [word], joiners: [] })
    }
    end = word.start + word.raw.length
  }
  return chunks
}

function chunkClauses({ words, joiners }: Chunk, stemming: Stemming): Clause[] {
  let parts = words.flatMap(partsOf)
  const plain = parts.every(part => gramLength(part.term) === 0)
  if (!plain || parts.length < 2 || joiners.length === 0) {
    return parts.flatMap(part => partClauses(part, stemming))
  }
  const first = parts[0]
  if (first && APOSTROPHE.test(joiners[0] ?? '') && ELIDED.has(first.term)) parts = parts.slice(1)
  if (parts.length > 1 && APOSTROPHE.test(joiners.at(-1) ?? '') && parts.at(-1)?.term === 's')
    parts = parts.slice(0, -1)
  const only = parts[0]
  if (parts.length === 1 && only) return [wordClause(only.word, only.term, stemming)]
  const adjacent: PhraseClause = {
    kind: 'phrase',
    steps: parts.map(part => ({ term: part.term, maxGap: 0 })),
  }
  if (!joiners.every(joiner => HYPHEN_OR_APOSTROPHE.test(joiner))) return [adjacent]
  const joined = parts.map(part => part.term).join('')
  return [{ kind: 'or', of: [adjacent, wordClause(joined, joined, stemming)] }]
}

/** The runs of one script within a raw word, in normal form. */
function partsOf({ raw }: RawWord): Part[] {
  const { folded, terms } = termsOf(raw)
  const only = terms[0]
  if (terms.length === 1 && only) return [{ word: raw, term: only.term }]
  if (terms.every(term => term.gram === 0)) return terms.map(({ term }) => ({ word: term, term }))
  return runsOf(folded).flatMap(({ text, gram }) => (gram ? [{ word: text, term: text }] : plainParts(text)))
}

const plainParts = (run: string): Part[] =>
  [...run.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([part]) => ({ word: part, term: part }))

function partClauses(part: Part, stemming: Stemming): Clause[] {
  const gram = gramLength(part.term)
  if (gram === 0) return [wordClause(part.word, part.term, stemming)]
  return segmentRun(part.term, gram).map(word => gramClause(word, gram))
}

/** A query without spaces is cut by the dictionaries of ICU; what was indexed is not, so a wrong cut loses nothing that is a word. */
function segmentRun(run: string, gram: 2 | 3): readonly string[] {
  if (isHangul(run)) return [run]
  const segmenter = gram === 3 ? SOUTH_EAST_ASIAN_WORDS : HAN_WORDS
  return [...segmenter.segment(run)].map(({ segment }) => segment)
}
const HAN_WORDS = new Intl.Segmenter('zh', { granularity: 'word' })
const SOUTH_EAST_ASIAN_WORDS = new Intl.Segmenter('th', { granularity: 'word' })

function gramClause(run: string, gram: 2 | 3): Clause {
  const steps = gramSteps(run, gram, { isOpen: true })
  const only = steps[0]
  return steps.length === 1 && only ? singleStep(only) : { kind: 'phrase', steps }
}

/**
 * The grams of a run. An open one may go on in the text: `50周` finds 50周年, so the short grams at its end, which only
 * stand at the end of a run, are left out.
 */
function gramSteps(run: string, gram: 2 | 3, { isOpen }: { isOpen: boolean }): PhraseStep[] {
  const characters = codePoints(run)
  if (isOpen && characters.length < gram) return [{ term: run, maxGap: 0, prefix: true }]
  const count = isOpen ? characters.length - gram + 1 : characters.length
  return Array.from({ length: count }, (_, i) => ({
    term: characters.slice(i, i + gram).join(''),
    maxGap: 0,
  }))
}

const singleStep = ({ term, prefix }: PhraseStep): WordClause =>
  prefix ? { kind: 'word', terms: [], stems: [], prefix: term } : { kind: 'word', terms: [term], stems: [] }

/** One word: its term, and its stem in each of the languages. */
function wordClause(word: string, term: string, { languages, stemmer }: Stemming): WordClause {
  const stems: LanguageStem[] = languages.flatMap(language =>
    stemmer(word, language).map(stem => ({ language, stem })),
  )
  const accented = lower(word, 'und')
  return { kind: 'word', terms: [term], stems, ...(accented === term ? {} : { accented }) }
}

/**
 * Words in quotation marks: contiguous tokens, same terms, no stems; `…`, `...` and `[…]` are gaps. Words in brackets,
 * `[Clinton]`, were put in by who cites, and may be missing in the text; in a script without spaces they are a gap of their
 * length. Brackets within a word, `[W]e`, only say which letters were changed. A single word is that very word, not its
 * inflections. Absent without any letter or digit.
 */
export function phraseClause(typed: string): PhraseClause | WordClause | undefined {
  const steps: PhraseStep[] = []
  let skipped = 0
  for (const [index, piece] of withWholeWords(typed).split(ELLIPSIS).entries()) {
    const pieceSteps = withInsertions(piece)
    const [first, ...rest] = pieceSteps.steps
    if (!first) continue
    const isAfterGap = index > 0 && steps.length > 0
    steps.push(isAfterGap ? { ...first, maxGap: ELLIPSIS_GAP + skipped } : first, ...rest)
    skipped = pieceSteps.skipped
  }
  const only = steps[0]
  if (!only) return undefined
  return steps.length === 1 ? singleStep(only) : { kind: 'phrase', steps }
}

const BRACKETED_LETTERS = /(?<=(\p{L}?))\[(\p{L}+)\](?=(\p{L}?))/gu

function withWholeWords(typed: string): string {
  if (!typed.includes('[')) return typed
  return typed.replaceAll(
    BRACKETED_LETTERS,
    (all: string, before: string, letters: string, behind: string) =>
      // where words are written without spaces, brackets touch other words
      before + behind !== '' && gramLength(before + letters + behind) === 0 ? letters : all,
  )
}

const INSERTION = /\[([^[\]]*)\]/u

/** Odd pieces stood in brackets. A phrase has to have words of its own. */
function withInsertions(piece: string): PhrasePiece {
  const [first = '', ...rest] = piece.split(INSERTION)
  if (rest.length === 0 || (rest.every((part, i) => i % 2 === 0 || !hasWords(part)) && !hasWords(first))) {
    return pieceOfPhrase(piece)
  }
  const steps = [...pieceOfPhrase(first).steps]
  let skipped = pieceOfPhrase(first).skipped
  for (const [i, part] of rest.entries()) {
    const {
      steps: [next, ...others],
      skipped: open,
    } = pieceOfPhrase(part)
    if (!next) continue
    if (i % 2 === 0 && gramLength(next.term) > 0) skipped += codePoints(part).length
    else {
      const isOptional = i % 2 === 0
      const joined = [{ ...next, maxGap: steps.length > 0 ? skipped : 0 }, ...others]
      steps.push(...joined.map(step => (isOptional ? { ...step, optional: true } : step)))
      skipped = open
    }
  }
  return { steps, skipped }
}

const hasWords = (text: string): boolean => pieceOfPhrase(text).steps.length > 0

type PhrasePiece = { readonly steps: readonly PhraseStep[]; readonly skipped: number }

/** `skipped`: grams of the text that the last, open run stands on without naming them. */
function pieceOfPhrase(piece: string): PhrasePiece {
  const parts = splitWords(piece).flatMap(partsOf)
  let skipped = 0
  const steps = parts.flatMap((part, i): PhraseStep[] => {
    const gram = gramLength(part.term)
    if (gram === 0) return [{ term: part.term, maxGap: 0 }]
    const isOpen = i === parts.length - 1
    const ofRun = gramSteps(part.term, gram, { isOpen })
    if (isOpen) skipped = codePoints(part.term).length - ofRun.length
    return ofRun
  })
  return { steps, skipped }
}

/**
 * The last word while it is being typed: also every word that begins so. N-grams stay as they are, for they already match
 * inside longer runs.
 */
export function withPrefix(clause: Clause): Clause {
  if (clause.kind === 'or') return { kind: 'or', of: clause.of.map(withPrefix) }
  if (clause.kind === 'phrase') {
    const last = clause.steps.at(-1)
    if (!last || gramLength(last.term)) return clause
    return { kind: 'phrase', steps: [...clause.steps.slice(0, -1), { ...last, prefix: true }] }
  }
  const term = clause.kind === 'word' ? clause.terms[0] : undefined
  if (clause.kind !== 'word' || term === undefined || gramLength(term)) return clause
  return { ...clause, prefix: term }
}

/** Neighbouring words of the query as phrases: they raise the rank of texts that hold them side by side. */
export function nearbyPhrases(clauses: readonly Clause[]): PhraseClause[] {
  const phrases: PhraseClause[] = []
  for (let i = 1; i < clauses.length; i++) {
    const before = stepsOf(clauses[i - 1])
    const after = stepsOf(clauses[i])
    const first = after[0]
    if (before.length === 0 || !first) continue
    const last = before.at(-1)
    const isRun = last !== undefined && gramLength(last.term) > 0 && gramLength(first.term) > 0
    phrases.push(isRun ? bridge(before, after) : { kind: 'phrase', steps: [...before, ...after] })
  }
  return phrases
}

/** Two words of one run: the grams across their border are part of the phrase. */
function bridge(before: readonly PhraseStep[], after: readonly PhraseStep[]): PhraseClause {
  const run = surfaceOf(before) + surfaceOf(after)
  const gram = gramLength(run)
  return { kind: 'phrase', steps: gram ? gramSteps(run, gram, { isOpen: true }) : [...before, ...after] }
}

const surfaceOf = (steps: readonly PhraseStep[]): string =>
  steps.map((step, i) => (i === 0 ? step.term : (codePoints(step.term).at(-1) ?? ''))).join('')

function stepsOf(clause: Clause | undefined): readonly PhraseStep[] {
  if (!clause) return []
  if (clause.kind === 'phrase') return clause.steps
  if (clause.kind === 'or') return stepsOf(clause.of[0])
  if (clause.kind !== 'word') return []
  const term = clause.terms[0]
  if (term !== undefined) return [{ term, maxGap: 0 }]
  return clause.prefix === undefined ? [] : [{ term: clause.prefix, maxGap: 0, prefix: true }]
}
