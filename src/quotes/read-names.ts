import { fold } from '../text/normal-form.ts'
import type { Cast, Person, Sighting } from './cast.ts'
import { firstSubject, hasCapital } from './noun-phrase.ts'
import { has, isMark, isPronoun, isWord, tokenAt } from './token.ts'
import type { Range, Token, Tokens } from './token.ts'
import { WORD_CLASS } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

const { adverb, article, conjunction, institution, particle, role, break: breakWord } = WORD_CLASS
const JOINS_WORDS = '·・‧'
const LONGEST_APPOSITION = 8

/** Notes everybody a sentence names, with the titles and trades that stand beside the name. */
export function readNames(
  text: string,
  tokens: Tokens,
  { from, to }: Range,
  cast: Cast,
  vocabulary: Vocabulary,
): void {
  for (let at = from; at < to; at++) {
    if (!tokenAt(tokens, at).isCapital) continue
    const end = nameEnd(tokens, at, to)
    const name = stripTitles(tokens, { from: at, to: end }, from, vocabulary)
    // In German every noun is a capital: one word at the beginning of a sentence is no name.
    const isDoubtful =
      name.to - name.from === 1 && vocabulary.grammar.capitalNouns === true && name.from === from
    if (name.to > name.from && !isDoubtful) {
      const person = cast.meet(
        nameText(text, tokens, name),
        sightingOf(tokens, { from: at, to: end }, name, { from, to }, vocabulary),
      )
      if (person && vocabulary.grammar.capitalNouns === true && name.to - name.from === 1)
        person.isInstitution ||= false
    }
    at = end - 1
  }
}

function nameEnd(tokens: Tokens, from: number, to: number): number {
  let end = from + 1
  while (end < to) {
    const token = tokenAt(tokens, end)
    const next = tokenAt(tokens, end + 1)
    const isPart =
      token.kind === 'word' &&
      (token.isCapital ||
        (has(token, particle) && !has(token, conjunction) && next.isCapital && end + 1 < to))
    const joins = isMark(tokens, end, JOINS_WORDS) && next.isCapital
    if (!isPart && !joins) break
    end++
  }
  return end
}

/** The name without the articles and titles before it. */
export function stripTitles(
  tokens: Tokens,
  { from, to }: Range,
  sentence: number,
  vocabulary: Vocabulary,
): Range {
  let begin = from
  while (begin < to) {
    const token = tokenAt(tokens, begin)
    const isFunctionWord =
      begin === sentence && (has(token, breakWord | adverb | conjunction) || isPronoun(token))
    if (!has(token, role | article) && !isFunctionWord) break
    begin++
  }
  for (let at = to - 2; at >= begin; at--) {
    if (has(tokenAt(tokens, at), role)) return { from: at + 1, to }
  }
  return {
    from: Math.min(begin, to),
    to: vocabulary.grammar.wordOrder === 'verb-last' ? withoutTitlesAfter(tokens, begin, to) : to,
  }
}

function withoutTitlesAfter(tokens: Tokens, from: number, to: number): number {
  let end = to
  while (end - 1 > from && has(tokenAt(tokens, end - 1), role)) end--
  return end
}

const POSSESSIVE = /['’]s?$/u

/** The name as written, without a possessive ending; white space collapsed. */
export const nameText = (text: string, tokens: Tokens, { from, to }: Range): string =>
  text
    .slice(tokenAt(tokens, from).start, tokenAt(tokens, to - 1).end)
    .replace(POSSESSIVE, '')
    .replaceAll(/\s+/gu, ' ')

function sightingOf(
  tokens: Tokens,
  span: Range,
  name: Range,
  sentence: Range,
  vocabulary: Vocabulary,
): Sighting {
  const roles: string[] = []
  let gender: 'he' | 'she' | undefined
  let isInstitution = false
  for (let at = span.from; at < span.to; at++) {
    const token = tokenAt(tokens, at)
    if (has(token, institution)) isInstitution = true
    if (at >= name.from && at < name.to) continue
    gender = genderOf(token) ?? gender
    if (has(token, role)) roles.push(fold(token.lower))
  }
  for (let at = span.from - 1; at >= sentence.from && span.from - at <= 3; at--) {
    const token = tokenAt(tokens, at)
    if (token.kind !== 'word' || !isNoun(token)) break
    gender = genderOf(token) ?? gender
    roles.push(fold(token.lower))
  }
  roles.push(
    ...appositionBefore(tokens, span.from, sentence.from),
    ...appositionAfter(tokens, span.to, sentence.to, vocabulary),
  )
  const isSure = gender !== undefined || roles.some(noun => (vocabulary.classesOf(noun) & role) !== 0)
  return { roles, isInstitution, isSure, ...(gender === undefined ? {} : { gender }) }
}

const genderOf = (token: Token): 'he' | 'she' | undefined =>
  has(token, WORD_CLASS.hisTitle) ? 'he' : has(token, WORD_CLASS.herTitle) ? 'she' : undefined

/** A word that can be a trade: small letters and no function word, or listed. */
const isNoun = (token: Token): boolean =>
  token.kind === 'word' &&
  (has(token, role) ||
    (!token.isCapital &&
      !has(
        token,
        ~(
          role |
          WORD_CLASS.nounLike |
          WORD_CLASS.institution |
          WORD_CLASS.verbEnding |
          WORD_CLASS.herVerb |
          WORD_CLASS.hisVerb |
          WORD_CLASS.herTitle |
          WORD_CLASS.hisTitle
        ),
      )))

/** `the harbour master, Tora Lindvik`. */
function appositionBefore(tokens: Tokens, name: number, from: number): string[] {
  if (!isMark(tokens, name - 1, ',')) return []
  let at = name - 2
  while (
    at >= from &&
    name - at <= LONGEST_APPOSITION &&
    isWord(tokens, at) &&
    !has(tokenAt(tokens, at), article)
  )
    at--
  if (at < from || !has(tokenAt(tokens, at), article)) return []
  return nouns(tokens, at + 1, name - 1)
}

/** `Tora Lindvik, the harbour master,` and `Sandocal, barquero de Velmo,`. */
function appositionAfter(tokens: Tokens, name: number, to: number, { grammar }: Vocabulary): string[] {
  if (!isMark(tokens, name, ',')) return []
  let end = name + 1
  while (end < to && end - name <= LONGEST_APPOSITION && isWord(tokens, end)) end++
  const first = tokenAt(tokens, name + 1)
  const isIntroduced = has(first, article) || has(first, role)
  const closes = end >= to || isMark(tokens, end, ',.')
  if (!isIntroduced && !(closes && grammar.articles === undefined)) return []
  return nouns(tokens, name + 1, end)
}

function nouns(tokens: Tokens, from: number, to: number): string[] {
  const found: string[] = []
  for (let at = from; at < to; at++) {
    const token = tokenAt(tokens, at)
    if (has(token, breakWord | conjunction)) break
    if (token.kind === 'word' && !has(token, article | adverb)) found.push(fold(token.lower))
  }
  return found.filter(noun => noun.length > 2)
}

/** Notes whom a sentence is about: its first subject, when it is somebody with a name. */
export function readFocus(
  text: string,
  tokens: Tokens,
  { from, to }: Range,
  { cast, paragraph, vocabulary }: { cast: Cast; paragraph: number; vocabulary: Vocabulary },
): Person | undefined {
  const subject = firstSubject(tokens, from, Math.min(to, from + 60), vocabulary)
  if (!subject || !hasCapital(tokens, subject)) return undefined
  if (/['’]s?$/u.test(tokenAt(tokens, subject.to - 1).text)) return undefined
  const name = stripTitles(tokens, subject, from, vocabulary)
  const person = cast.find(nameText(text, tokens, { from: lastNameStart(tokens, name), to: name.to }))
  if (person) cast.focus(person, paragraph)
  return person
}

/** Of `havnesjef i Marnvik Tora Lindvik` the last run of capitals. */
export function lastNameStart(tokens: Tokens, { from, to }: Range): number {
  let begin = to
  while (begin > from) {
    const token = tokenAt(tokens, begin - 1)
    const isPart =
      token.isCapital ||
      (token.kind === 'word' &&
        has(token, particle) &&
        begin < to &&
        begin - 1 > from &&
        tokenAt(tokens, begin - 2).isCapital) ||
      isMark(tokens, begin - 1, JOINS_WORDS)
    if (!isPart) break
    begin--
  }
  return begin < to ? begin : from
}
