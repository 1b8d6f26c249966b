import type { Language } from '../domain/language.ts'
import type { Clause, PhraseClause, WordClause } from '../domain/query.ts'
import { nearbyPhrases, phraseClause, withPrefix, wordClauses } from '../text/clauses.ts'
import type { WordStemmer } from '../text/stem.ts'
import { isWidenable } from '../text/match.ts'
import { fold } from '../text/normal-form.ts'
import { codePoints, gramLength } from '../text/scripts.ts'
import type { Note } from './notes.ts'
import { shown } from './notes.ts'
import type { ParsedQuery, QueryTerm } from './query-syntax.ts'
import type { ReceiptClause, ReceiptTerm } from './receipt.ts'

export type PlannedWords = {
  /** What must match, every one; alternatives of `OR` are one `or`. */
  readonly required: readonly Clause[]
  readonly excluded: readonly Clause[]
  readonly nearby: readonly PhraseClause[]
  /** What stood in quotation marks, by its number among the words and phrases of `required`, as the matcher counts them. */
  readonly quoted: ReadonlyMap<number, string>
  readonly receipt: readonly ReceiptClause[]
  readonly notes: readonly Note[]
  /** Words and phrases altogether. */
  readonly count: number
}

export type WordScope = {
  /** Languages in which inflected forms match. */
  readonly languages: readonly Language[]
  readonly stemmer: WordStemmer
  readonly maxEdits: 0 | 1 | 2
  /** The last required word is still being typed. */
  readonly endsInPrefix: boolean
}

/** The clauses of what was typed, and what the receipt says about each. */
export function planWords({ required, excluded }: ParsedQuery, scope: WordScope): PlannedWords {
  const notes: Note[] = []
  const last = scope.endsInPrefix ? required.at(-1)?.at(-1) : undefined
  const plan = (term: QueryTerm): PlannedTerm | undefined =>
    planTerm(term, { ...scope, isPrefix: term === last }, notes)

  const groups = required
    .map(group => group.flatMap(term => plan(term) ?? []))
    .filter(group => group.length > 0)
  const unique = withoutRepeated(groups, notes)
  const nots = excluded.flatMap(
    term => planTerm(term, { ...scope, maxEdits: 0, isPrefix: false }, notes) ?? [],
  )

  const clauses = unique.flatMap(clausesOfGroup)
  return {
    required: clauses.map(({ clause }) => clause),
    excluded: nots.map(term => ({ kind: 'not', of: allOf(term.clauses) })),
    nearby: nearbyPhrases(clauses.map(({ clause }) => clause)),
    quoted: quotedLeaves(clauses),
    receipt: [
      ...unique.map(receiptOfGroup),
      ...nots.map((term): ReceiptClause => ({ ...term.receipt, isExcluded: true })),
    ],
    notes,
    count: [...groups.flat(), ...nots].reduce((sum, term) => sum + term.clauses.length, 0),
  }
}

type PlannedTerm = {
  readonly clauses: readonly Clause[]
  readonly isQuoted: boolean
  readonly receipt: ReceiptTerm
}

type TermScope = WordScope & { readonly isPrefix: boolean }

function planTerm(term: QueryTerm, scope: TermScope, notes: Note[]): PlannedTerm | undefined {
  const planned = term.kind === 'phrase' ? planPhrase(term.text) : planWord(term.text, scope, notes)
  if (planned === undefined) {
    const message = `“${shown(term.text)}” has no letter or digit and was ignored.`
    notes.push({ code: 'word_without_letters', message, about: shown(term.text) })
  }
  return planned
}

function planPhrase(text: string): PlannedTerm | undefined {
  const clause = phraseClause(text)
  if (clause === undefined) return undefined
  const gaps = clause.kind === 'phrase' ? clause.steps.filter(step => step.maxGap > 0).length : 0
  return { clauses: [clause], isQuoted: true, receipt: { kind: 'phrase', text: text.trim(), gaps } }
}

function planWord(text: string, scope: TermScope, notes: Note[]): PlannedTerm | undefined {
  const words = wordClauses(text, scope.languages, scope)
  if (words.length === 0) return undefined
  const clauses = words.map((clause, index) => {
    const widened = clause.kind === 'word' ? widen(clause, scope.maxEdits) : clause
    return scope.isPrefix && index === words.length - 1 ? withPrefix(widened) : widened
  })
  noteOptionalPart(text, clauses, notes)
  const leaves = clauses.flatMap(leavesOf)
  return {
    clauses,
    isQuoted: false,
    receipt: {
      kind: 'word',
      text,
      ...(clauses.length > 1 && { words: clauses.map(surfaceOf) }),
      inflections: leaves.some(leaf => leaf.kind === 'word' && leaf.stems.length > 0),
      prefix: scope.isPrefix && clauses.at(-1) !== words.at(-1),
      typos: clauses.reduce<0 | 1 | 2>((most, clause) => {
        const edits = clause.kind === 'word' ? (clause.edits ?? 0) : 0
        return edits > most ? edits : most
      }, 0),
    },
  }
}

/**
 * One edit from five letters, two from nine. A word of several tokens (`Jong-un`) is not widened: its joined form has no
 * match where its parts have.
 */
function widen(clause: WordClause, maxEdits: 0 | 1 | 2): WordClause {
  const [term = ''] = clause.terms
  const letters = codePoints(term).length
  if (maxEdits === 0 || letters < 5 || !isWidenable(term)) return clause
  return { ...clause, edits: letters >= 9 && maxEdits === 2 ? 2 : 1 }
}

/** `l'eau` is searched as `eau`, `Trump's` as `trump`: the reader is told what was left out. */
function noteOptionalPart(text: string, clauses: readonly Clause[], notes: Note[]): void {
  const [clause, more] = clauses
  if (clause?.kind !== 'word' || more !== undefined || !/\p{L}['’‘ʼʻ＇]\p{L}/u.test(text)) return
  const [term = ''] = clause.terms
  if (fold(text).replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '') === term) return
  const message = `“${shown(text)}” was searched as “${term}”: what the apostrophe joins to it may differ.`
  notes.push({ code: 'optional_word', message, about: shown(text) })
}

function withoutRepeated(groups: readonly PlannedTerm[][], notes: Note[]): PlannedTerm[][] {
  const seen = new Set<string>()
  return groups.filter(group => {
    const key = JSON.stringify(group.map(term => term.clauses))
    if (seen.has(key)) {
      const typed = group.map(term => term.receipt.text).join(' OR ')
      notes.push({
        code: 'duplicate_word',
        message: `“${shown(typed)}” was typed twice and is searched once.`,
        about: shown(typed),
      })
      return false
    }
    seen.add(key)
    return true
  })
}

type MarkedClause = { readonly clause: Clause; readonly quoted: readonly (string | undefined)[] }

/** A word that stands alone gives its clauses to the outer `and`, so that a part of them may match partially. */
function clausesOfGroup(group: readonly PlannedTerm[]): MarkedClause[] {
  const marked = group.map(({ clauses, isQuoted, receipt }) =>
    clauses.map(clause => ({
      clause,
      quoted: leavesOf(clause).map(() => (isQuoted ? receipt.text : undefined)),
    })),
  )
  const [alone] = marked
  if (marked.length === 1 && alone !== undefined) return alone
  const clause: Clause = { kind: 'or', of: group.map(term => allOf(term.clauses)) }
  return [{ clause, quoted: marked.flat().flatMap(({ quoted }) => quoted) }]
}

export function allOf(clauses: readonly Clause[]): Clause {
  const [only] = clauses
  return clauses.length === 1 && only !== undefined ? only : { kind: 'and', of: clauses }
}

function quotedLeaves(clauses: readonly MarkedClause[]): ReadonlyMap<number, string> {
  const phrases = clauses.flatMap(({ quoted }) => quoted)
  return new Map(phrases.flatMap((typed, number) => (typed === undefined ? [] : [[number, typed] as const])))
}

function receiptOfGroup(group: readonly PlannedTerm[]): ReceiptClause {
  const terms = group.map(({ receipt }) => receipt)
  const [only] = terms
  return terms.length === 1 && only !== undefined ? { ...only, isExcluded: false } : { kind: 'or', of: terms }
}

/** The words and phrases of a clause, in the order in which the matcher numbers them. */
export function leavesOf(clause: Clause): (WordClause | PhraseClause)[] {
  if (clause.kind === 'word' || clause.kind === 'phrase') return [clause]
  return clause.kind === 'not' ? leavesOf(clause.of) : clause.of.flatMap(leavesOf)
}

/** A word that was cut out of a longer run, as it stands there: n-grams overlap in all but their last character. */
function surfaceOf(clause: Clause): string {
  const [leaf] = leavesOf(clause)
  if (leaf?.kind === 'word') return leaf.terms[0] ?? leaf.prefix ?? ''
  const terms = leaf?.steps.map(step => step.term) ?? []
  if (terms.some(term => gramLength(term) === 0)) return terms.join(' ')
  return terms.map((term, index) => (index === 0 ? term : (codePoints(term).at(-1) ?? ''))).join('')
}
