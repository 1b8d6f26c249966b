import type { AnalyzedToken } from '../../domain/analyzed.ts'
import type { Language } from '../../domain/language.ts'
import type { TokenText } from '../common/score-tokens.ts'

/** Tokens at their positions; those outside of a zone are missing. */
export type PlacedTokens = readonly (AnalyzedToken | undefined)[]

/**
 * The tokens of a paragraph as one string that the server only stores: to verify a phrase or to score a paragraph by it
 * takes a tenth of the time of analysing its text again. A blank parts tokens; each is `term`, `/` before each stem, `=`
 * before its accented form. None of these characters stands in a term; of accented forms only numbers have blanks.
 * Nothing stands for a token that is missing.
 */
export const tokenText = (tokens: PlacedTokens): string =>
  tokens.map(token => (token ? textOfToken(token) : '')).join(' ')

const textOfToken = ({ term, stems, accented }: AnalyzedToken): string =>
  term +
  stems.map(stem => `/${stem}`).join('') +
  (accented === undefined ? '' : `=${accented.replaceAll(' ', '_')}`)

/** In the place of a missing token stands one with an empty term, which no query has. */
export const tokensOf = (text: string): AnalyzedToken[] => (text === '' ? [] : text.split(' ').map(tokenOf))

/** For words only the tokens that may be meant are read, which takes a tenth of the time of reading all. */
export function readTokenText(text: string, language: Language): TokenText {
  let tokens: readonly AnalyzedToken[] | undefined
  return {
    language,
    length: countTokens(text),
    get tokens() {
      return (tokens ??= tokensOf(text))
    },
    tokensWith: pieces => tokensWith(text, pieces),
  }
}

function countTokens(text: string): number {
  if (text === '') return 0
  let count = 1
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++
  return count
}

function tokensWith(text: string, pieces: readonly string[]): AnalyzedToken[] {
  const starts = new Set<number>()
  for (const piece of pieces) {
    for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, endOfToken(text, at) + 1)) {
      starts.add(text.lastIndexOf(' ', at - 1) + 1)
    }
  }
  return Array.from(starts, start => tokenOf(text.slice(start, endOfToken(text, start))))
}

function endOfToken(text: string, at: number): number {
  const end = text.indexOf(' ', at)
  return end < 0 ? text.length : end
}

const NO_STEMS: readonly string[] = []

function tokenOf(text: string): AnalyzedToken {
  const equals = text.indexOf('=')
  const forms = equals < 0 ? text : text.slice(0, equals)
  const slash = forms.indexOf('/')
  const term = slash < 0 ? forms : forms.slice(0, slash)
  const stems = slash < 0 ? NO_STEMS : stemsOf(forms.slice(slash + 1))
  return equals < 0 ? { term, stems } : { term, stems, accented: text.slice(equals + 1).replaceAll('_', ' ') }
}

/** Most words have a single stem, and to split takes longer than all the rest. */
const stemsOf = (text: string): readonly string[] => (text.includes('/') ? text.split('/') : [text])
