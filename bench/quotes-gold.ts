import { CLOSERS, innerSpan, pairedMarks, range } from './quotes-marks.ts'
import { namedSpans } from './quotes-named.ts'
import type { Span } from './quotes-named.ts'
import { childrenOf, subtree } from './treebank.ts'
import type { Sentence, TreebankDocument, Word } from './treebank.ts'

/**
 * Who says what, as a treebank knows it: a quoted span whose head is governed by a verb with a subject of its own.
 * Nothing here looks at the grammars of `src/quotes`: what a verb of saying is, the treebank itself tells.
 */
export type GoldQuote = {
  readonly sentence: string
  readonly kind: 'direct' | 'dash'
  /** Offsets into the paragraph, without marks; of a dash quote, up to where the inquit cuts it. */
  readonly start: number
  readonly end: number
  readonly verb: string
  readonly relation: string
  /** Any of these words names the speaker: the head of the subject, the parts of a name, an apposition. */
  readonly names: readonly string[]
  /** The whole subject, to show and to tell whether what was found lies within. */
  readonly subject: string
}

type Governed = {
  readonly quote: GoldQuote
  /** Index of the verb in its sentence. */
  readonly verb: number
  readonly lemma: string
  readonly isClause: boolean
  /** A whole clause between its marks, parted from the verb by a comma or a colon: whatever the verb, it is said. */
  readonly isSetOff: boolean
}

export type GoldParagraph = {
  readonly text: string
  readonly quotes: readonly GoldQuote[]
  /** Marked spans that nobody says: names, titles. Only of treebanks. */
  readonly named?: readonly Span[]
}

/**
 * The gold of all files of one language. Where punctuation does not set the quote off, its verb counts as one of
 * saying only when it governs quoted clauses in at least two sentences of these files: once is often chance.
 */
export function goldOf(documents: readonly TreebankDocument[]): GoldParagraph[][] {
  const found = documents.map(({ paragraphs }) =>
    paragraphs.map(({ text, sentences }) => ({
      text,
      sentences,
      governed: sentences.map(sentence => governedQuotes(sentence, text)),
    })),
  )
  const clauses = new Map<string, number>()
  for (const governed of found.flat(2).flatMap(paragraph => paragraph.governed)) {
    const lemmas = governed.filter(({ isClause }) => isClause).map(({ lemma }) => lemma)
    for (const lemma of new Set(lemmas)) clauses.set(lemma, (clauses.get(lemma) ?? 0) + 1)
  }
  return found.map(paragraphs =>
    paragraphs.map(({ text, sentences, governed }) => ({
      text,
      named: sentences.flatMap(sentence => namedSpans(sentence, text, lemma => clauses.has(lemma))),
      quotes: governed
        .flat()
        .filter(({ lemma, isSetOff }) => isSetOff || (clauses.get(lemma) ?? 0) >= 2)
        .map(({ quote }) => quote),
    })),
  )
}

/** An inquit cuts a quote in two; a verb with more of them introduces a list, which is one case and not many. */
const MOST_OF_ONE_VERB = 2

function governedQuotes(sentence: Sentence, text: string): Governed[] {
  const counts = new Map<number, number>()
  return [...markedQuotes(sentence, text), ...dashQuotes(sentence, text)].filter(({ verb }) => {
    const count = (counts.get(verb) ?? 0) + 1
    counts.set(verb, count)
    return count <= MOST_OF_ONE_VERB
  })
}

const SPEECH_RELATIONS: ReadonlySet<string> = new Set(['ccomp', 'parataxis', 'obj', 'xcomp'])

function markedQuotes({ id, words }: Sentence, text: string): Governed[] {
  const children = childrenOf(words)
  const pairs = pairedMarks(words)
  const quoted = new Set(pairs.flatMap(([open, close]) => range(open, close + 1)))
  return pairs.flatMap(([open, close]) => {
    const inner = range(open + 1, close).filter(index => words[index]?.pos !== 'PUNCT')
    const isInner = (index: number) => index > open && index < close
    if (inner.length < 2) return []
    const heads = inner.filter(index => !isInner(words[index]?.head ?? -1))
    for (const head of heads) {
      const verb = governorOf(words, children, head, quoted)
      if (verb === undefined) continue
      const isClause = verb.relation === 'ccomp' || verb.relation === 'parataxis'
      const hasVerb = inner.some(index => /^(?:VERB|AUX)$/u.test(words[index]?.pos ?? ''))
      if (!isClause && (inner.length < 3 || !hasVerb)) continue
      const speaker = speakerOf({ words, children, text, quoted }, verb.index)
      if (speaker === undefined) continue
      const { start, end } = innerSpan(words, [open, close], text)
      const { form, lemma } = words[verb.index] as Word
      const { relation } = verb
      const quote: GoldQuote = { sentence: id, kind: 'direct', start, end, verb: form, relation, ...speaker }
      const isSetOff = isClause && heads.length === 1 && isParted(words, open, close, verb.index)
      return [{ quote, verb: verb.index, lemma, isClause, isSetOff }]
    }
    return []
  })
}

/**
 * Of a verb before the quote, a colon stands before the mark, or a comma where the quote begins as a sentence does;
 * of one after it, a stop before or behind the mark.
 */
function isParted(words: readonly Word[], open: number, close: number, verb: number): boolean {
  const isStop = (index: number, stops: RegExp) => stops.test(words[index]?.form ?? '')
  if (verb < open) {
    if (range(verb + 1, open).some(index => words[index]?.pos === 'VERB')) return false
    const isCapital = /^[^\p{Ll}]/u.test(words[open + 1]?.form ?? '')
    return isStop(open - 1, /^[:：]$/u) || (isCapital && isStop(open - 1, /^[,，、]$/u))
  }
  return isStop(close - 1, /^[,.!?…，。！？]$/u) || isStop(close + 1, /^(?:[,，–—-]|--)$/u)
}

/** The verb that a quoted clause hangs on, or that hangs on it as `parataxis`. */
function governorOf(
  words: readonly Word[],
  children: readonly (readonly number[])[],
  head: number,
  quoted: ReadonlySet<number>,
): { readonly index: number; readonly relation: string } | undefined {
  const isVerb = (index: number) => words[index]?.pos === 'VERB' && !quoted.has(index)
  const inquit = (children[head] ?? []).find(
    index => words[index]?.relation === 'parataxis' && isVerb(index) && hasSubject(words, children, index),
  )
  if (inquit !== undefined) return { index: inquit, relation: 'parataxis' }
  const { head: above = -1, relation = '' } = words[head] ?? {}
  if (!isVerb(above) || !SPEECH_RELATIONS.has(relation)) return undefined
  return { index: above, relation }
}

const hasSubject = (words: readonly Word[], children: readonly (readonly number[])[], verb: number) =>
  (children[verb] ?? []).some(index => words[index]?.relation === 'nsubj')

const SPEAKING: ReadonlySet<string> = new Set(['NOUN', 'PROPN', 'PRON'])
/** “It”, “this”, “one”: a pronoun of these kinds names nobody. */
const NAMING_NOBODY = /^(?:Dem|Ind|Int|Rel|Neg|Tot|Rcp|Exc)/u
const NEUTER =
  /^(?:it|das|es|dies|det|dette|ceci|cela|ça|c'|ce|se|to|то|это|це|това|ez|az|tai|see|þetta|það|hetta|tað)$/iu

type Parsed = {
  readonly words: readonly Word[]
  readonly children: readonly (readonly number[])[]
  readonly text: string
  /** Indices of words and marks within quotes: no part of the narrator's sentence. */
  readonly quoted: ReadonlySet<number>
}

function speakerOf(
  { words, children, text, quoted }: Parsed,
  verb: number,
): { readonly names: readonly string[]; readonly subject: string } | undefined {
  const own = children[verb] ?? []
  const subjects = own.filter(
    index => words[index]?.relation === 'nsubj' && words[index]?.subtype !== 'pass' && !quoted.has(index),
  )
  const [subject] = subjects
  const head = subject === undefined ? undefined : words[subject]
  if (subject === undefined || head === undefined || subjects.length !== 1) return undefined
  if (!SPEAKING.has(head.pos) || NEUTER.test(head.form)) return undefined
  if (head.pos === 'PRON' && (head.isJoined || !isThirdPerson(head))) return undefined
  const whole = [...subtree(children, subject, quoted)]
    .filter(index => !quoted.has(index))
    .sort((a, b) => a - b)
  const names = namesIn(words, children, subject, quoted)
    .flatMap(index => formsOf(words[index], text))
    .filter(form => /\p{L}/u.test(form))
  if (names.length === 0) return undefined
  return {
    names,
    subject: whole.map(index => words[index]?.form ?? '').join(' '),
  }
}

/** A joined word also as it was printed: the form of a part may stand nowhere in the text. */
const formsOf = (word: Word | undefined, text: string): string[] => {
  if (word === undefined) return []
  return word.isJoined ? [word.form, text.slice(word.start, word.end)] : [word.form]
}

/** Where a treebank gives no type of pronoun, and no person. */
const RELATIVE = /^(?:que|quem|quien|qui|che|chi|who|which|that|som)$/iu
const FIRST_OR_SECOND =
  /^(?:i|we|you|jag|vi|du|ni|jeg|eg|me|ik|wij|we|je|ich|wir|ek|ons|yo|tú|eu|io|je|nous|én|ben|sen|biz|mi|ja|я|ты|мы|saya|aku|kami|kita|anda|tôi|tao|chúng tôi|em|ฉัน|ผม|เรา|我|我们|你|나는|저는)$/iu

const isThirdPerson = ({ form, features }: Word) =>
  !NAMING_NOBODY.test(features.get('PronType') ?? 'Prs') &&
  !RELATIVE.test(form) &&
  (features.get('Person') ?? '3') === '3' &&
  !FIRST_OR_SECOND.test(form)

const NAME_RELATIONS: ReadonlySet<string> = new Set(['flat', 'appos', 'compound', 'fixed'])

/** Head, parts of the name, appositions; and a name after a title, which some treebanks hang on it as bare `nmod`. */
function namesIn(
  words: readonly Word[],
  children: readonly (readonly number[])[],
  top: number,
  quoted: ReadonlySet<number>,
): number[] {
  const isCase = (index: number) => words[index]?.relation === 'case'
  const below = (children[top] ?? []).filter(index => {
    const word = words[index]
    if (word === undefined || quoted.has(index)) return false
    if (NAME_RELATIONS.has(word.relation)) return /^(?:PROPN|NOUN|X)$/u.test(word.pos)
    const isBare = word.features.get('Case') !== 'Gen' && !(children[index] ?? []).some(isCase)
    return word.relation === 'nmod' && word.pos === 'PROPN' && index > top && isBare
  })
  return [top, ...below.flatMap(index => namesIn(words, children, index, quoted))]
}

/** A line of dialogue: `– Speech, said somebody.` The speech goes up to the first word of the inquit. */
function dashQuotes({ id, words }: Sentence, text: string): Governed[] {
  const [dash] = words
  if (dash === undefined || !/^(?:[–—―-]|--)$/u.test(dash.form)) return []
  if (words.some(({ form }) => CLOSERS.has(form))) return []
  const children = childrenOf(words)
  const root = words.findIndex(({ head }) => head === -1)
  const candidates = [root, ...(children[root] ?? [])]
  for (const head of candidates) {
    const verb = governorOf(words, children, head, new Set())
    if (verb === undefined || (verb.relation !== 'parataxis' && verb.relation !== 'ccomp')) continue
    const below = new Set([head])
    const inquit = [...subtree(children, verb.index, below)].filter(
      index => index !== head && words[index]?.pos !== 'PUNCT',
    )
    const first = Math.min(...inquit)
    const isBlock = range(first, Math.max(...inquit) + 1).every(
      index => inquit.includes(index) || words[index]?.pos === 'PUNCT',
    )
    const speaker = speakerOf({ words, children, text, quoted: new Set() }, verb.index)
    const [opening, cut] = [words[1], words[first]]
    if (!isBlock || speaker === undefined || opening === undefined || cut === undefined || first < 3) continue
    const speech = text.slice(0, cut.start).replace(/[\s,–—―-]+$/u, '')
    const { form, lemma } = words[verb.index] as Word
    const place = { start: opening.start, end: speech.length }
    const { relation } = verb
    const quote: GoldQuote = { sentence: id, kind: 'dash', ...place, verb: form, relation, ...speaker }
    return [{ quote, verb: verb.index, lemma, isClause: true, isSetOff: false }]
  }
  return []
}
