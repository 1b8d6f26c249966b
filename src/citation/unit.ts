/**
 * What is aligned: a word, a whole number, one character of a script without spaces, or a symbol that says something
 * (`$`, `%`). Marks, dashes and spaces are no units, and so can never make a difference of words.
 */
export type Unit = {
  readonly kind: 'word' | 'number' | 'character' | 'symbol'
  /** The folded form; numbers with one mark for all that part digits: `3.5` of `3,5` and of `3.5`. */
  readonly key: string
  /** Other keys it may stand for: the `s` of `it's` is `is` or `has`, and the dash of `–5` is none or a minus. */
  readonly also?: readonly string[] | undefined
  /** As written; of a contraction the whole of it, for each of its units. */
  readonly raw: string
  /** UTF-16 code units into the text, half-open; units of one contraction share them. */
  readonly start: number
  readonly end: number
  /** One of several words written as one: `do` and `not` of `don't`. */
  readonly isContracted?: true | undefined
}

/** Whether two neighbouring units are written as one word. */
export const areOneContraction = (a: Unit | undefined, b: Unit | undefined): boolean =>
  a?.isContracted === true && a.start === b?.start

/** Units that begin at a token, and how many tokens they are made of. */
export type ReadUnits = readonly [units: readonly Unit[], used: number]
