import { fold } from '../text/normal-form.ts'
import type { PronounKind } from './vocabulary.ts'

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
  /** Spoke, has a title or a role: certainly not a place. */
  isSure: boolean
  /** When last named, counted in mentions of the article. */
  lastNamed: number
}

/** The people of an article, in the order in which it names them. */
export type Cast = {
  /** Notes that somebody is named, under a new or a known name. `undefined` for a name without a letter. */
  readonly meet: (name: string, seen?: Sighting) => Person | undefined
  /** Whom a name means, as far as the article went; nobody new is noted. */
  readonly find: (name: string) => Person | undefined
  /** Notes who acts or speaks in a sentence: pronouns and roles are his. */
  readonly focus: (person: Person, paragraph: number) => void
  /** The last person in focus whom the pronoun fits. */
  readonly byPronoun: (kind: PronounKind, paragraph: number) => Person | undefined
  /** The last person with one of these roles (folded nouns, inflected or part of a compound). */
  readonly byRole: (nouns: readonly string[]) => Person | undefined
  readonly isKnown: (word: string) => boolean
}

export type Sighting = {
  readonly gender?: 'he' | 'she'
  readonly roles?: readonly string[]
  readonly isInstitution?: boolean
  readonly isSure?: boolean
}

/** How many paragraphs a pronoun looks back. */
const MEMORY = 6
/** How many people in focus are remembered. */
const FOCUS = 12
/** An article that names more people is a list of names; later ones are not told apart from each other. */
const LARGEST_CAST = 2000

export function createCast(): Cast {
  const people: Person[] = []
  const byName = new Map<string, Person>()
  const byWord = new Map<string, Person[]>()
  const byNoun = new Map<string, Person[]>()
  const inFocus: { readonly person: Person; readonly paragraph: number }[] = []
  let mentions = 0

  const find = (name: string): Person | undefined => {
    const folded = wordsOf(name)
    const exact = byName.get(folded.join(' '))
    if (exact) return exact
    const last = folded.at(-1) ?? ''
    const sharing = byWord.get(last) ?? []
    for (let k = sharing.length - 1; k >= 0; k--) {
      const person = sharing[k]
      if (person && isSameName(person.words, folded)) return person
    }
    return undefined
  }

  const index = (person: Person, words: readonly string[]): void => {
    byName.set(words.join(' '), person)
    for (const word of new Set(words)) {
      const list = byWord.get(word) ?? []
      if (!list.includes(person)) list.push(person)
      byWord.set(word, list)
    }
  }

  const meet = (name: string, seen: Sighting = {}): Person | undefined => {
    const folded = wordsOf(name)
    if (folded.join('') === '') return undefined
    let person = find(name)
    if (person === undefined) {
      if (people.length >= LARGEST_CAST) return undefined
      person = {
        name,
        words: folded,
        gender: undefined,
        roles: new Set(),
        isInstitution: false,
        isSure: false,
        lastNamed: 0,
      }
      people.push(person)
      index(person, folded)
    } else if (folded.length > person.words.length) {
      person.name = name
      person.words = folded
      index(person, folded)
    }
    person.lastNamed = ++mentions
    if (seen.gender) person.gender = seen.gender
    if (seen.isInstitution) person.isInstitution = true
    if (seen.isSure) person.isSure = true
    for (const noun of seen.roles ?? []) {
      person.roles.add(noun)
      person.isSure = true
      const key = noun.slice(0, ROLE_KEY)
      const list = byNoun.get(key) ?? []
      if (!list.includes(person)) list.push(person)
      byNoun.set(key, list)
    }
    return person
  }

  return {
    meet,
    find,
    focus(person, paragraph) {
      inFocus.push({ person, paragraph })
      if (inFocus.length > FOCUS) inFocus.shift()
    },
    byPronoun(kind, paragraph) {
      const fits = (person: Person): boolean =>
        !person.isInstitution && (kind === 'heOrShe' || person.gender === undefined || person.gender === kind)
      const focused = inFocus.findLast(one => paragraph - one.paragraph <= MEMORY && fits(one.person))
      if (focused) return focused.person
      let last: Person | undefined
      for (const person of people.slice(-FOCUS)) {
        if (!fits(person) || !isPersonName(person)) continue
        if (last === undefined || person.lastNamed > last.lastNamed) last = person
      }
      return last
    },
    byRole(nouns) {
      let last: Person | undefined
      const consider = (person: Person, noun: string): void => {
        for (const role of person.roles) {
          if (isSameRole(role, noun) && (last === undefined || person.lastNamed > last.lastNamed))
            last = person
        }
      }
      for (const noun of nouns) {
        for (const person of byNoun.get(noun.slice(0, ROLE_KEY)) ?? []) consider(person, noun)
        if (last === undefined) for (const person of people.slice(-FOCUS)) consider(person, noun)
      }
      return last
    },
    isKnown: word => byWord.has(fold(word)),
  }
}

const wordsOf = (name: string): string[] =>
  fold(name)
    .split(/[\s·・‧]+/u)
    .filter(word => word !== '')

/** Two to four words, or somebody who spoke or has a title. */
export const isPersonName = (person: Person): boolean =>
  !person.isInstitution && (person.isSure || (person.words.length >= 2 && person.words.length <= 4))

/** `Trump` and `Donald Trump`, `Donald J. Trump` and `D. Trump`; never `Elsa Vångmark` and `Majken Vångmark`. */
function isSameName(known: readonly string[], other: readonly string[]): boolean {
  const [short, long] = known.length <= other.length ? [known, other] : [other, known]
  if (short.length === 1) return long.includes(short[0] ?? '')
  if (short.at(-1) !== long.at(-1)) return false
  return short.every(
    (word, at) => long.includes(word) || isInitial(word, long[at] ?? '') || isInitial(long[at] ?? '', word),
  )
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
