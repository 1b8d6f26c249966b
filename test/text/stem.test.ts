import { describe, expect, it } from 'vitest'
import { isLanguage, STEMMED_LANGUAGES, type Language } from '../../src/domain/language.ts'
import { hasStemmer, stemsOf } from '../../src/text/stem.ts'
import { createRandom } from '../contract/random-corpus.ts'
import { readCases } from '../case-file.ts'

describe('stems', () => {
  for (const { line, input, expected } of readCases('inflections.txt')) {
    const [tag = '', ...words] = input.split(' ')
    it(`inflections.txt:${line} ${input} ==> ${expected}`, () => {
      if (!isLanguage(tag)) throw new Error(`${tag} is no language`)
      const [first = [], ...others] = words.map(word => stemsOf(word, tag))
      const met = others.every(stems => stems.some(stem => first.includes(stem)))
      expect(met ? 'same' : 'different').toBe(expected)
    })
  }

  it('exist for exactly the languages that the table says', () => {
    const unlike = STEMMED_LANGUAGES.filter(language => !hasStemmer(language))
    expect(unlike).toEqual([])
    expect((['zh', 'ja', 'th', 'ko', 'pl', 'is', 'und'] satisfies Language[]).filter(hasStemmer)).toEqual([])
  })

  it('never fail, whatever the word', () => {
    const alphabets = [
      'abcdefghijklmnopqrstuvwxyzæøåäöüßçéèêëîïôûñõãáíóúýčšžřěőűğışță',
      'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґђјљњћџ',
      'αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ',
      'ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآ',
      'अआइईउऊएऐओऔकखगघचछजझटठडढणतथदधनपफबभमयरलवशषसहािीुूेैोौ्ंँ',
      'அஆஇஈஉஊஎஏஐஒஓகஙசஞடணதநபமயரலவழளறனாிீுூெேைொோௌ்',
      'աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ',
    ].map(letters => Array.from(letters))
    const random = createRandom(3)
    for (const language of STEMMED_LANGUAGES) {
      for (let i = 0; i < 3000; i++) {
        const letters = alphabets[random.below(alphabets.length)] ?? []
        const word = Array.from(
          { length: 2 + random.below(14) },
          () => letters[random.below(letters.length)],
        ).join('')
        expect(() => stemsOf(word, language), `${language} ${word}`).not.toThrow()
      }
    }
    expect(stemsOf('президента', 'bg')).toEqual(['президента'])
  })

  it('are asked of words of the script only, and of none that is absurdly long', () => {
    expect(stemsOf('Moscow', 'ru')).toEqual([])
    expect(stemsOf('Москва', 'en')).toEqual([])
    expect(stemsOf('a'.repeat(100_000), 'en')).toEqual([])
    expect(stemsOf('2018', 'en')).toEqual([])
  })
})
