import type { Candidate, Site } from '../candidate.ts'
import { readCue } from '../cue.ts'
import { markedSubject } from '../first-subject.ts'
import { phraseLeft } from '../phrase-left.ts'
import { phraseRight } from '../phrase-right.ts'
import { isNamed } from '../read-phrase.ts'
import { has, isPronoun, tokenAt } from '../token.ts'
import type { Range } from '../token.ts'
import { isQualifying } from '../unspaced-clause.ts'
import { WORD_CLASS } from '../word-class.ts'
import type { Behind } from './after-quote.ts'

const {
  auxiliary,
  conjunction,
  relative,
  source,
  he,
  she,
  heOrShe,
  verbEnding,
  break: breakWord,
} = WORD_CLASS
/** A verb further behind the quote does not report it. */
const REACH = 30
/** Without spaces, what tells more of the speaker stands before him: 一位不愿透露姓名的渔民. */
const LONGEST_QUALIFIER = 8
/** An unlisted verb reports words that are more than an expression. */
const SPEECH_LENGTH = 4

/** `“…,” X said`. */
export function afterName(site: Site, { first, end, isParted }: Behind): Candidate | undefined {
  const { tokens, from, vocabulary } = site
  const head = tokenAt(tokens, first)
  const isUnspaced = vocabulary.grammar.unspaced === true
  const isAs = has(head, conjunction) && has(head, source)
  if (!isAs && has(head, conjunction | relative) && !head.isCapital) return undefined
  // `„…“, hatte X versichert` is read from its auxiliary.
  if (vocabulary.grammar.wordOrder === 'inverting' && has(head, auxiliary)) return undefined
  // German inverts behind a quote: a verb behind its subject is that of the next clause (`„…“, Berg nannte ihn …`).
  if (vocabulary.grammar.capitalNouns === true && !isAs) return undefined
  for (let verb = first + 1; verb < Math.min(end, first + REACH); verb++) {
    const cue = readCue(tokens, verb, from, vocabulary)
    if (!cue || (isUnspaced && isQualifying(tokens, verb, end))) continue
    const subject = subjectBefore(site, first, verb)
    if (!subject) return undefined
    const range = { from: verb, to: verb + cue.length }
    const reach = isUnspaced ? LONGEST_QUALIFIER : isAs ? 2 : 1
    if (subject.from <= first + reach) {
      return {
        rule: 'after-name-verb',
        subject,
        cue: range,
        confidence: isParted ? 0.95 : 0.5,
      }
    }
    const isNear = subject.from <= first + 3 && isParted
    return isNear ? { rule: 'after-name-verb', subject, cue: range, confidence: 0.6 } : undefined
  }
  return undefined
}

/** The phrase before the verb; where that names nobody (viņa satraukti iesaucās), the words right behind the quote. */
function subjectBefore({ tokens, from, vocabulary }: Site, first: number, verb: number): Range | undefined {
  if (has(tokenAt(tokens, first), he | she | heOrShe)) return { from: first, to: first + 1 }
  const marked = markedSubject(tokens, first, verb, { vocabulary })
  if (marked) return marked
  // Without spaces what is not marked is a particle of the quote: 「…」とも語った
  if (vocabulary.grammar.unspaced && vocabulary.grammar.subjectMarkers !== undefined) return undefined
  const near = phraseLeft(tokens, verb, first, vocabulary)
  if (near && isNamed(tokens, near, { sentence: from, vocabulary })) return near
  const opening = phraseRight(tokens, first, verb, vocabulary)
  return opening && opening.from === first && isNamed(tokens, opening, { sentence: from, vocabulary })
    ? opening
    : near
}

/** `“…,” Ms Berg sings`: a verb that is not listed, known by its ending. */
export function afterNameUnlisted(
  { tokens, quote, vocabulary }: Site,
  { first, end }: Behind,
): Candidate | undefined {
  const head = tokenAt(tokens, first)
  const isLong = quote.words >= SPEECH_LENGTH || (quote.lastMark !== '' && quote.words > 1)
  if (!isLong || (has(head, conjunction) && !head.isCapital)) return undefined
  if (!has(head, he | she | heOrShe) && !head.isCapital) return undefined
  if (isPronoun(head) && !has(head, he | she | heOrShe)) return undefined
  const subject = phraseRight(tokens, first, end, vocabulary)
  if (!subject || subject.to >= end) return undefined
  const verb = tokenAt(tokens, subject.to)
  if (verb.kind !== 'word' || !has(verb, verbEnding) || has(verb, breakWord)) return undefined
  const cue = { from: subject.to, to: subject.to + 1 }
  return { rule: 'after-unlisted-verb', subject, cue, confidence: 0.6 }
}
