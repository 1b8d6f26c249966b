import { fold } from '../text/normal-form.ts'
import { has, isMark, isPronoun, tokenAt } from './token.ts'
import { withoutCapitals } from './transcript.ts'
import type { Range, Token, Tokens } from './token.ts'
import { CUE_VERB, WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

const { adverb, article, conjunction, particle, role, relative, source, break: breakWord } = WORD_CLASS
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

const JOINS_WORDS = '·・‧'
const FUNCTION_WORD = breakWord | adverb | conjunction | relative | source
/** At the beginning of a sentence these have a capital, too. */
const LEADS = FUNCTION_WORD | WORD_CLASS.speechNoun | CUE_VERB
/** A name of so many words at the beginning of a German sentence begins with a trade: Vorarbeiter Sepp Haberkorn. */
const TRADE_AND_NAME = 3

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
    nouns.push(fold(token.lower.slice(0, token.lower.length - markedLength(token, vocabulary))))
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

export const genderOf = (token: Token): 'he' | 'she' | undefined =>
  has(token, hisTitle) ? 'he' : has(token, herTitle) ? 'she' : undefined

/** `el barquero`, `la portera`: only beside a person. */
function genderOfArticle(token: Token, hasRole: boolean): 'he' | 'she' | undefined {
  if (!hasRole || !has(token, article)) return undefined
  return has(token, herForm) ? 'she' : has(token, hisForm) ? 'he' : undefined
}

const markedLength = (token: Token, vocabulary: Vocabulary): number =>
  token.isCaseless ? vocabulary.markerLength(token.lower) : 0

const NO_NOUN = FUNCTION_WORD | article | particle
/** A word that can be an office or a trade: listed, or no function word. */
export const isNoun = (token: Token): boolean =>
  token.kind === 'word' && (has(token, role) || (!has(token, NO_NOUN) && !isPronoun(token)))

/** The capitals that close the phrase, without titles. */
function capitalName(
  tokens: Tokens,
  { from, to }: Range,
  sentence: number,
  vocabulary: Vocabulary,
): Range | undefined {
  let begin = to
  while (begin > from && isNamePart(tokens, begin - 1, from, to)) begin--
  if (begin === to) return undefined
  // `universitetet i Ostrel`, `the mayor of Marnvik`: the capitals belong to the noun.
  if (begin > from && has(tokenAt(tokens, begin - 1), breakWord | particle)) {
    for (let at = from; at < begin - 1; at++) if (isNoun(tokenAt(tokens, at))) return undefined
  }
  const isGerman = vocabulary.grammar.capitalNouns === true
  const hasArticle = isGerman && followsArticle(tokens, begin)
  const first = begin
  while (begin < to) {
    const token = tokenAt(tokens, begin)
    const isLead = begin === sentence && (has(token, LEADS) || isPronoun(token))
    const isTrade = isGerman && begin === first && isGermanTrade(first, to, { hasArticle, sentence })
    if (!isLead && !isTrade && !has(token, role | article)) break
    begin++
  }
  for (let at = to - 2; at >= begin; at--) {
    if (!has(tokenAt(tokens, at), role)) continue
    begin = at + 1
    break
  }
  while (begin < to && has(tokenAt(tokens, begin), particle) && !tokenAt(tokens, begin).isCapital) begin++
  if (begin >= to) return undefined
  const isOnlyRole = to - begin === 1 && has(tokenAt(tokens, begin), role)
  const isOnlyNoun = isGerman && to - begin === 1 && begin > 0 && has(tokenAt(tokens, begin - 1), article)
  return isOnlyRole || isOnlyNoun ? undefined : { from: begin, to }
}

const MOST_ADJECTIVES = 3
/** `die Architektin`, `der frühere Deichgraf`. */
function followsArticle(tokens: Tokens, noun: number): boolean {
  for (let at = noun - 1; at >= 0 && noun - at <= MOST_ADJECTIVES; at--) {
    const token = tokenAt(tokens, at)
    if (has(token, article)) return true
    if (token.kind !== 'word' || token.isCapital || has(token, FUNCTION_WORD)) return false
  }
  return false
}

/** `die Architektin Inès Delacombe`: no article stands before a name, so the first noun is none. */
const isGermanTrade = (
  first: number,
  to: number,
  { hasArticle, sentence }: { hasArticle: boolean; sentence: number },
): boolean => to - first >= 2 && (hasArticle || (first === sentence && to - first >= TRADE_AND_NAME))

function isNamePart(tokens: Tokens, at: number, from: number, to: number): boolean {
  const token = tokenAt(tokens, at)
  if (token.isCapital) return true
  if (token.kind === 'mark') return JOINS_WORDS.includes(token.text)
  const isBetween = at > from && at + 1 < to
  return (
    isBetween &&
    has(token, particle) &&
    !has(token, breakWord | conjunction) &&
    tokenAt(tokens, at - 1).isCapital
  )
}

/**
 * Without capitals: what stands behind the last office (رئيس الإقليم X) or belongs to what stands before it (…的X), and
 * before the titles that close it (X教授). Where spaces part phrases only, a name may also stand before its office.
 */
function caselessName(tokens: Tokens, { from, to }: Range, vocabulary: Vocabulary): Range | undefined {
  let begin = from
  let end = vocabulary.grammar.unspaced ? beforeOfficeApart(tokens, from, to) : to
  while (end > from && has(tokenAt(tokens, end - 1), role | WORD_CLASS.subjectMarker)) end--
  for (let at = end - 1; at >= from; at--) {
    const token = tokenAt(tokens, at)
    if (has(token, role)) {
      begin = has(token, article) ? at + 1 : behindOffice(tokens, at + 1, end)
      break
    }
    const isBreak = has(token, breakWord | adverb | conjunction | WORD_CLASS.genitive)
    if (!isBreak && (token.kind === 'word' || isMark(tokens, at, JOINS_WORDS))) continue
    begin = at + 1
    break
  }
  return begin < end && !isTooLong(tokens, begin, end) ? { from: begin, to: end } : undefined
}

const LONGEST_HAN = 7
/** A name in Han characters is short, unless it is a foreign one with dots. */
function isTooLong(tokens: Tokens, from: number, to: number): boolean {
  const first = tokenAt(tokens, from)
  if (!/^\p{Script=Han}/u.test(first.text)) return false
  if (tokenAt(tokens, to - 1).end - first.start <= LONGEST_HAN) return false
  for (let at = from; at < to; at++) if (isMark(tokens, at, JOINS_WORDS)) return false
  return true
}

/** Thai: a space and an office behind the name (อันวิตา รังเกศ หัวหน้าคณะ). */
function beforeOfficeApart(tokens: Tokens, from: number, to: number): number {
  for (let at = from + 1; at < to; at++) {
    const token = tokenAt(tokens, at)
    if (has(token, role) && token.start > tokenAt(tokens, at - 1).end) return at
  }
  return to
}

const LONGEST_OFFICE = 4
/** `رئيسة فريق التنقيب`: an office goes on up to the noun with an article. */
function behindOffice(tokens: Tokens, from: number, to: number): number {
  for (let at = from; at < Math.min(to, from + LONGEST_OFFICE); at++) {
    if (!has(tokenAt(tokens, at), article)) continue
    let next = at + 1
    while (next < to - 1 && has(tokenAt(tokens, next), article)) next++
    return next
  }
  return from
}

/** `Berg’s`, `Marañol’a`, and the apostrophe alone. */
const POSSESSIVE = /['’]\p{Ll}{0,4}$/u

/** The name as written, without a possessive, a courtesy or a marker at its end; white space collapsed. */
export function nameText(text: string, tokens: Tokens, { from, to }: Range, vocabulary: Vocabulary): string {
  let name = text.slice(tokenAt(tokens, from).start, tokenAt(tokens, to - 1).end).replace(POSSESSIVE, '')
  if (tokenAt(tokens, to - 1).isCaseless) {
    name = name.slice(0, name.length - vocabulary.markerLength(name))
    const suffix = vocabulary.nameSuffixes.find(one => name.length > one.length && name.endsWith(one))
    if (suffix !== undefined) name = name.slice(0, -suffix.length).trimEnd()
  }
  return withoutCapitals(name.replaceAll(/\s+/gu, ' '))
}
