import type { Candidate, Site } from '../candidate.ts'
import { isLowerAt } from '../characters.ts'
import { impliedSubject, readCue } from '../cue.ts'
import { firstSubject } from '../first-subject.ts'
import { phraseLeft } from '../phrase-left.ts'
import { phraseRight } from '../phrase-right.ts'
import { isNamed } from '../read-phrase.ts'
import { cueAt, has, isPronoun, isWord, tokenAt } from '../token.ts'
import type { Range, Token } from '../token.ts'
import { WORD_CLASS } from '../word-class.ts'
import { closingVerb } from './closing-verb.ts'
import type { Behind } from './after-quote.ts'

const { adverb, article, naming, break: breakWord } = WORD_CLASS
/** Adverbs between the quote and its verb. */
const REACH = 3
/** How far before a quote its clause is read. */
const CLAUSE_REACH = 60

/** `“…,” said X`; and where the verb has no subject behind it, X before the quote, or whom it implies. */
export function afterVerb(site: Site, { first, end, isParted }: Behind): Candidate | undefined {
  const { tokens, at, from, vocabulary } = site
  const { wordOrder } = vocabulary.grammar
  const verb = skipAdverbs(site, first, end)
  const cue = verb < end ? readCue(tokens, verb, from, vocabulary) : undefined
  if (!cue) return afterAuxiliary(site, verb, { first, end, isParted })
  const range = { from: verb, to: verb + cue.length }
  if (cue.clitic) {
    const subject = { from: verb, to: verb + 1 }
    return { rule: 'after-verb-name', subject, cue: range, clitic: cue.clitic, confidence: 0.93 }
  }

  // The quote is the verb's subject or its attribute: “two sources ‘with knowledge’ told …”.
  if (!isParted && wordOrder !== 'verb-last' && at > from && isWord(tokens, at - 1)) {
    const isField = wordOrder === 'inverting' && opensField(site)
    const inverted = isField ? subjectBehind(site, range.to, { first, end, isParted }) : undefined
    if (inverted)
      return { rule: 'after-verb-name', subject: inverted, cue: range, isWeak: cue.isWeak, confidence: 0.85 }
    if (vocabulary.grammar.capitalNouns === true) return closingVerb(site, cue)
    const owner = has(tokenAt(tokens, at - 1), naming) ? undefined : phraseLeft(tokens, at, from, vocabulary)
    return owner && { rule: 'after-inside', subject: owner, cue: range, confidence: 0.5 }
  }
  const subject = subjectBehind(site, range.to, { first, end, isParted })
  if (subject) {
    const confidence = isParted ? 0.95 : wordOrder === 'subject-first' ? 0.6 : 0.85
    return { rule: 'after-verb-name', subject, cue: range, confidence }
  }
  const topic = at > from ? firstSubject(tokens, from, at, vocabulary) : undefined
  if (topic) return { rule: 'after-inside', subject: topic, cue: range, confidence: 0.7 }
  const implied = impliedSubject(tokenAt(tokens, verb), vocabulary)
  return implied
    ? { rule: 'after-verb-alone', implied, cue: range, confidence: isParted ? 0.8 : 0.5 }
    : { rule: 'after-inside', cue: range, confidence: 0.4 }
}

/** `Von einem „…“ sprach X`: a preposition or `als` leads to the quote, and the verb follows before its subject. */
function opensField({ tokens, at, from }: Site): boolean {
  const first = tokenAt(tokens, from)
  if (!has(first, breakWord | WORD_CLASS.conjunction) || isPronoun(first)) return false
  if (at - from > CLAUSE_REACH) return false
  for (let k = from + 1; k < at; k++) {
    const token = tokenAt(tokens, k)
    if (token.kind !== 'word' || (!token.isCapital && (cueAt(tokens, k) || has(token, WORD_CLASS.auxiliary))))
      return false
  }
  return true
}

/** Portuguese a is a preposition, and the article of a woman; the article is meant before a name more often. */
const isPreposition = (token: Token): boolean =>
  has(token, breakWord) && !has(token, article) && !isPronoun(token)

/** `„…“, hatte X am Sonntag versichert`: the subject stands at the auxiliary, the verb closes the clause. */
function afterAuxiliary(site: Site, at: number, { end, isParted }: Behind): Candidate | undefined {
  const { tokens, from, vocabulary } = site
  const isInverted = vocabulary.grammar.wordOrder === 'inverting'
  if (!isInverted || !isParted || !has(tokenAt(tokens, at), WORD_CLASS.auxiliary)) return undefined
  for (let verb = at + 2; verb < end; verb++) {
    const cue = readCue(tokens, verb, from, vocabulary)
    if (!cue) continue
    const subject = phraseRight(tokens, at + 1, verb, vocabulary)
    return (
      subject && {
        rule: 'after-verb-name',
        subject,
        cue: { from: verb, to: verb + cue.length },
        confidence: 0.9,
      }
    )
  }
  return undefined
}

function skipAdverbs({ tokens, from, vocabulary }: Site, first: number, end: number): number {
  let verb = first
  while (verb < end && verb - first < REACH && isWord(tokens, verb)) {
    const token = tokenAt(tokens, verb)
    // An object pronoun (μου λέει) may look like another one; it is no subject where the verb follows it at once.
    const isAdverb = has(token, adverb) && !(isPronoun(token) && !has(token, article))
    if (!isAdverb || readCue(tokens, verb, from, vocabulary)) break
    verb++
  }
  return verb
}

function subjectBehind(site: Site, start: number, { end, isParted }: Behind): Range | undefined {
  const { tokens, from, vocabulary } = site
  const { wordOrder } = vocabulary.grammar
  if (wordOrder === 'verb-last' && (start >= end || !tokenAt(tokens, start).isCapital)) return undefined
  // 「…」，呼籲民眾: in Chinese and Thai only the object comes behind the verb.
  if (vocabulary.grammar.unspaced) return undefined
  const begin = skipAddressee(site, start, end)
  const phrase = phraseRight(tokens, begin, end, vocabulary)
  const subject = nameInMarks(site, phrase ?? { from: begin, to: begin }) ?? phrase
  if (!subject || wordOrder !== 'subject-first' || isParted) return subject
  const head = tokenAt(tokens, subject.from)
  return head.isCaseless || has(head, article) || isNamed(tokens, subject, { sentence: from, vocabulary })
    ? subject
    : undefined
}

const LONGEST_NAME = 4
/** `schreibt die „Fennpost“`, `skrev «Fjordposten»`: an outlet whose name stands in marks. */
function nameInMarks({ tokens, quotes }: Site, { from, to }: Range): Range | undefined {
  for (let at = from; at < to; at++) if (!has(tokenAt(tokens, at), article | naming)) return undefined
  const quote = quotes[tokenAt(tokens, to).quote]
  const isName =
    quote !== undefined && quote.words <= LONGEST_NAME && quote.lastMark === '' && !isLowerAt(quote.text, 0)
  return isName ? { from, to: to + 1 } : undefined
}

const LONGEST_ADDRESSEE = 6
/** `dijo el lunes a los periodistas el ministro`: behind a preposition and its noun the subject may still come. */
function skipAddressee({ tokens, vocabulary }: Site, start: number, end: number): number {
  if (vocabulary.grammar.wordOrder === 'subject-first') return start
  let at = start
  while (at < end && has(tokenAt(tokens, at), adverb) && !isPronoun(tokenAt(tokens, at))) at++
  while (at < end && isPreposition(tokenAt(tokens, at))) {
    let next = at + 1
    while (next < end && has(tokenAt(tokens, next), article | adverb | breakWord)) next++
    next++
    if (next >= end || next - start > LONGEST_ADDRESSEE || !isWord(tokens, next)) return start
    at = next
  }
  return at
}
