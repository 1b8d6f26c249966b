import { LANGUAGES } from './language-table.ts'

export { LANGUAGES }

/** BCP 47 primary tag of a language of the closed list; `und` when unknown. */
export type Language = (typeof LANGUAGES)[number]['tag']

export type LanguageEntry = (typeof LANGUAGES)[number]

export type ParsedLanguage =
  | { readonly ok: true; readonly languages: readonly Language[] }
  | { readonly ok: false; readonly near: readonly Language[] }

const ENTRIES: ReadonlyMap<string, LanguageEntry> = new Map(LANGUAGES.map(entry => [entry.tag, entry]))

/** Languages whose words are stemmed when indexed and searched. */
export const STEMMED_LANGUAGES: readonly Language[] = LANGUAGES.filter(entry => entry.hasStemmer).map(
  entry => entry.tag,
)

export function languageEntry(tag: Language): LanguageEntry {
  const entry = ENTRIES.get(tag)
  if (entry === undefined) throw new TypeError(`Not a language of the closed list: ${tag}`)
  return entry
}

export function isLanguage(value: string): value is Language {
  return ENTRIES.has(value)
}

/**
 * Codes and names that the table does not hold, and what they mean here: macrolanguages and
 * deprecated codes, ISO 639-2/B, individual languages of a macrolanguage, other names in use.
 */
const ALIASES: Readonly<Record<string, readonly Language[]>> = {
  no: ['nb', 'nn'],
  nor: ['nb', 'nn'],
  norwegian: ['nb', 'nn'],
  norsk: ['nb', 'nn'],
  'no-bok': ['nb'],
  bokmal: ['nb'],
  'no-nyn': ['nn'],
  nynorsk: ['nn'],
  sh: ['hr', 'sr', 'bs'],
  hbs: ['hr', 'sr', 'bs'],
  'serbo-croatian': ['hr', 'sr', 'bs'],
  iw: ['he'],
  in: ['id'],
  ji: ['yi'],
  mo: ['ro'],
  mol: ['ro'],
  scc: ['sr'],
  scr: ['hr'],
  alb: ['sq'],
  arm: ['hy'],
  baq: ['eu'],
  bur: ['my'],
  chi: ['zh'],
  cze: ['cs'],
  dut: ['nl'],
  fre: ['fr'],
  geo: ['ka'],
  ger: ['de'],
  gre: ['el'],
  ice: ['is'],
  mac: ['mk'],
  may: ['ms'],
  per: ['fa'],
  rum: ['ro'],
  slo: ['sk'],
  wel: ['cy'],
  als: ['sq'],
  arb: ['ar'],
  azj: ['az'],
  ckb: ['ku'],
  cmn: ['zh'],
  ekk: ['et'],
  fil: ['tl'],
  khk: ['mn'],
  kmr: ['ku'],
  lvs: ['lv'],
  npi: ['ne'],
  ory: ['or'],
  pbt: ['ps'],
  pbu: ['ps'],
  pes: ['fa'],
  plt: ['mg'],
  prs: ['fa'],
  swh: ['sw'],
  uzn: ['uz'],
  ydd: ['yi'],
  yue: ['zh'],
  zlm: ['ms'],
  zsm: ['ms'],
  castilian: ['es'],
  dari: ['fa'],
  farsi: ['fa'],
  filipino: ['tl'],
  flemish: ['nl'],
  gaelic: ['ga'],
  mandarin: ['zh'],
  moldovan: ['ro'],
  oriya: ['or'],
  slovene: ['sl'],
  unknown: ['und'],
  valencian: ['ca'],
}

/** Every spelling under which a language is found, folded by `foldName`, in the order of the table. */
const SPELLINGS: ReadonlyMap<string, readonly Language[]> = collectSpellings()

function collectSpellings(): Map<string, readonly Language[]> {
  const spellings = new Map<string, readonly Language[]>()
  for (const { tag, iso6393, english, own } of LANGUAGES) {
    for (const spelling of [tag, iso6393, english, own]) spellings.set(foldName(spelling), [tag])
  }
  for (const [spelling, languages] of Object.entries(ALIASES)) spellings.set(spelling, languages)
  return spellings
}

/**
 * Reads what a person or a program calls a language: a BCP 47 tag with or without subtags (`en-GB`,
 * `zh-Hant`), an ISO 639-3 or 639-2/B code, an English name or the language's own name. Case, accents
 * and `_` for `-` do not matter. One value may mean several languages: `no` is Bokmål and Nynorsk.
 *
 * On failure, `near` holds up to three languages whose code or name is spelled alike, nearest first;
 * a country code (`jp`) offers the country's language. It is empty when nothing is near.
 */
export function parseLanguage(value: string): ParsedLanguage {
  const name = foldName(value)
  const named = SPELLINGS.get(name)
  if (named !== undefined) return { ok: true, languages: named }

  const primary = /^([a-z]{2,3})(?:-[a-z0-9]{1,8})+$/u.exec(name)?.[1]
  const tagged = primary === undefined ? undefined : SPELLINGS.get(primary)
  if (tagged !== undefined) return { ok: true, languages: tagged }

  return { ok: false, near: nearLanguages(primary ?? name) }
}

function foldName(value: string): string {
  return value
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('_', '-')
    .replaceAll(/\s+/gu, ' ')
    .trim()
}

const NEAR_LIMIT = 3
/** Longer values are no language name; comparing them with every name would only cost time. */
const LONGEST_NAME = 40

function nearLanguages(name: string): readonly Language[] {
  if (name.length === 0 || name.length > LONGEST_NAME) return []
  const maxEdits = name.length <= 4 ? 1 : Math.floor(name.length / 3)
  const found: { languages: readonly Language[]; rank: number }[] = []
  for (const [spelling, languages] of SPELLINGS) {
    const edits = editDistance(name, spelling)
    // Of `ej`, `en` is nearer than `sj`: people rarely mistype the first letter.
    if (edits <= maxEdits) {
      found.push({ languages, rank: edits + (spelling[0] === name[0] ? 0 : 0.5) })
    }
  }
  found.sort((a, b) => a.rank - b.rank)
  const near = new Set<Language>(languageOfCountry(name))
  for (const { languages } of found) for (const language of languages) near.add(language)
  near.delete('und')
  return [...near].slice(0, NEAR_LIMIT)
}

function languageOfCountry(name: string): readonly Language[] {
  if (!/^[a-z]{2}$/u.test(name)) return []
  const { language } = new Intl.Locale(`und-${name.toUpperCase()}`).maximize()
  // ICU answers English for a country it does not know.
  return language === 'en' ? [] : (SPELLINGS.get(language) ?? [])
}

/** Edits that turn one string into the other; two exchanged neighbours are one edit. */
function editDistance(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      const removed = (previous[column] ?? 0) + 1
      const added = (current[column - 1] ?? 0) + 1
      let edits = Math.min(replaced, removed, added)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        edits = Math.min(edits, (beforePrevious[column - 2] ?? 0) + 1)
      }
      current.push(edits)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length] ?? 0
}
