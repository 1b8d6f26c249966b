import type { Language } from '../../src/domain/language.ts'
import { between, pick } from '../random.ts'
import type { Random } from '../random.ts'
import { CONTRACTIONS, INFLECTIONS } from './word-pairs.ts'

/**
 * One edit each of a quotation, and what a reader would call it. Words are what stands between spaces, in scripts without
 * spaces characters: not our tokenizer's. An edit that the text gives no occasion for is undefined.
 */
export type Sentence = { readonly language: Language; readonly text: string }

export type Edit = {
  /** What the index holds; where it holds the sentence as it is, that. */
  readonly source: string
  readonly claim: string
}

export type EditContext = {
  readonly random: Random
  /** Another sentence of the language, to take words from. */
  readonly other: Sentence
  /** Lower-cased words of all sentences: a typo makes none of them. */
  readonly words: ReadonlySet<string>
}

type Editor = (sentence: Sentence, context: EditContext) => Edit | undefined

export const EDITS: Readonly<Record<string, Editor>> = {
  mark: ({ text }, { random }) => edit(text, changeMarks(text, random)),
  caseOrAccents: ({ text }, { random }) =>
    random() < 0.5
      ? edit(
          text,
          onWord(text, random, word => (/\p{L}{3}/u.test(word) ? word.toUpperCase() : undefined)),
        )
      : edit(
          text,
          onWord(text, random, word =>
            // elsewhere a mark makes another letter
            /^\p{sc=Latin}+$/u.test(word) ? withoutAccents(word) : undefined,
          ),
        ),
  spelling: ({ text }, { random, words }) =>
    edit(
      text,
      onWord(text, random, word => typo(word, { random, words })),
    ),
  contraction: ({ text, language }, { random }) => exchanged(text, language, CONTRACTIONS, random),
  inflection: ({ text, language }, { random }) => exchanged(text, language, INFLECTIONS, random),
  dropped: ({ text }, { random }) =>
    withPieces(text, (pieces, space) => without(pieces, { random, most: 3, space, instead: [] })),
  'dropped, open': ({ text }, { random }) =>
    withPieces(text, (pieces, space) =>
      without(pieces, { random, most: 6, space, instead: [pick(random, ['…', '...', '[…]', '[...]'])] }),
    ),
  inserted: ({ text, language }, { random, other }) =>
    withPieces(text, pieces => inserted(pieces, { random, pieces: borrowed(other, language, random) })),
  'inserted, open': ({ text, language }, { random, other }) =>
    withPieces(text, (pieces, space) => {
      const put = borrowed(other, language, random)
      return put.length === 0 ? undefined : inserted(pieces, { random, pieces: [`[${put.join(space)}]`] })
    }),
  changed: ({ text, language }, { random, other }) =>
    withPieces(text, pieces => changed(pieces, { random, pieces: borrowed(other, language, random) })),
  moved: ({ text }, { random }) => withPieces(text, pieces => moved(pieces, random)),
  joined: ({ text }, { other }) => {
    const [first, second] = [piecesOf(text), piecesOf(other.text)]
    const [a, b] = [first.pieces.slice(0, half(first.pieces)), second.pieces.slice(half(second.pieces))]
    if (Math.min(a.length, b.length) < (first.space ? 5 : 10)) return undefined
    return { source: text, claim: [...a, ...b].join(first.space) }
  },
}

const half = (pieces: readonly string[]): number => Math.floor(pieces.length / 2)

const edit = (source: string, claim: string | undefined): Edit | undefined =>
  claim === undefined || claim === source ? undefined : { source, claim }

type Pieces = { readonly pieces: readonly string[]; readonly space: ' ' | '' }

const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u

function piecesOf(text: string): Pieces {
  return UNSPACED.test(text)
    ? { pieces: Array.from(text), space: '' }
    : { pieces: text.split(' '), space: ' ' }
}

function withPieces(
  text: string,
  change: (pieces: readonly string[], space: ' ' | '') => readonly string[] | undefined,
): Edit | undefined {
  const { pieces, space } = piecesOf(text)
  if (pieces.length < (space ? 8 : 16)) return undefined
  const claim = change(pieces, space)?.join(space)
  return edit(text, claim)
}

const lettersOf = (piece: string): string => piece.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase()
const isWord = (piece: string | undefined): boolean => /^[\p{L}\p{M}]+$/u.test(piece ?? '')

/** What stands within a sentence, away from its ends. */
function placeWithin(pieces: readonly string[], random: Random, count = 1): number {
  return between(random, 2, pieces.length - count - 3)
}

function without(
  pieces: readonly string[],
  {
    random,
    most,
    space,
    instead,
  }: { random: Random; most: number; space: string; instead: readonly string[] },
): readonly string[] | undefined {
  const count = between(random, 1, most)
  if (pieces.length < count + 7) return undefined
  const at = placeWithin(pieces, random, count)
  const taken = pieces.slice(at, at + count)
  // marks alone are no words; a word beside its like is dropped from nobody knows where
  if (taken.every(piece => lettersOf(piece) === '') || (space === '' && !isWord(taken.join(''))))
    return undefined
  if (lettersOf(pieces[at - 1] ?? '') === lettersOf(taken.at(-1) ?? '')) return undefined
  return [...pieces.slice(0, at), ...instead, ...pieces.slice(at + count)]
}

function inserted(
  pieces: readonly string[],
  { random, pieces: put }: { random: Random; pieces: readonly string[] },
): readonly string[] | undefined {
  const present = new Set(pieces.map(lettersOf))
  if (put.length === 0 || put.some(piece => present.has(lettersOf(piece)))) return undefined
  const at = placeWithin(pieces, random)
  return [...pieces.slice(0, at), ...put, ...pieces.slice(at)]
}

function changed(
  pieces: readonly string[],
  { random, pieces: put }: { random: Random; pieces: readonly string[] },
): readonly string[] | undefined {
  const present = new Set(pieces.map(lettersOf))
  const at = placeWithin(pieces, random, put.length)
  const taken = pieces.slice(at, at + put.length)
  if (put.length === 0 || !taken.every(isWord)) return undefined
  if (put.some((piece, i) => present.has(lettersOf(piece)) || isAlike(piece, taken[i] ?? '')))
    return undefined
  return [...pieces.slice(0, at), ...put, ...pieces.slice(at + put.length)]
}

/** Two words that begin alike may be forms of one. */
const isAlike = (a: string, b: string): boolean => lettersOf(a).slice(0, 2) === lettersOf(b).slice(0, 2)

function moved(pieces: readonly string[], random: Random): readonly string[] | undefined {
  const count = between(random, 1, 2)
  if (pieces.length < count + 9) return undefined
  const from = placeWithin(pieces, random, count)
  const taken = pieces.slice(from, from + count)
  // common little words are everywhere
  if (!taken.every(isWord) || taken.join('').length < (UNSPACED.test(taken.join('')) ? 2 : 5))
    return undefined
  const rest = [...pieces.slice(0, from), ...pieces.slice(from + count)]
  const to = between(random, 1, rest.length - 1)
  if (Math.abs(to - from) < 2) return undefined
  return [...rest.slice(0, to), ...taken, ...rest.slice(to)]
}

/** One or two neighbouring words of another sentence. */
function borrowed({ text }: Sentence, language: Language, random: Random): readonly string[] {
  const { pieces, space } = piecesOf(text)
  const count = between(random, 1, 2) * (space === '' ? 2 : 1)
  const at = between(random, 0, Math.max(0, pieces.length - count))
  const taken = pieces.slice(at, at + count)
  const least = language === 'ko' || space === '' ? 1 : 3
  return taken.every(piece => isWord(piece) && piece.length >= least) ? taken : []
}

function onWord(
  text: string,
  random: Random,
  change: (word: string) => string | undefined,
): string | undefined {
  const { pieces, space } = piecesOf(text)
  if (space === '') return undefined
  const places = pieces.flatMap((piece, at) =>
    at > 0 && isWord(piece) && change(piece) !== undefined && change(piece) !== piece ? [at] : [],
  )
  if (places.length === 0) return undefined
  const at = pick(random, places)
  return pieces.map((piece, i) => (i === at ? (change(piece) ?? piece) : piece)).join(space)
}

const withoutAccents = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .normalize('NFC')

function typo(word: string, { random, words }: Pick<EditContext, 'random' | 'words'>): string | undefined {
  const letters = Array.from(word)
  if (letters.length < 5) return undefined
  const at = between(random, 1, letters.length - 3)
  const swapped = letters.with(at, letters[at + 1] ?? '').with(at + 1, letters[at] ?? '')
  const left = letters.toSpliced(at, 1)
  const doubled = letters.toSpliced(at, 0, letters[at] ?? '')
  const mistyped = pick(random, [swapped, left, doubled]).join('')
  const fold = (one: string): string => withoutAccents(one).toLowerCase()
  return words.has(mistyped.toLowerCase()) || fold(mistyped) === fold(word) ? undefined : mistyped
}

/** A word of a pair is put into the sentence, and the other one is claimed. */
function exchanged(
  text: string,
  language: Language,
  table: Readonly<Record<string, readonly (readonly [string, string])[]>>,
  random: Random,
): Edit | undefined {
  const pairs = table[language]
  const { pieces, space } = piecesOf(text)
  if (!pairs || pieces.length < 8) return undefined
  const pair = pick(random, pairs)
  const [a, b] = random() < 0.5 ? pair : [pair[1], pair[0]]
  const present = new Set(pieces.map(lettersOf))
  if ([...a.split(' '), ...b.split(' ')].some(word => present.has(lettersOf(word)))) return undefined
  const at = placeWithin(pieces, random)
  const put = (word: string): string => [...pieces.slice(0, at), word, ...pieces.slice(at)].join(space)
  return { source: put(a), claim: put(b) }
}

const MARK_CHANGES: readonly ((text: string, random: Random) => string)[] = [
  text => text.replaceAll(/[,;:!?.]+(?=\s|$)/gu, ''),
  text => text.replaceAll(/[,，、](?!\d)/gu, ' –'),
  text => text.replaceAll("'", '’'),
  text => text.replaceAll('’', "'"),
  text => text.replaceAll(' ', '\u00a0'),
  text => text.replaceAll(' ', '  '),
  text => text.replaceAll(/[-–—](?=\p{L})/gu, '—'),
  text => text.replaceAll(/(?<=\p{L})-(?=\p{L})/gu, ' '),
  text => text.slice(0, 1).toLowerCase() + text.slice(1),
  text => text.slice(0, 1).toUpperCase() + text.slice(1),
  text => `“${text}”`,
  text => `«\u202f${text}\u202f»`,
  text => `– ${text}`,
  text => `"${text.replace(/\.$/u, ',')}"`,
  text => text.replaceAll(/(?<=\p{L}) (?=\p{L})/gu, (space, at: number) => (at % 11 === 0 ? ', ' : space)),
  (text, random) =>
    text.replace(
      /\p{L}{7,}/u,
      word => `${word.slice(0, 3)}${pick(random, ['\u00ad', '\u200b'])}${word.slice(3)}`,
    ),
]

/** Nothing but marks, dashes, spaces and the case of the first letter. */
export function changeMarks(text: string, random: Random): string {
  let changedText = text
  for (let i = 0, n = between(random, 1, 3); i < n; i++)
    changedText = pick(random, MARK_CHANGES)(changedText, random)
  return changedText
}
