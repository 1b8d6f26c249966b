import { fold } from '../text/normal-form.ts'
import type { PronounKind } from './word-class.ts'

/** Somebody an article names. One object for all ways of naming; `name` grows to the fullest of them. */
export type Person = {
  name: string
  /** Folded words of the name. */
  words: readonly string[]
  gender: 'he' | 'she' | undefined
  /** Folded nouns that stood beside the name: office, trade, kin. */
  readonly roles: Set<string>
  /** An institution, a place: never he or she. */
  isInstitution: boolean
  /** Has a title, a trade that is listed, or spoke: certainly no place. */
  isSure: boolean
  /** The name was only read where any first word has a capital. */
  isDoubtful: boolean
  /** When last named, counted in mentions of the article. */
  lastNamed: number
  /** In which paragraph. */
  lastParagraph: number
}

/** The people of an article, in the order in which it names them. */
export type Cast = {
  /** Notes that somebody is named, under a new or a known name. `undefined` for a name without a letter. */
  readonly meet: (name: string, paragraph: number, seen?: Sighting) => Person | undefined
  /** Whom a name means, as far as the article went; nobody new is noted. */
  readonly find: (name: string, basicForms?: BasicForms) => Person | undefined
  /** Notes who acts or speaks in a sentence: pronouns and roles are his. */
  readonly focus: (person: Person, paragraph: number) => void
  /** The last person in focus whom the pronoun fits. */
  readonly byPronoun: (kind: PronounKind, paragraph: number) => Person | undefined
  /** The last person with one of these roles (folded nouns, inflected or part of a compound). */
  readonly byRole: (nouns: readonly string[]) => Person | undefined
  readonly isKnown: (word: string) => boolean
  /** Notes that two words stand together, so that the second one, once it is a name, has its first name. */
  readonly pair: (first: string, last: string) => void
}

export type Sighting = {
  readonly gender?: 'he' | 'she'
  readonly roles?: readonly string[]
  readonly isInstitution?: boolean
  readonly isSure?: boolean
  readonly basicForms?: BasicForms
  /** Read at the beginning of a sentence, where any first word has a capital. */
  readonly isDoubtful?: boolean
}

/** How many paragraphs a pronoun looks back; each one counts against somebody as much as two signs for him. */
const FOCUS_REACH = 6
const DISTANCE_LOSS = 2
/** For whom a sentence was about, against whom it only named. */
const FOCUS_BONUS = 1.5
/** How many people in focus, and last named, are remembered. */
const MEMORY = 12
/** How many pairs of words are remembered. */
const MOST_PAIRS = 20_000
/** An article that names more people is a list of names; later ones are not told apart from each other. */
const LARGEST_CAST = 2000

/** Basic forms that an inflected word may have, the word itself first. */
export type BasicForms = (word: string) => readonly string[]

export function createCast(): Cast {
  const byName = new Map<string, Person>()
  const byWord = new Map<string, Person[]>()
  const pairs = new Map<string, string>()
  const byBasic = new Map<string, Person[]>()
  const byNoun = new Map<string, Person[]>()
  const inFocus: { readonly person: Person; readonly paragraph: number }[] = []
  /** In the order in which they were last named. */
  const named: Person[] = []
  let size = 0
  let mentions = 0

  const find = (name: string, basicForms: BasicForms = onlyItself): Person | undefined => {
    const words = wordsOf(name)
    const exact = byName.get(words.join(' '))
    if (exact) return exact
    const last = words.at(-1) ?? ''
    const sharing = byWord.get(isHan(last) ? last.charAt(0) : last) ?? []
    const same = latest(sharing.filter(person => isSameName(person.words, words)))
    return same ?? findInflected(words, basicForms)
  }

  /** `Hietala-Rasin` is `Hietala-Rasi`, when that is somebody. */
  const findInflected = (words: readonly string[], basicForms: BasicForms): Person | undefined => {
    const forms = words.map(basicForms)
    for (const last of forms.at(-1) ?? []) {
      for (const person of byBasic.get(last) ?? []) {
        const known = person.words.map(basicForms)
        if (isSameInflected(known, forms)) return person
      }
    }
    return undefined
  }

  const index = (person: Person, words: readonly string[], basicForms: BasicForms): void => {
    byName.set(words.join(' '), person)
    for (const word of words) {
      list(byWord, word, person)
      if (isHan(word)) list(byWord, word.charAt(0), person)
      for (const basic of basicForms(word)) list(byBasic, basic, person)
    }
  }

  const meet = (written: string, paragraph: number, seen: Sighting = {}): Person | undefined => {
    const name = pairs.get(fold(written)) ?? written
    const { basicForms = onlyItself, isDoubtful = false } = seen
    const words = wordsOf(name)
    if (words.length === 0) return undefined
    let person = find(name, basicForms)
    if (person === undefined) {
      if (size >= LARGEST_CAST) return undefined
      size++
      person = {
        name,
        words,
        gender: undefined,
        roles: new Set(),
        isInstitution: false,
        isSure: false,
        isDoubtful,
        lastNamed: 0,
        lastParagraph: paragraph,
      }
      index(person, words, basicForms)
    } else if (isBetterName(person, words, isDoubtful)) {
      person.isDoubtful = isDoubtful
      person.name = name
      person.words = words
      index(person, words, basicForms)
    }
    person.lastNamed = ++mentions
    person.lastParagraph = paragraph
    const place = named.indexOf(person)
    if (place >= 0) named.splice(place, 1)
    named.push(person)
    if (named.length > MEMORY) named.shift()
    note(person, seen)
    return person
  }

  const note = (person: Person, { gender, roles = [], isInstitution, isSure }: Sighting): void => {
    if (gender) person.gender = gender
    if (isInstitution === true) person.isInstitution = true
    if (isSure === true) person.isSure = true
    for (const noun of roles) {
      person.roles.add(noun)
      list(byNoun, noun.slice(0, ROLE_KEY), person)
    }
  }

  return {
    meet,
    find,
    focus(person, paragraph) {
      inFocus.push({ person, paragraph })
      if (inFocus.length > MEMORY) inFocus.shift()
    },
    byPronoun(kind, paragraph) {
      const fits = (person: Person): boolean =>
        !person.isInstitution && (kind === 'heOrShe' || person.gender === undefined || person.gender === kind)
      let best: Person | undefined
      let bestScore = -Infinity
      const consider = (person: Person, distance: number, bonus: number): void => {
        if (distance > FOCUS_REACH || !fits(person)) return
        const score =
          bonus + (person.isSure ? 1 : 0) + (isPersonName(person) ? 1 : -2) - DISTANCE_LOSS * distance
        if (score >= bestScore) [best, bestScore] = [person, score]
      }
      // In order of mention, so that of two alike the later one is meant.
      for (const person of named) consider(person, paragraph - person.lastParagraph, 0)
      for (const one of inFocus) consider(one.person, paragraph - one.paragraph, FOCUS_BONUS)
      return best
    },
    byRole(nouns) {
      for (const noun of nouns) {
        const candidates = [...(byNoun.get(noun.slice(0, ROLE_KEY)) ?? []), ...named]
        const person = latest(candidates.filter(one => [...one.roles].some(role => isSameRole(role, noun))))
        if (person) return person
      }
      return undefined
    },
    isKnown: word => byWord.has(fold(word)),
    pair(first, last) {
      const key = fold(last)
      if (pairs.size < MOST_PAIRS && !pairs.has(key)) pairs.set(key, `${first} ${last}`)
    },
  }
}

function list(map: Map<string, Person[]>, key: string, person: Person): void {
  const people = map.get(key) ?? []
  if (!people.includes(person)) people.push(person)
  map.set(key, people)
}

function latest(people: readonly Person[]): Person | undefined {
  let last: Person | undefined
  for (const person of people) if (last === undefined || person.lastNamed > last.lastNamed) last = person
  return last
}

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[\s·・‧]+/u)
    .filter(word => word !== '')

/** Two to four words, or somebody who spoke or has a title. */
const isPersonName = (person: Person): boolean =>
  !person.isInstitution && (person.isSure || (person.words.length >= 2 && person.words.length <= 4))

/** `Trump` and `Donald Trump`, `Donald J. Trump` and `D. Trump`; never `Elsa Vångmark` and `Majken Vångmark`. */
function isSameName(known: readonly string[], other: readonly string[]): boolean {
  const [short, long] = known.length <= other.length ? [known, other] : [other, known]
  if (short.length === 1) return long.includes(short[0] ?? '') || isHanSurname(known, other)
  if (short.at(-1) !== long.at(-1)) return false
  return short.every(
    (word, at) => long.includes(word) || isInitial(word, long[at] ?? '') || isInitial(long[at] ?? '', word),
  )
}

/** A fuller name is better, unless it may have another word before it that the known one has not. */
function isBetterName(person: Person, words: readonly string[], isDoubtful: boolean): boolean {
  if (isFuller(words, person.words)) return person.words.length < 2 || person.isDoubtful || !isDoubtful
  return (
    person.isDoubtful && !isDoubtful && words.length >= 2 && words.every(word => person.words.includes(word))
  )
}

const isFuller = (words: readonly string[], known: readonly string[]): boolean =>
  words.length > known.length ||
  (words.length === 1 && isHan(words[0] ?? '') && (words[0] ?? '').length > (known[0] ?? '').length)

const onlyItself: BasicForms = word => [word]

/** Word for word they share a basic form; a single word may be the last one of the other name. */
function isSameInflected(
  known: readonly (readonly string[])[],
  other: readonly (readonly string[])[],
): boolean {
  const [short, long] = known.length <= other.length ? [known, other] : [other, known]
  const tail = short.length === 1 ? long.slice(-1) : long
  if (short.length !== tail.length) return false
  return short.every((forms, at) => forms.some(form => (tail[at] ?? []).includes(form)))
}

const isHan = (word: string): boolean => /^\p{Script=Han}+$/u.test(word)

/** 水島 of 水島小夜子, 王 of 王毅. */
function isHanSurname([known = '']: readonly string[], [other = '']: readonly string[]): boolean {
  if (!isHan(known) || !isHan(other)) return false
  return known.length < other.length ? other.startsWith(known) : known.startsWith(other)
}

const isInitial = (short: string, long: string): boolean =>
  /^\p{L}\.?$/u.test(short) && long.startsWith(short.charAt(0))

const ROLE_KEY = 4
const LONGEST_ENDING = 3
const SHORTEST_STEM = 4

/** havnesjef and havnesjefen, skibsinspektør and inspektøren: one begins like the other, or ends with it. */
function isSameRole(role: string, noun: string): boolean {
  if (role === noun) return true
  let common = 0
  while (common < role.length && common < noun.length && role[common] === noun[common]) common++
  if (
    common >= SHORTEST_STEM &&
    role.length - common <= LONGEST_ENDING &&
    noun.length - common <= LONGEST_ENDING
  )
    return true
  for (let cut = 0; cut <= LONGEST_ENDING; cut++) {
    const stem = noun.slice(0, noun.length - cut)
    if (stem.length <= SHORTEST_STEM) break
    if (role.endsWith(stem)) return true
  }
  return false
}
