import type { Language } from '../domain/language.ts'
import { editDistance } from '../text/edit-distance.ts'
import { INVISIBLE, lower } from '../text/normal-form.ts'
import type { WordStemmer } from '../text/stem.ts'
import { hasStemmer } from '../text/stem.ts'
import type { Unit } from './unit.ts'

/** How two words agree, from the nearest on; words that do not agree at all have no kind. */
export const AGREEMENTS = ['same', 'mark', 'caseOrAccents', 'contraction', 'inflection', 'spelling'] as const
export type Agreement = (typeof AGREEMENTS)[number]

/** What agreeing so is worth when a claim is aligned; only what is the same word counts fully. */
export const WORTH: Readonly<Record<Agreement, number>> = {
  same: 1,
  mark: 1,
  caseOrAccents: 0.98,
  contraction: 0.95,
  inflection: 0.8,
  spelling: 0.75,
}

export type Comparison = {
  /** Of the claim, and of the source. */
  readonly language: Language
  readonly sourceLanguage: Language
  readonly stemmer: WordStemmer
  /** Words that the index knows are other words, not misspellings: `form` for `from`. */
  readonly knownWords: ReadonlySet<string>
}

export type CompareUnits = (claimed: Unit, source: Unit) => Agreement | undefined

/** Compares the units of one claim with those of one source; remembers what it compared. */
export function createUnitComparer(comparison: Comparison): CompareUnits {
  const remembered = new Map<string, Agreement | undefined>()
  return (claimed, source) => {
    if (claimed.key === source.key) {
      return claimed.raw === source.raw ? 'same' : agreementOfSpellings(claimed, source)
    }
    if ((claimed.also ?? source.also) && isReadingOf(claimed, source)) {
      return claimed.kind === 'number' ? 'mark' : 'contraction'
    }
    if (claimed.kind !== 'word' || source.kind !== 'word') return undefined
    if (claimed.key.charCodeAt(0) !== source.key.charCodeAt(0)) return undefined
    if (claimed.isContracted ?? source.isContracted) return undefined
    const pair = `${claimed.raw}\n${source.raw}`
    if (!remembered.has(pair)) remembered.set(pair, farAgreement(claimed, source, comparison))
    return remembered.get(pair)
  }
}

const isReadingOf = (a: Unit, b: Unit): boolean =>
  (a.also?.includes(b.key) ?? false) ||
  (b.also?.includes(a.key) ?? false) ||
  (a.also?.some(key => b.also?.includes(key)) ?? false)

/** Both fold to the same: they differ in marks, in case or in accents. */
function agreementOfSpellings(claimed: Unit, source: Unit): Agreement | undefined {
  if (claimed.kind !== 'word') return 'mark'
  if (claimed.isContracted !== source.isContracted) return 'contraction'
  const [a, b] = [plain(claimed.raw), plain(source.raw)]
  if (a === b || withFirstLower(a) === withFirstLower(b)) return 'mark'
  return 'caseOrAccents'
}

const INVISIBLES = new RegExp(`[${INVISIBLE}]`, 'g')

/** As written, without what makes no difference: the width of letters, soft hyphens, brackets, which apostrophe. */
const plain = (raw: string): string =>
  raw
    .normalize('NFKC')
    .replaceAll(INVISIBLES, '')
    .replaceAll(/[[\]]/gu, '')
    .replaceAll(/['’‘ʼʻ´`]/gu, "'")

function withFirstLower(word: string): string {
  const [first = ''] = word
  return lower(first, 'und') + word.slice(first.length)
}

function farAgreement(
  claimed: Unit,
  source: Unit,
  { language, sourceLanguage, stemmer, knownWords }: Comparison,
): Agreement | undefined {
  if (shareStem(claimed, source, sourceLanguage, stemmer)) return 'inflection'
  if (language !== sourceLanguage && shareStem(claimed, source, language, stemmer)) return 'inflection'
  const inflects = sourceLanguage !== 'en'
  if (inflects && hasOtherEnding(claimed.key, source.key)) return 'inflection'
  if (!knownWords.has(claimed.key) && isMisspelling(claimed.key, source.key)) return 'spelling'
  if (inflects && looksInflected(claimed.key, source.key, hasStemmer(sourceLanguage))) return 'inflection'
  return isVariant(claimed.key, source.key) ? 'spelling' : undefined
}

function shareStem(a: Unit, b: Unit, language: Language, stemmer: WordStemmer): boolean {
  const stems = stemmer(b.raw, language)
  return stems.length > 0 && stemmer(a.raw, language).some(stem => stems.includes(stem))
}

/** People rarely mistype the first letter, and hardly ever a short word: `now` is not a misspelt `not`. */
function isMisspelling(claimed: string, source: string): boolean {
  const limit = Math.min(claimed.length, source.length) >= 8 ? 2 : 1
  return source.length >= 4 && claimed.length >= 3 && editDistance(claimed, source, limit) <= limit
}

const SHORTEST_STEM = 4
const LONGEST_ENDING = 3

/** One word and the same with an ending, as stemmers often leave it: `gemi`, `gemiler`. English has few, and its stemmer knows them. */
function hasOtherEnding(a: string, b: string): boolean {
  if (a.length === b.length) return a.length >= SHORTEST_STEM && a.slice(0, -1) === b.slice(0, -1)
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return (
    short.length >= SHORTEST_STEM && long.length - short.length <= LONGEST_ENDING && long.startsWith(short)
  )
}

/** Words that differ in short endings only, as in Polish or Estonian; where a stemmer has looked already, in shorter ones. */
function looksInflected(a: string, b: string, isStemmed: boolean): boolean {
  let common = 0
  while (common < a.length && common < b.length && a.charCodeAt(common) === b.charCodeAt(common)) common++
  const longest = Math.max(a.length, b.length)
  const [stem, ending] = isStemmed ? [SHORTEST_STEM + 1, LONGEST_ENDING - 1] : [SHORTEST_STEM, LONGEST_ENDING]
  return common >= stem && longest - common <= ending && common * 2 > longest
}

/** What is written in two ways in one language, whichever of them the index knows; folded. */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/(?<=..)our(?=$|s$|ed$|ing$|able$|ful$|ite)/, 'or'],
  [/(?<=...)is(?=e$|es$|ed$|ing$|er$|ation)/, 'iz'],
  [/(?<=..)ys(?=e$|es$|ed$|ing$)/, 'yz'],
  [/(?<=..)tre(?=$|s$)/, 'ter'],
  [/(?<=....)ll(?=ed$|ing$|er$)/, 'l'],
  [/(?<=..)ence(?=$|s$)/, 'ense'],
  [/(?<=...)ogue(?=$|s$)/, 'og'],
  [/ae(?=...)|oe(?=...)/, 'e'],
]

function isVariant(a: string, b: string): boolean {
  return VARIANTS.some(
    ([pattern, other]) => a.replace(pattern, other) === b || b.replace(pattern, other) === a,
  )
}
