import type { Cast, Person } from './cast.ts'
import { fold } from '../text/normal-form.ts'
import { firstSubject } from './first-subject.ts'
import { isTooLong, mayBeHanName } from './caseless-name.ts'
import { isFullHanName } from './han-name.ts'
import { isNoun, JOINS_WORDS } from './noun-phrase.ts'
import { nameText, readPhrase, withoutMarker } from './read-phrase.ts'
import { has, isMark, isPronoun, isWord, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import { PRONOUN, WORD_CLASS } from './word-class.ts'
import type { Vocabulary } from './vocabulary.ts'

const { adverb, article, conjunction, particle, role, break: breakWord } = WORD_CLASS
const LONGEST_APPOSITION = 8
/** How many nouns before a name are its titles: `former prime minister`. */
const TITLE_WORDS = 3
/** The subject of a sentence is looked for among so many tokens. */
const SUBJECT_REACH = 60

export type NameContext = {
  readonly text: string
  readonly tokens: Tokens
  readonly vocabulary: Vocabulary
  readonly cast: Cast
  /** Number of the paragraph. */
  readonly paragraph: number
}

/** Notes everybody whom a sentence names with a capital, with the titles and trades that stand beside the name. */
export function readNames(context: NameContext, sentence: Range): void {
  const { text, tokens, vocabulary, cast, paragraph } = context
  if (vocabulary.grammar.wordOrder === 'verb-first') pairWords(context, sentence)
  for (let at = sentence.from; at < sentence.to; at++) {
    if (tokenAt(tokens, at).isCaseless) meetTitled(context, sentence, at)
    if (!tokenAt(tokens, at).isCapital) continue
    const end = nameEnd(tokens, at, sentence.to)
    let begin = at
    while (begin > sentence.from && at - begin < TITLE_WORDS && isSmallNoun(tokens, begin - 1)) begin--
    const phrase = readPhrase(tokens, { from: begin, to: end }, { sentence: sentence.from, vocabulary })
    if (phrase.name) {
      const name = nameText(text, tokens, phrase.name, vocabulary)
      // A capital at the beginning of a sentence, or in German, may be any word; one that is known is a name again.
      const isOneWord = phrase.name.to === phrase.name.from + 1
      const isDoubtful =
        isOneWord && (phrase.name.from === sentence.from || vocabulary.grammar.capitalNouns === true)
      if (!isDoubtful || cast.find(name, vocabulary.basicForms)) {
        const beside = [
          ...phrase.nouns,
          ...appositionBefore(tokens, begin, sentence.from),
          ...appositionAfter(tokens, end, sentence.to, vocabulary),
        ]
        cast.meet(name, paragraph, {
          basicForms: vocabulary.basicForms,
          isDoubtful: phrase.name.from === sentence.from,
          roles: beside,
          isInstitution: phrase.isInstitution,
          isSure: phrase.hasRole || beside.some(noun => (vocabulary.classesOf(noun) & role) !== 0),
          ...(phrase.gender === undefined ? {} : { gender: phrase.gender }),
        })
      }
    }
    at = end - 1
  }
}

/** A function word, a verb, a title: no part of a name without capitals. */
const NO_NAME =
  adverb |
  article |
  conjunction |
  breakWord |
  role |
  PRONOUN |
  WORD_CLASS.verb |
  WORD_CLASS.auxiliary |
  WORD_CLASS.genitive |
  WORD_CLASS.institution |
  WORD_CLASS.source |
  WORD_CLASS.sourceAfter |
  WORD_CLASS.subjectMarker
const LONGEST_CASELESS = 3
const LONGEST_UNSPACED = 6

/**
 * Without capitals, and with the verb first: two words behind it that are no function words may be a first and a last
 * name (زارت ليلى الصفواني الميناء). They count only when the second one is a name elsewhere.
 */
function pairWords({ tokens, cast }: NameContext, sentence: Range): void {
  for (let at = sentence.from + 2; at < sentence.to; at++) {
    const [first, last] = [tokenAt(tokens, at - 1), tokenAt(tokens, at)]
    if (!last.isCaseless || first.kind !== 'word' || has(first, NO_NAME) || has(last, NO_NAME & ~article))
      continue
    cast.pair(first.text, last.text)
  }
}

/** Where capitals tell nothing, a title does: `शिक्षिका राग्ना उल्वेस्ट्रम`, `骨笛制作师水城香苗`, `베레즈노이 감독`. */
function meetTitled(
  { text, tokens, vocabulary, cast, paragraph }: NameContext,
  sentence: Range,
  at: number,
): void {
  const title = tokenAt(tokens, at)
  if (!has(title, role)) return
  const isPart = (k: number): boolean => {
    const token = tokenAt(tokens, k)
    return isMark(tokens, k, JOINS_WORDS) || (token.kind === 'word' && !has(token, NO_NAME))
  }
  const longest = vocabulary.grammar.unspaced ? LONGEST_UNSPACED : LONGEST_CASELESS
  // What follows a title with a marker of the subject is no part of the name.
  const limit = vocabulary.markerLength(title.lower) > 0 ? at + 1 : Math.min(sentence.to, at + 1 + longest)
  let to = at + 1
  while (to < limit && isPart(to)) {
    to++
    if (vocabulary.markerLength(tokenAt(tokens, to - 1).text) > 0) break
  }
  let from = at + 1
  if (to === from) {
    to = at
    from = at
    while (from > sentence.from && at - from <= longest && isPart(from - 1)) from--
    if (!mayBeHanName(tokens, from, to, vocabulary)) return
  }
  // Words up to the limit may go on behind it.
  if (to === from || (to === at + 1 + longest && isPart(to)) || isTooLong(tokens, from, to)) return
  cast.meet(nameText(text, tokens, { from, to }, vocabulary), paragraph, {
    isSure: true,
    roles: [fold(withoutMarker(title, vocabulary))],
  })
}

function isSmallNoun(tokens: Tokens, at: number): boolean {
  const token = tokenAt(tokens, at)
  return !token.isCapital && isNoun(token)
}

function nameEnd(tokens: Tokens, from: number, to: number): number {
  let end = from + 1
  while (end < to) {
    const token = tokenAt(tokens, end)
    const next = end + 1 < to && tokenAt(tokens, end + 1).isCapital
    const isParticle = has(token, particle) && !has(token, conjunction | breakWord)
    const isPart = token.kind === 'word' && (token.isCapital || (isParticle && next))
    if (!isPart && !(isMark(tokens, end, JOINS_WORDS) && next)) break
    end++
  }
  return end
}

/** `the harbour master, Tora Lindvik`. */
function appositionBefore(tokens: Tokens, name: number, from: number): string[] {
  if (!isMark(tokens, name - 1, ',')) return []
  let at = name - 2
  while (at >= from && name - at <= LONGEST_APPOSITION && isWord(tokens, at)) {
    if (has(tokenAt(tokens, at), article)) return nouns(tokens, at + 1, name - 1)
    at--
  }
  return []
}

/** `Tora Lindvik, the harbour master,` and `Sandocal, barquero de Velmo,`. */
function appositionAfter(tokens: Tokens, name: number, to: number, { grammar }: Vocabulary): string[] {
  if (!isMark(tokens, name, ',،')) return []
  let end = name + 1
  while (end < to && end - name <= LONGEST_APPOSITION && isWord(tokens, end)) end++
  const first = tokenAt(tokens, name + 1)
  const isIntroduced = has(first, article) || has(first, role)
  const closes = end >= to || isMark(tokens, end, ',.،')
  return isIntroduced || (closes && grammar.articles === undefined) ? nouns(tokens, name + 1, end) : []
}

const SHORTEST_NOUN = 3
function nouns(tokens: Tokens, from: number, to: number): string[] {
  const found: string[] = []
  for (let at = from; at < to; at++) {
    const token = tokenAt(tokens, at)
    if (has(token, breakWord | conjunction)) break
    const isContent = token.kind === 'word' && !has(token, article | adverb) && !isPronoun(token)
    if (isContent && token.lower.length >= SHORTEST_NOUN) found.push(fold(token.lower))
  }
  return found
}

/** Notes whom a sentence is about: its first subject, when it is somebody with a name. */
export function readFocus(context: NameContext, sentence: Range): Person | undefined {
  const { tokens, vocabulary, cast, paragraph } = context
  const to = Math.min(sentence.to, sentence.from + SUBJECT_REACH)
  const subject = firstSubject(tokens, sentence.from, to, vocabulary)
  if (!subject || isPronoun(tokenAt(tokens, subject.from))) return undefined
  if (/['’]s?$/u.test(tokenAt(tokens, subject.to - 1).text)) return undefined
  const person = personOf(context, sentence, subject)
  if (person) cast.focus(person, paragraph)
  return person
}

/** Somebody known, whom the subject of a sentence means; where capitals tell nothing, a title tells that it is a name. */
function personOf(
  { text, tokens, vocabulary, cast, paragraph }: NameContext,
  sentence: Range,
  subject: Range,
): Person | undefined {
  const within = { sentence: sentence.from, vocabulary }
  const phrase = readPhrase(tokens, subject, within)
  const apposed = phrase.name ? undefined : apposition(tokens, subject.to, sentence.to)
  const range = phrase.name ?? (apposed && readPhrase(tokens, apposed, within).name)
  if (range) {
    const name = nameText(text, tokens, range, vocabulary)
    const isCaseless = tokenAt(tokens, subject.to - 1).isCaseless
    const isNew = isCaseless && (phrase.hasRole || isFullHanName(tokens, range, vocabulary))
    return isNew
      ? cast.meet(name, paragraph, { isSure: true, roles: phrase.nouns, basicForms: vocabulary.basicForms })
      : cast.find(name, vocabulary.basicForms)
  }
  return phrase.hasRole && !phrase.isIndefinite ? cast.byRole(phrase.nouns) : undefined
}

const LONGEST_NAME = 6
/** The name between commas behind a phrase: `the operator, Tjelvlinjen, said`. */
export function apposition(tokens: Tokens, comma: number, to: number): Range | undefined {
  if (!isMark(tokens, comma, ',،')) return undefined
  const { isCapital, isCaseless } = tokenAt(tokens, comma + 1)
  if (!isCapital && !isCaseless) return undefined
  const longest = isCaseless ? LONGEST_CASELESS : LONGEST_NAME
  let end = comma + 1
  while (end < to && end - comma <= longest && tokenAt(tokens, end).kind === 'word') {
    if (isCaseless && has(tokenAt(tokens, end), NO_NAME)) return undefined
    end++
  }
  const closes = end >= to || isMark(tokens, end, ',.،:!?') || tokenAt(tokens, end).kind === 'quote'
  return closes ? { from: comma + 1, to: end } : undefined
}
