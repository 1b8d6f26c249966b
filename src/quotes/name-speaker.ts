import { fold } from '../text/normal-form.ts'
import type { Candidate } from './candidate.ts'
import type { Cast, Person } from './cast.ts'
import { hasCapital } from './noun-phrase.ts'
import { lastNameStart, nameText, stripTitles } from './read-names.ts'
import { has, isPronoun, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import { pronounKind, WORD_CLASS } from './vocabulary.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Who is meant by the words that name a speaker. */
export type NamedSpeaker = {
  /** As the article writes it. */
  readonly text: string
  /** With a name; its `name` is final when the article is read to its end. */
  readonly person?: Person
  /** A pronoun or a role stands for the person. */
  readonly how: 'name' | 'role' | 'pronoun'
}

const POSSESSIVE = /['’]s$/u

export function nameSpeaker(
  text: string,
  tokens: Tokens,
  subject: Range,
  {
    cast,
    paragraph,
    vocabulary,
    sentence,
    clitic,
  }: {
    cast: Cast
    paragraph: number
    vocabulary: Vocabulary
    sentence: number
    clitic?: Candidate['clitic'] | undefined
  },
): NamedSpeaker {
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

  if (first.isCaseless || hasCapital(tokens, subject)) {
    const name = stripTitles(tokens, subject, sentence, vocabulary)
    const exact = first.isCaseless ? name : { from: lastNameStart(tokens, name), to: name.to }
    const isRole = isOnlyRole(tokens, exact, vocabulary)
    if (!isRole && (first.isCaseless || hasCapital(tokens, exact))) {
      const person = cast.meet(nameText(text, tokens, exact), { isSure: true })
      if (person) return { text: written, person, how: 'name' }
    }
  }
  const person = cast.byRole(roleNouns(tokens, subject))
  return { text: written, how: 'role', ...(person ? { person } : {}) }
}

/** German `der Minister`: a capital, yet no name. */
function isOnlyRole(tokens: Tokens, { from, to }: Range, { grammar }: Vocabulary): boolean {
  if (to <= from) return true
  const last = tokenAt(tokens, to - 1)
  if (has(last, WORD_CLASS.role) && to - from === 1) return true
  return (
    grammar.capitalNouns === true && to - from === 1 && has(tokenAt(tokens, from - 1), WORD_CLASS.article)
  )
}

function roleNouns(tokens: Tokens, { from, to }: Range): string[] {
  const nouns: string[] = []
  for (let at = from; at < to; at++) {
    const token = tokenAt(tokens, at)
    if (token.kind !== 'word' || has(token, WORD_CLASS.article) || isPronoun(token)) continue
    if (has(token, WORD_CLASS.break)) break
    nouns.push(fold(token.lower))
  }
  return nouns
}
