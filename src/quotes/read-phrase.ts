import { fold } from '../text/normal-form.ts'
import { capitalName } from './capital-name.ts'
import { caselessName } from './caseless-name.ts'
import { isNoun } from './noun-phrase.ts'
import { has, isPronoun, tokenAt } from './token.ts'
import { withoutCapitals } from './transcript.ts'
import type { Range, Token, Tokens } from './token.ts'
import { WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

const { article, role, break: breakWord } = WORD_CLASS
const { hisForm, herForm, hisTitle, herTitle, institution, indefinite } = WORD_CLASS

/** A phrase that names somebody, taken apart: `havnesjef Tora Lindvik` is a noun and a name. */
export type Phrase = {
  /** The tokens of the name, without titles; absent where nobody is named (`the minister`). */
  readonly name?: Range
  /** Folded nouns beside the name, or instead of one. */
  readonly nouns: readonly string[]
  /** One of them is listed as a person's office, trade or kin. */
  readonly hasRole: boolean
  readonly gender?: 'he' | 'she'
  readonly isInstitution: boolean
  /** `a minister`: somebody new. */
  readonly isIndefinite: boolean
}

/** Takes a phrase apart. `sentence` is where its sentence begins: a capital there is no sign of a name. */
export function readPhrase(
  tokens: Tokens,
  phrase: Range,
  { sentence, vocabulary }: { sentence: number; vocabulary: Vocabulary },
): Phrase {
  const name = tokenAt(tokens, phrase.to - 1).isCaseless
    ? caselessName(tokens, phrase, vocabulary)
    : capitalName(tokens, phrase, sentence, vocabulary)
  const nouns: string[] = []
  let hasRole = false
  let isInstitution = false
  let gender: 'he' | 'she' | undefined
  for (let at = phrase.from; at < phrase.to; at++) {
    const token = tokenAt(tokens, at)
    if (token.kind !== 'word') continue
    if (has(token, institution)) isInstitution = true
    if (name && at >= name.from && at < name.to) continue
    if (has(token, breakWord) && nouns.length > 0) break
    if (!isNoun(token)) continue
    gender ??= genderOf(token)
    if (has(token, role)) hasRole = true
    nouns.push(fold(withoutMarker(token, vocabulary)))
  }
  gender ??= genderOfArticle(tokenAt(tokens, phrase.from), hasRole)
  const isIndefinite = name === undefined && has(tokenAt(tokens, phrase.from), indefinite)
  return {
    nouns,
    hasRole,
    isInstitution,
    isIndefinite,
    ...(name === undefined ? {} : { name }),
    ...(gender === undefined ? {} : { gender }),
  }
}

/** Whether a phrase names a person: by name, by trade with an article or as its last word, by a pronoun. */
export function isNamed(
  tokens: Tokens,
  phrase: Range,
  within: { sentence: number; vocabulary: Vocabulary },
): boolean {
  const first = tokenAt(tokens, phrase.from)
  if (isPronoun(first) && phrase.to - phrase.from === 1) return true
  const { name, hasRole } = readPhrase(tokens, phrase, within)
  if (name) {
    // One capital at the beginning of a sentence is any word.
    const isAny = name.from === within.sentence && name.to - name.from === 1 && phrase.to - phrase.from > 1
    return !isAny
  }
  return hasRole && (has(first, article) || has(tokenAt(tokens, phrase.to - 1), role))
}

const genderOf = (token: Token): 'he' | 'she' | undefined =>
  has(token, hisTitle) ? 'he' : has(token, herTitle) ? 'she' : undefined

/** `el barquero`, `la portera`: only beside a person. */
function genderOfArticle(token: Token, hasRole: boolean): 'he' | 'she' | undefined {
  if (!hasRole || !has(token, article)) return undefined
  return has(token, herForm) ? 'she' : has(token, hisForm) ? 'he' : undefined
}

/** 감독은 is 감독 as the subject. */
export const withoutMarker = ({ lower, isCaseless }: Token, vocabulary: Vocabulary): string =>
  isCaseless ? lower.slice(0, lower.length - vocabulary.markerLength(lower)) : lower

/** `Berg’s`, `Marañol’a`, and the apostrophe alone. */
const POSSESSIVE = /['’]\p{Ll}{0,4}$/u

/** The name as written, without a possessive, a courtesy or a marker at its end; white space collapsed. */
export function nameText(text: string, tokens: Tokens, { from, to }: Range, vocabulary: Vocabulary): string {
  let name = text.slice(tokenAt(tokens, from).start, tokenAt(tokens, to - 1).end).replace(POSSESSIVE, '')
  if (tokenAt(tokens, to - 1).isCaseless) {
    // 베레즈노이 감독은: what stands before a title has no marker of its own
    if (!has(tokenAt(tokens, to), role)) name = name.slice(0, name.length - vocabulary.markerLength(name))
    const suffix = vocabulary.nameSuffixes.find(one => name.length > one.length && name.endsWith(one))
    if (suffix !== undefined) name = name.slice(0, -suffix.length).trimEnd()
  }
  return withoutCapitals(name.replaceAll(/\s+/gu, ' '))
}
