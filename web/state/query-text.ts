import type { ReceiptClause, ReceiptTerm } from '../../src/search/receipt.ts'

/** Pairs of marks that hold a phrase, each with all marks of its family: none of them may stand inside. */
const MARKS = [
  ['"', '"', /["＂“”„‟〝〞〟❝❞]/u],
  ['«', '»', /[«»]/u],
  ['「', '」', /[「」｢｣﹁﹂]/u],
] as const

/** Text in marks that it does not hold itself; undefined for what holds all of them. */
function inMarks(text: string): string | undefined {
  const pair = MARKS.find(([, , family]) => !family.test(text))
  return pair && `${pair[0]}${text}${pair[1]}`
}

export type TypedFilter = {
  readonly field: string
  readonly text: string
  readonly isExcluded: boolean
}

/** A filter as it is typed into the box; undefined where no marks can hold its value. */
export function filterText({ field, text, isExcluded }: TypedFilter): string | undefined {
  const value = /^[\p{L}\p{N}_-]+$/u.test(text) ? text : inMarks(text)
  return value && `${isExcluded ? '-' : ''}${field}:${value}`
}

/** A query that has a typed filter, too. */
export function withFilter(q: string, filter: TypedFilter): string | undefined {
  const text = filterText(filter)
  return text && [q.trim(), text].filter(part => part !== '').join(' ')
}

/** What was searched, without one of its clauses, as it would be typed; undefined where that can't be written. */
export function withoutClause(clauses: readonly ReceiptClause[], left: ReceiptClause): string | undefined {
  return joined(clauses.filter(clause => clause !== left).map(clauseText))
}

/** What was searched, but its phrases as words that may stand anywhere. */
export const withoutMarks = (clauses: readonly ReceiptClause[]): string | undefined =>
  joined(
    clauses.map(clause =>
      clause.kind === 'phrase' && !clause.isExcluded ? plainWords(clause.text) : clauseText(clause),
    ),
  )

const joined = (parts: readonly (string | undefined)[]): string | undefined =>
  parts.includes(undefined) ? undefined : parts.join(' ')

function clauseText(clause: ReceiptClause): string | undefined {
  if (clause.kind === 'filter') return filterText(clause)
  if (clause.kind === 'or') {
    const terms = clause.of.map(termText)
    return terms.includes(undefined) ? undefined : terms.join(' OR ')
  }
  const text = termText(clause)
  return text && `${clause.isExcluded ? '-' : ''}${text}`
}

const termText = (term: ReceiptTerm): string | undefined =>
  term.kind === 'phrase' ? inMarks(term.text) : term.text

/** Words of a phrase that mean nothing else outside of one. */
const plainWords = (text: string): string =>
  text
    .replaceAll(/[[\]…]|\.{2,}/gu, ' ')
    .replaceAll(/(^|\s)[-−]+/gu, '$1')
    .split(/\s+/u)
    .filter(word => word !== '' && word !== 'OR')
    .join(' ')
