import { COMMON_ABBREVIATIONS, COMMON_PARTICLES } from './common-words.ts'
import { fold } from '../text/normal-form.ts'
import type { SpeechGrammar } from './grammar.ts'
import { WORD_CLASS } from './word-class.ts'
import type { PronounKind } from './word-class.ts'

export type Phrase = {
  readonly words: readonly string[]
  readonly text: string
  readonly classes: number
  readonly isStem: boolean
}

/** A verb with its pronoun; `isMarked` by a hyphen, so that nothing else can be meant. */
export type Clitic = {
  readonly kind: PronounKind
  readonly verb: string
  /** Letters of the pronoun. */
  readonly length: number
  readonly isMarked: boolean
}

/** The words of one language, ready to be asked for. */
export type Vocabulary = {
  readonly grammar: SpeechGrammar
  /** The classes of one word in lower case with straight apostrophes; 0 for an unlisted one. */
  readonly classesOf: (word: string) => number
  /** Phrases of several words (or, without spaces between words, of any length), by their first word (first letter), longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>
  readonly cliticOf: (word: string) => Clitic | undefined
  readonly isAbbreviation: (word: string) => boolean
  /** Word pieces that an apostrophe joins to the next word. */
  readonly elisions: ReadonlySet<string>
  readonly nameSuffixes: readonly string[]
  /** Without spaces between words only: what closes a verb, family names, and what closes a phrase of place or time. */
  readonly verbEndings: readonly string[]
  readonly surnames: ReadonlySet<string>
  readonly localizers: readonly string[]
  /** Basic forms that a folded word of a name may have, itself first. */
  readonly basicForms: (word: string) => readonly string[]
  /** How many letters at the end of a word mark it as the subject; 0 for none. */
  readonly markerLength: (word: string) => number
  /** Cuts text without spaces into words; absent where there are spaces. */
  readonly segmenter: Intl.Segmenter | undefined
}

/** How many different words are remembered; a text of made-up words must not fill the memory. */
const MEMORY = 20_000

export function createVocabulary(grammar: SpeechGrammar): Vocabulary {
  const words = new Map<string, number>()
  const phrases = new Map<string, Phrase[]>()
  const stems = new Map<string, number>()
  const endings = new Map<string, number>()
  const elisions = new Set(splitList(grammar.elisions ?? ''))

  for (const [list, classes] of lists(grammar)) {
    for (const entry of splitList(list)) {
      const plain = withoutElisions(entry.replaceAll('*', ''), elisions)
      if ((grammar.unspaced && !entry.startsWith('*')) || plain.includes(' ')) {
        const key = grammar.unspaced ? plain.charAt(0) : (plain.split(' ')[0] ?? '')
        addPhrase(phrases, key, {
          words: plain.split(' '),
          text: plain,
          classes,
          isStem: entry.endsWith('*'),
        })
      } else if (entry.endsWith('*')) add(stems, plain, classes)
      else if (entry.startsWith('*')) add(endings, plain, classes)
      else add(words, plain, classes)
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.text.length - a.text.length)

  const [stemLengths, endingLengths] = [lengthsOf(stems), lengthsOf(endings)]
  const unlisted = (word: string): number => {
    let classes = 0
    for (const length of stemLengths)
      if (word.length >= length) classes |= stems.get(word.slice(0, length)) ?? 0
    for (const length of endingLengths) {
      if (word.length >= length + 2) classes |= endings.get(word.slice(-length)) ?? 0
    }
    return classes
  }
  const remembered = new Map<string, number>()
  const classesOf = (word: string): number => {
    const known = remembered.get(word)
    if (known !== undefined) return known
    const classes = (words.get(word) ?? 0) | unlisted(word)
    if (remembered.size >= MEMORY) remembered.clear()
    remembered.set(word, classes)
    return classes
  }

  const markers = grammar.unspaced || grammar.separateMarkers ? [] : splitList(grammar.subjectMarkers ?? '')
  const clitics = Object.entries(grammar.clitics ?? {}).sort(([a], [b]) => b.length - a.length)
  const abbreviations = new Set([...COMMON_ABBREVIATIONS, ...splitList(grammar.abbreviations ?? '')])
  return {
    grammar,
    classesOf,
    phrases,
    cliticOf: word => {
      for (const [ending, kind] of clitics) {
        if (word.length > ending.length + 1 && word.endsWith(ending)) {
          return {
            kind,
            verb: word.slice(0, -ending.length),
            length: ending.length - ending.lastIndexOf('-') - 1,
            isMarked: ending.startsWith('-'),
          }
        }
      }
      return undefined
    },
    isAbbreviation: word => abbreviations.has(word),
    elisions,
    nameSuffixes: splitList(grammar.nameSuffixes ?? ''),
    verbEndings: grammar.unspaced ? splitList(grammar.verbEndings ?? '') : [],
    surnames: new Set(splitList(grammar.surnames ?? '')),
    localizers: splitList(grammar.localizers ?? ''),
    basicForms: createBasicForms(grammar.nameEndings ?? []),
    markerLength: word =>
      markers.find(marker => word.length > marker.length && word.endsWith(marker))?.length ?? 0,
    segmenter: grammar.unspaced ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined,
  }
}

/** The words of a list as a grammar writes it. */
const splitList = (list: string): string[] =>
  list
    .normalize('NFC')
    .replace(/[’ʼ]/g, "'")
    .split(/\s+/u)
    .filter(word => word !== '')
    .map(word => word.replaceAll('_', ' '))

/** As `tokenize` cuts it: `d'après` is `d'` and `après`. */
const withoutElisions = (entry: string, elisions: ReadonlySet<string>): string =>
  entry.replaceAll(/(?<![^ ])([^ ']+)'(?=[^ ])/gu, (all, piece: string) =>
    elisions.has(piece) ? `${all} ` : all,
  )

function lists(grammar: SpeechGrammar): (readonly [string, number])[] {
  const of = WORD_CLASS
  return [
    [grammar.verbs, of.verb],
    [grammar.weakVerbs ?? '', of.weakVerb],
    [grammar.nounLike ?? '', of.nounLike],
    [grammar.participles ?? '', of.participle],
    [grammar.verbEndings ?? '', of.verbEnding],
    [grammar.auxiliaries ?? '', of.auxiliary],
    [grammar.reportedForms ?? '', of.reportedForm],
    [grammar.speechNouns ?? '', of.speechNoun],
    [grammar.sources ?? '', of.source],
    [grammar.sourcesAfter ?? '', of.sourceAfter],
    [grammar.he ?? '', of.he],
    [grammar.she ?? '', of.she],
    [grammar.heOrShe ?? '', of.heOrShe],
    [grammar.otherPronouns ?? '', of.otherPronoun],
    [grammar.ownPronouns ?? '', of.ownPronoun | of.otherPronoun],
    [grammar.institutions ?? '', of.institution],
    [grammar.conjunctions, of.conjunction],
    [grammar.that ?? '', of.that | of.conjunction],
    [grammar.relatives ?? '', of.relative],
    [grammar.breaks, of.break],
    [grammar.adverbs, of.adverb],
    [grammar.articles ?? '', of.article],
    [grammar.indefinites ?? '', of.indefinite],
    [withEndings(grammar.roles, grammar.roleEndings, grammar.compounds), of.role],
    [withEndings(grammar.hisTitles, grammar.roleEndings), of.role | of.hisTitle],
    [withEndings(grammar.herTitles, grammar.roleEndings), of.role | of.herTitle],
    [grammar.naming, of.naming],
    [grammar.genitives ?? '', of.genitive],
    [COMMON_PARTICLES, of.particle],
    [grammar.nameParticles ?? '', of.particle],
    [grammar.hisForms ?? '', of.hisForm],
    [grammar.herForms ?? '', of.herForm],
    [grammar.subjectMarkers ?? '', of.subjectMarker],
  ]
}

/** At least so much of a name stands before its ending. */
const SHORTEST_STEM = 3

function createBasicForms(
  endings: readonly (readonly [string, string])[],
): (word: string) => readonly string[] {
  const folded = endings.map(([inflected, basic]) => [fold(inflected), fold(basic)] as const)
  return word => {
    const forms = [word]
    for (const [inflected, basic] of folded) {
      const stem = word.length - inflected.length
      if (stem >= SHORTEST_STEM && word.endsWith(inflected)) forms.push(word.slice(0, stem) + basic)
    }
    return forms
  }
}

/** A shorter role is too often the end of another word (`venn`, `far`). */
const SHORTEST_COMPOUNDED = 5

/** Every word of the list as it stands and with each of the endings, and as the end of longer words. */
function withEndings(list = '', endings = '', isCompounded = false): string {
  const forms = ['', ...endings.split(/\s+/u)]
  return list
    .split(/\s+/u)
    .flatMap(word => {
      if (word === '' || word.endsWith('*')) return [word]
      const isLong = isCompounded && word.length >= SHORTEST_COMPOUNDED && !word.startsWith('*')
      return forms.flatMap(ending => (isLong ? [word + ending, `*${word}${ending}`] : [word + ending]))
    })
    .join(' ')
}

function add(map: Map<string, number>, word: string, classes: number): void {
  if (word !== '') map.set(word, (map.get(word) ?? 0) | classes)
}

function addPhrase(phrases: Map<string, Phrase[]>, key: string, phrase: Phrase): void {
  const list = phrases.get(key) ?? []
  const same = list.findIndex(one => one.text === phrase.text && one.isStem === phrase.isStem)
  if (same < 0) list.push(phrase)
  else list[same] = { ...phrase, classes: phrase.classes | (list[same]?.classes ?? 0) }
  phrases.set(key, list)
}

const lengthsOf = (patterns: ReadonlyMap<string, number>): number[] =>
  [...new Set([...patterns.keys()].map(pattern => pattern.length))].sort((a, b) => a - b)
