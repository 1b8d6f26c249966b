import type { Language } from '../domain/language.ts'
import { candidateOf, newScores } from './candidates.ts'
import type { Scores } from './candidates.ts'

/**
 * The letters of each alphabet beyond those that all alphabets of its script share: a–z, the Cyrillic
 * letters of both Russian and Serbian, the letters of Arabic in every language. Languages alone in their
 * script need none. Croatian stands for Serbian and Bosnian, Bokmål for Nynorsk, Indonesian for Malay.
 */
// oxfmt-ignore
const ALPHABETS = {
  af: 'áéèêëíîïóôöúûü', az: 'çəğıiöşü', ca: 'àçèéíïóòúü', cs: 'áčďéěíňóřšťúůýž', cy: 'âêîôûŵŷäëïöáéíóú',
  da: 'æøåé', de: 'äöüß', en: '', es: 'áéíñóúü', et: 'äöõüšž', eu: 'ñü', fi: 'äöåšž', fo: 'áæðíóøúý',
  fr: 'àâæçèéêëîïôœùûü', ga: 'áéíóú', gl: 'áéíñóúüï', ha: 'ɓɗƙƴ', hu: 'áéíóöőúüű', id: '', ig: 'ịọụṅńàèìòùáéíóú',
  is: 'áæðéíóöþúý', it: 'àèéìíòóùú', lb: 'äëéöüèêô', lt: 'ąčęėįšųūž', lv: 'āčēģīķļņšūž', mg: 'àôñéìò',
  mt: 'ċġħżàèìòù', nb: 'æøåéèêóòô', nl: 'ëïéèöüêáíóú', pl: 'ąćęłńóśźż', pt: 'ãáàâçéêíõóôúü', ro: 'ăâîșțşţ', rw: '',
  sk: 'áäčďéíĺľňóôŕšťúýž', sl: 'čšž', so: '', sq: 'ëç', sv: 'åäöéàü', sw: '', tl: 'ñáéíóúàèìòùâêîôû',
  tr: 'çğıiöşüâîû', xh: '', yo: 'ẹọṣàáèéìíòóùúńǹḿ', zu: '',
  vi: 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ',
  be: 'ёіўйыьэюя', bg: 'ийщъьюя', kk: 'әғқңөұүһіиёйщъыьэюя', ky: 'ңөүиёйщъыьэюя', mk: 'ѓѕијљњќџ', mn: 'өүиёйщъыьэюя',
  ru: 'иёйщъыьэюя', tg: 'ғӣқӯҳҷиёйъэюя', uk: 'ґєіїийщьюя',
  ar: 'ةىيكأإآؤئء', fa: 'پچژگیکآئأؤةء', ps: 'پچژګیکټډړښږڼېۍئآۀځڅىيگء', ur: 'پچژگیکٹڈڑںےھہۂۓآئؤۃأء',
  hr: 'čćđšžијђљњћџ', ku: 'çêîşûڕڵۆێەیکپچژگڤئ', uz: 'ўқғҳиёйчъэюя',
} as const satisfies Partial<Record<Language, string>>

/** For each letter that some alphabet has and another lacks, the candidates whose alphabet has it. */
const OWNERS: ReadonlyMap<string, ReadonlySet<number>> = collectOwners()

const ALPHABETIC: readonly number[] = Object.keys(ALPHABETS).map(tag => candidateOf(tag as Language))

function collectOwners(): Map<string, Set<number>> {
  const owners = new Map<string, Set<number>>()
  for (const [tag, letters] of Object.entries(ALPHABETS)) {
    for (const letter of letters) {
      const set = owners.get(letter) ?? new Set()
      owners.set(letter, set.add(candidateOf(tag as Language)))
    }
  }
  return owners
}

/** More kinds of foreign letters than these say no more: names bring some into any text. */
const MOST_FOREIGN_LETTERS = 5
/** In a text of more letters than these, a foreign letter that stands once is part of a name. */
const LONG_TEXT = 160
/** Below are a–z. */
const FIRST_LETTER = 0xdf

/**
 * Minus one for each kind of letter in a text that a language's alphabet lacks, not counting a kind that
 * stands only once in a long text. Nothing for letters it has but the text does not: those may be left
 * out (`fur` for `für`), and short texts lack most.
 */
export function scoreAlphabets(words: readonly string[]): Scores {
  const scores = newScores()
  const kinds = new Map<string, number>()
  let length = 0
  for (const word of words) {
    length += word.length
    for (let index = 0; index < word.length; index++) {
      if (word.charCodeAt(index) < FIRST_LETTER) continue
      const letter = word.charAt(index)
      if (OWNERS.has(letter)) kinds.set(letter, (kinds.get(letter) ?? 0) + 1)
    }
  }
  for (const [letter, count] of kinds) {
    if (count === 1 && length > LONG_TEXT) continue
    const owners = OWNERS.get(letter)
    for (const candidate of ALPHABETIC) {
      if (owners?.has(candidate) !== true && (scores[candidate] ?? 0) > -MOST_FOREIGN_LETTERS) {
        scores[candidate] = (scores[candidate] ?? 0) - 1
      }
    }
  }
  return scores
}
