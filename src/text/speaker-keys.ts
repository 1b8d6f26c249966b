import { nameKey } from './normal-form.ts'

/**
 * Under which keys a speaker is found by what a reader types: any run of whole words of the name (`lindvik`, `tora
 * lindvik`), and, from one script to another, its skeleton of consonants. «Тора Линдвик» and “Tora Lindvik” share
 * `tr lntpk`; so do two names of one script that differ only in vowels, and therefore skeletons never match within one.
 */

/** Longer runs are only found whole. */
const LONGEST_RUN = 4
/** Shorter skeletons belong to too many names. */
const SHORTEST_SKELETON = 3

/** The keys that an index holds for a name. */
export function speakerKeys(name: string): string[] {
  const words = nameKey(name).split(' ').filter(Boolean)
  const keys = new Set<string>()
  for (let first = 0; first < words.length; first++) {
    for (let after = first + 1; after <= words.length; after++) {
      if (after - first > LONGEST_RUN && after - first < words.length) continue
      const run = words.slice(first, after).join(' ')
      keys.add(run)
      const skeleton = skeletonOf(run)
      if (skeleton) keys.add(skeletonKey(skeleton.script, skeleton.consonants))
    }
  }
  return [...keys]
}

/** The keys that find what a reader typed. */
export function typedSpeakerKeys(typed: string): string[] {
  const key = nameKey(typed)
  const skeleton = skeletonOf(key)
  if (!skeleton) return [key]
  const others = SCRIPTS.filter(({ name }) => name !== skeleton.script)
  return [key, ...others.map(({ name }) => skeletonKey(name, skeleton.consonants))]
}

const skeletonKey = (script: string, consonants: string): string => `~${script} ${consonants}`

type Script = {
  readonly name: string
  readonly letters: RegExp
  /** What stands nowhere is a vowel, or too unsteady between scripts (h, j, w, й, ج …). */
  readonly sounds: ReadonlyMap<string, string>
}

const sounds = (table: string): ReadonlyMap<string, string> =>
  new Map(
    table.split('\n').flatMap(line => {
      const [spellings = '', consonants = ''] = line.split('=')
      return spellings
        .trim()
        .split(/\s+/)
        .map((spelling): [string, string] => [spelling, consonants.trim()])
    }),
  )

const LONGEST_SPELLING = 4

/**
 * Consonants by the place where they are spoken, since transcriptions differ in the rest: `p` lips, `t` teeth, `s`
 * hissing, `k` throat. `^` begins a word.
 */
const SCRIPTS: readonly Script[] = [
  {
    name: 'latin',
    letters: /^[\p{Script=Latin} \d]+$/u,
    sounds: sounds(`tsch tch sch sh ch ss sz zh cz ts ce ci cy s z = s
kh gh =
ph b p f v = p
th d t = t
x = ks
ck c g k q = k
m = m
n = n
l = l
r = r`),
  },
  {
    name: 'cyrillic',
    letters: /^[\p{Script=Cyrillic} \d]+$/u,
    sounds: sounds(`дж =
б п ф в = p
д т = t
г ґ к қ = k
кс = ks
с з ц ч ш щ = s
м = m
н = n
л љ = l
р = r`),
  },
  {
    name: 'greek',
    letters: /^[\p{Script=Greek} \d]+$/u,
    sounds: sounds(`^μπ = p
^ντ = t
^γκ = k
μπ = mp
ντ = nt
γκ γγ = nk
τζ τσ = s
ξ = ks
ψ = ps
β π φ = p
δ τ θ = t
γ κ = k
σ ζ = s
μ = m
ν = n
λ = l
ρ = r`),
  },
  {
    name: 'arabic',
    letters: /^[\p{Script=Arabic} \d]+$/u,
    sounds: sounds(`ب پ ف ڤ = p
ت ط د ث ذ ض = t
ك ق غ گ = k
س ز ش ص ظ چ = s
م = m
ن = n
ل = l
ر = r`),
  },
  {
    name: 'hebrew',
    letters: /^[\p{Script=Hebrew} \d]+$/u,
    sounds: sounds(`וו = p
ב פ ף = p
ד ת ט = t
ג ק כ ך = k
ס ש ז צ ץ = s
מ ם = m
נ ן = n
ל = l
ר = r`),
  },
]

/** `tora lindvik` gives `tr lntpk`. None for names in other or several scripts, and for what is too short to tell. */
function skeletonOf(run: string): { script: string; consonants: string } | undefined {
  const script = SCRIPTS.find(({ letters }) => letters.test(run))
  if (!script) return undefined
  const consonants = run.split(' ').map(word => consonantsOf(word, script))
  if (consonants.join('').length < SHORTEST_SKELETON) return undefined
  return { script: script.name, consonants: consonants.join(' ') }
}

function consonantsOf(word: string, script: Script): string {
  let consonants = ''
  for (let at = 0; at < word.length;) {
    const [length, sound] = soundAt(word, at, script)
    // `dt`, `pp` and `ts` are written with one letter elsewhere
    for (const consonant of sound) if (!consonants.endsWith(consonant)) consonants += consonant
    at += length
  }
  return consonants
}

function soundAt(word: string, at: number, { sounds: table }: Script): [length: number, sound: string] {
  for (let length = LONGEST_SPELLING; length > 0; length--) {
    const spelling = word.slice(at, at + length)
    const sound = (at === 0 ? table.get(`^${spelling}`) : undefined) ?? table.get(spelling)
    if (sound !== undefined && spelling.length === length) return [length, sound]
  }
  return [1, '']
}
