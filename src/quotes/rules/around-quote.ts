import type { Candidate, Site } from '../candidate.ts'
import { impliedSubject, readCue } from '../cue.ts'
import { markedStart, markedSubject } from '../first-subject.ts'
import { isNamed } from '../read-phrase.ts'
import { has, isMark, isPronoun, isQuote, isWord, tokenAt } from '../token.ts'
import type { Range, Tokens } from '../token.ts'
import { WORD_CLASS } from '../word-class.ts'

const { adverb, conjunction, break: breakWord } = WORD_CLASS
/** How far behind the quote the verb may stand: particles, adverbs or the subject come between (と笑いながら述べた). */
const REACH = 20
const LONGEST_NAME = 6
/** How far before the quote the subject may stand. */
const SUBJECT_REACH = 40

/** Where the verb goes last: `田中氏は「…」と述べた`, `Ayşe Yılmaz, “…” dedi`, `「…」と田中氏は述べた`. */
export function aroundQuote(site: Site): Candidate[] {
  const { tokens, at, vocabulary } = site
  if (vocabulary.grammar.wordOrder !== 'verb-last') return []
  const cues = verbsBehind(site)
  const [first] = cues
  if (first === undefined) return []
  const start = clauseStart(site)
  // The subject may stand behind the particle of the quote: `“…”라고 감독은 말했다`.
  for (const cue of cues) {
    const behind = markedSubject(tokens, at + 1, cue.from, { vocabulary })
    if (behind) return [{ rule: 'after-name-verb', subject: behind, cue, confidence: 0.9 }]
  }
  const marked = markedSubject(tokens, start, at, { vocabulary })
  // Behind another quote stand its particles: the subject is that of the sentence.
  if (!marked && start > site.from) return [{ rule: 'before-verb-carried', cue: first, confidence: 0.75 }]
  const within = { sentence: site.from, vocabulary }
  const near = marked ?? phraseBeforeQuote(tokens, start, at)
  // Ercan Tezer, araç satılmasını kaydederek, “…” dedi: a clause without a name stands between.
  const lead =
    near === undefined || marked || isNamed(tokens, near, within) ? undefined : leadingName(site, start)
  const subject = lead ?? near
  if (subject) return [{ rule: 'around-quote', subject, cue: first, confidence: lead ? 0.85 : 0.9 }]
  const implied = impliedSubject(tokenAt(tokens, first.from), vocabulary)
  return implied ? [{ rule: 'after-verb-alone', implied, cue: first, confidence: 0.8 }] : []
}

/** The name that a comma parts from the rest of the clause. */
function leadingName({ tokens, at, from: sentence, vocabulary }: Site, start: number): Range | undefined {
  let comma = start
  while (comma < at && isWord(tokens, comma)) comma++
  if (!isMark(tokens, comma, ',،') || comma - start > LONGEST_NAME) return undefined
  const name = { from: start, to: comma }
  return comma > start && isNamed(tokens, name, { sentence, vocabulary }) ? name : undefined
}

function clauseStart({ tokens, at, from }: Site): number {
  const first = Math.max(from, at - SUBJECT_REACH)
  for (let k = at - 1; k >= first; k--) if (isQuote(tokens, k)) return k + 1
  return first
}

/** The particle of the quote and the verb it stands at, or the verb alone. */
const CUES = 2

function verbsBehind({ tokens, at, from, to, vocabulary }: Site): Range[] {
  const cues: Range[] = []
  for (let k = at + 1; k < Math.min(to, at + 1 + REACH) && cues.length < CUES; k++) {
    if (isQuote(tokens, k) || isMark(tokens, k, ',、،')) {
      if (cues.length > 0 || isQuote(tokens, k)) break
    }
    const cue = readCue(tokens, k, from, vocabulary)
    if (cue) cues.push({ from: k, to: k + cue.length })
  }
  return cues
}

function phraseBeforeQuote(tokens: Tokens, from: number, to: number): Range | undefined {
  let end = to
  while (end > from && (isMark(tokens, end - 1, ',،、:') || has(tokenAt(tokens, end - 1), adverb))) end--
  if (end === from || !isWord(tokens, end - 1)) return undefined
  const last = tokenAt(tokens, end - 1)
  if (has(last, conjunction | breakWord)) return undefined
  if (isPronoun(last)) return { from: end - 1, to: end }
  const begin = markedStart(tokens, end, from)
  const isParted = isMark(tokens, end, ',،、')
  return begin < end && (isParted || last.isCapital || last.isCaseless) ? { from: begin, to: end } : undefined
}
