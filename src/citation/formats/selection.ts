import type { Quote } from '../../domain/paragraph.ts'
import { AppError } from '../../errors.ts'
import type { Range } from '../operation.ts'

/** What of a paragraph is cited: all of it, one of its quotes by its number, or a part of its text. */
export type Selection =
  | { readonly kind: 'paragraph' }
  | { readonly kind: 'quote'; readonly number: number }
  | ({ readonly kind: 'range' } & Range)

export type Selected = {
  readonly range: Range
  /** The quote that is cited, or that holds all that is cited. */
  readonly quote?: Quote
  /** What tells it from other citations of the same paragraph; '' for the whole. */
  readonly suffix: string
}

type Quoted = { readonly text: string; readonly quotes: readonly Quote[] }

/** Throws `not_found` for a quote that the paragraph does not have, `invalid_request` for a range that is none in it. */
export function select(paragraph: Quoted, selection: Selection): Selected {
  const { text, quotes } = paragraph
  switch (selection.kind) {
    case 'paragraph':
      return { range: { start: 0, end: text.length }, suffix: '' }
    case 'quote': {
      const quote = quotes[selection.number]
      if (!quote) throw noSuchQuote(selection.number, quotes.length)
      return { range: quote, quote, suffix: `-q${selection.number}` }
    }
    case 'range': {
      const { start, end } = selection
      assertRange(text, selection)
      const quote = quotes.findLast(one => one.start <= start && end <= one.end)
      return { range: { start, end }, ...(quote && { quote }), suffix: `-${start}-${end}` }
    }
  }
}

function assertRange(text: string, { start, end }: Range): void {
  if (start >= end || end > text.length) {
    throw new AppError(
      'invalid_request',
      `From ${start} to ${end} is no part of a text of ${text.length} units.`,
      {
        hint: 'Count UTF-16 code units of the paragraph’s text; start is inclusive, end exclusive.',
      },
    )
  }
  if (isWithinPair(text, start) || isWithinPair(text, end) || text.slice(start, end).trim() === '') {
    throw new AppError('invalid_request', `From ${start} to ${end} there is no text that could be cited.`, {
      hint: 'Begin and end between two characters.',
    })
  }
}

const isWithinPair = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1))

const noSuchQuote = (number: number, count: number): AppError =>
  new AppError('not_found', `The paragraph has no quote ${number}.`, {
    hint:
      count === 0
        ? 'It has none: leave the parameter “quote” out to cite the paragraph.'
        : `Its quotes are numbered from 0 to ${count - 1}.`,
  })
