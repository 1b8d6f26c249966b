import { createHash } from 'node:crypto'

/** UTF-16 code units. The server cuts tokens at 255 and refuses terms of more than 32,766 bytes. */
export const LONGEST_WHOLE_TERM = 180

/**
 * A term or stem as the index holds it: a very long one by its beginning and its hash, so that it stays one token, still
 * equals nothing but itself, and still begins as it did.
 */
export function storedTerm(term: string): string {
  if (term.length <= LONGEST_WHOLE_TERM) return term
  return `${beginningOf(term)}…${createHash('sha256').update(term).digest('base64url').slice(0, 22)}`
}

/** What every stored term begins with whose term begins with this. Of a very long prefix only its beginning is known. */
export const storedPrefix = (prefix: string): string =>
  prefix.length <= LONGEST_WHOLE_TERM ? prefix : beginningOf(prefix)

/** Not through the middle of a surrogate pair. */
const beginningOf = (term: string): string =>
  term.slice(0, LONGEST_WHOLE_TERM).replace(/[\ud800-\udbff]$/, '')

/** The index is UTF-8, which knows no lone surrogates. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')

/** Names longer than that are compared by their hash; code units. */
const LONGEST_KEY = 1000

export const storedKey = (key: string): string =>
  key.length <= LONGEST_KEY ? wellFormed(key) : createHash('sha256').update(key).digest('base64url')
