import { FUNCTION_WORD, isNoun, JOINS_WORDS } from './noun-phrase.ts'
import { has, isPronoun, tokenAt } from './token.ts'
import type { Range, Tokens } from './token.ts'
import type { Vocabulary } from './vocabulary.ts'
import { CUE_VERB, WORD_CLASS } from './word-class.ts'

const { article, conjunction, particle, role, break: breakWord } = WORD_CLASS

/** At the beginning of a sentence these have a capital, too. */
const LEADS = FUNCTION_WORD | WORD_CLASS.speechNoun | CUE_VERB
/** A name of so many words at the beginning of a German sentence begins with a trade: Vorarbeiter Sepp Haberkorn. */
const TRADE_AND_NAME = 3

/** The capitals that close the phrase, without titles. */
export function capitalName(
  tokens: Tokens,
  { from, to: phraseEnd }: Range,
  sentence: number,
  vocabulary: Vocabulary,
): Range | undefined {
  let to = phraseEnd
  if (vocabulary.grammar.subjectEndings !== undefined) to = beforeTitle(tokens, from, to)
  let begin = to
  while (begin > from && isNamePart(tokens, begin - 1, from, to)) begin--
  if (begin === to) return undefined
  // `universitetet i Ostrel`, `the mayor of Marnvik`: the capitals belong to the noun.
  if (begin > from && has(tokenAt(tokens, begin - 1), breakWord | particle)) {
    for (let at = from; at < begin - 1; at++) if (isNoun(tokenAt(tokens, at))) return undefined
  }
  const isGerman = vocabulary.grammar.capitalNouns === true
  const hasArticle = isGerman && followsArticle(tokens, begin)
  // Bhí Caoimhe …: where the verb goes first, it has the capital.
  const leads = vocabulary.grammar.wordOrder === 'verb-first' ? LEADS | WORD_CLASS.auxiliary : LEADS
  const first = begin
  while (begin < to) {
    const token = tokenAt(tokens, begin)
    const isLead = begin === sentence && (has(token, leads) || isPronoun(token))
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

/** `Urrutikoetxea alkateak`: a title in small letters behind the name. */
function beforeTitle(tokens: Tokens, from: number, to: number): number {
  let end = to
  while (end > from + 1 && has(tokenAt(tokens, end - 1), role) && !tokenAt(tokens, end - 1).isCapital) end--
  return tokenAt(tokens, end - 1).isCapital ? end : to
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
