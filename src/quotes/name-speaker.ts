import type { Candidate } from './candidate.ts'
import type { Person } from './cast.ts'
import { nameText, readPhrase, withoutMarker } from './read-phrase.ts'
import { apposition } from './read-names.ts'
import type { NameContext } from './read-names.ts'
import { has, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'
import { pronounKind, WORD_CLASS } from './word-class.ts'

/** Who is meant by the words that name a speaker. */
export type NamedSpeaker = {
  /** As the article writes it; '' where the verb has no subject. */
  readonly text: string
  /** Of an institution or a role, where it differs from `text`: without a marker of the subject. */
  readonly name?: string
  /** With a name; its `name` is final when the article is read to its end. */
  readonly person?: Person
  /** `role`: an office, a trade; `guess`: one that the article gave to nobody, so whoever was named last;
   * `implied`: the verb has no subject; `unknown`: somebody introduced as `a man`. */
  readonly how: 'name' | 'role' | 'guess' | 'pronoun' | 'implied' | 'unknown'
}

const POSSESSIVE = /['’]s$/u

function genderOfVerb(tokens: Tokens, { cue }: Candidate): 'he' | 'she' | undefined {
  if (!cue) return undefined
  const verb = tokenAt(tokens, cue.to - 1)
  return has(verb, WORD_CLASS.herForm) ? 'she' : has(verb, WORD_CLASS.hisForm) ? 'he' : undefined
}

/** `die „Fennpost“` is die Fennpost. */
function withoutMarks(tokens: Tokens, { from, to }: Range, written: string): string {
  let name = written
  for (let at = from; at < to; at++) {
    const token = tokenAt(tokens, at)
    if (token.kind === 'quote') name = name.replace(token.text, token.text.slice(1, -1).trim())
  }
  return name
}

/** Urrutikoetxeak is Urrutikoetxea who acts, Miguelek is Miguel. */
function withoutCase(name: string, { grammar: { subjectEndings = [] } }: Vocabulary): string {
  const ending = subjectEndings.find(one => name.endsWith(one))
  return ending === undefined ? name : name.slice(0, -ending.length)
}

/** Whom a candidate means. Notes a new name, and what a pronoun tells of somebody. */
export function nameSpeaker(context: NameContext, sentence: Range, candidate: Candidate): NamedSpeaker {
  const { text, tokens, vocabulary, cast, paragraph } = context
  const { subject, clitic } = candidate
  if (!subject) {
    const person = candidate.implied && cast.byPronoun(candidate.implied, paragraph)
    return { text: '', how: 'implied', ...(person ? { person } : {}) }
  }
  const first = tokenAt(tokens, subject.from)
  const begin = clitic ? first.end - clitic.length : first.start
  const written = text.slice(begin, tokenAt(tokens, subject.to - 1).end).replace(POSSESSIVE, '')
  const isAlone = subject.to - subject.from === 1
  const pronoun = clitic?.kind ?? (isAlone ? pronounKind(first.classes) : undefined)
  if (pronoun) {
    const person = pronoun === 'other' ? undefined : cast.byPronoun(pronoun, paragraph)
    if (person && (pronoun === 'he' || pronoun === 'she')) person.gender ??= pronoun
    return { text: written, how: 'pronoun', ...(person ? { person } : {}) }
  }

  const within = { sentence: sentence.from, vocabulary }
  const phrase = readPhrase(tokens, subject, within)
  const apposed = phrase.name ? undefined : apposition(tokens, subject.to, sentence.to)
  const gender = phrase.gender ?? genderOfVerb(tokens, candidate)
  const name = phrase.name ?? (apposed && readPhrase(tokens, apposed, within).name)
  if (name) {
    const inflected = nameText(text, tokens, name, vocabulary)
    const basic = withoutCase(inflected, vocabulary)
    const person = cast.meet(basic, paragraph, {
      isSure: phrase.hasRole || apposed !== undefined || name.to - name.from >= 2,
      isInstitution: phrase.isInstitution,
      roles: phrase.nouns,
      basicForms: vocabulary.basicForms,
      isDoubtful: name.from === sentence.from,
      ...(gender === undefined ? {} : { gender }),
    })
    if (person?.name === inflected) person.name = basic
    if (person) return { text: written, person, how: 'name' }
  }
  if (phrase.isIndefinite) return { text: written, how: 'unknown' }
  const person = cast.byRole(phrase.nouns)
  if (person) return { text: written, person, how: 'role' }
  const isGuessed = phrase.hasRole && candidate.rule !== 'transcript'
  const guess = isGuessed ? cast.byPronoun(phrase.gender ?? 'heOrShe', paragraph) : undefined
  if (guess) return { text: written, person: guess, how: 'guess' }
  const last = tokenAt(tokens, subject.to - 1)
  const bare = withoutMarks(tokens, subject, written)
  if (bare !== written) return { text: written, how: 'role', name: bare }
  const marker = last.text.length - withoutMarker(last, vocabulary).length
  return { text: written, how: 'role', ...(marker > 0 ? { name: written.slice(0, -marker) } : {}) }
}
