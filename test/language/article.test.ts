import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inferArticle } from '../../src/language/article.ts'
import type { ArticlePrior } from '../../src/language/article.ts'

/** Every combination of a main language and a language of each text, weighed one by one. */
function inferByEnumeration(rows: readonly Float64Array[], prior: ArticlePrior) {
  const size = prior.main.length
  const main = new Float64Array(size)
  const texts = rows.map(() => new Float64Array(size))
  const visit = (mainLanguage: number, languages: readonly number[], chance: number) => {
    const row = rows[languages.length]
    if (row === undefined) {
      main[mainLanguage] = (main[mainLanguage] ?? 0) + chance
      for (const [text, language] of languages.entries()) {
        const chances = texts[text] ?? new Float64Array(size)
        chances[language] = (chances[language] ?? 0) + chance
      }
      return
    }
    const share = prior.foreign[languages.length] ?? 0
    for (let language = 0; language < size; language++) {
      const expected =
        (language === mainLanguage ? 1 - share : 0) + share * (prior.foreignLanguages[language] ?? 0)
      visit(mainLanguage, [...languages, language], chance * expected * Math.exp(row[language] ?? 0))
    }
  }
  for (let language = 0; language < size; language++) visit(language, [], Math.exp(prior.main[language] ?? 0))
  const scale = (chances: Float64Array) => chances.map(chance => chance / chances.reduce((a, b) => a + b, 0))
  return { main: scale(main), texts: texts.map(scale) }
}

const SIZE = 3
const logarithms = fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: SIZE, maxLength: SIZE })

function priorOf(rows: readonly unknown[], main: readonly number[], foreign: number): ArticlePrior {
  return {
    foreign: rows.map(() => foreign),
    foreignLanguages: Float64Array.of(0.5, 0.3, 0.2),
    main: Float64Array.from(main),
  }
}

describe('inferArticle', () => {
  it('agrees with weighing every combination, as long as no foreign language is seen', () => {
    fc.assert(
      fc.property(
        fc.array(logarithms, { minLength: 1, maxLength: 4 }),
        logarithms,
        fc.double({ min: 0.001, max: 0.3, noNaN: true }),
        (lines, main, foreign) => {
          const rows = lines.map(line => Float64Array.from(line))
          const prior = priorOf(rows, main, foreign)
          const expected = inferByEnumeration(rows, prior)
          const mainChance = Math.max(...expected.main)
          const mainLanguage = expected.main.indexOf(mainChance)
          const seen = expected.texts.reduce((sum, text) => sum + 1 - (text[mainLanguage] ?? 0), 0)
          fc.pre(rows.length === 1 || seen < 0.49)
          const inferred = inferArticle(rows, prior)
          for (const [language, chance] of expected.main.entries()) {
            expect(inferred.main[language]).toBeCloseTo(chance, 9)
          }
          for (const [text, chances] of expected.texts.entries()) {
            for (const [language, chance] of chances.entries()) {
              expect(inferred.texts[text]?.[language]).toBeCloseTo(chance, 9)
            }
          }
        },
      ),
      { seed: 4, numRuns: 500 },
    )
  })

  it('lets a doubtful text follow a foreign language that another text is surely in', () => {
    const main = [0, -12, -12]
    const foreign = [-12, 0, -12]
    const doubtful = [-3, 0, -0.5]
    const rows = (lines: readonly (readonly number[])[]) => lines.map(line => Float64Array.from(line))
    const alone = rows([main, main, doubtful])
    const together = rows([main, main, doubtful, foreign, foreign])
    const chanceOfForeign = (texts: readonly Float64Array[]) =>
      inferArticle(texts, priorOf(texts, [0, 0, 0], 0.05)).texts[2]?.[1] ?? 0
    expect(chanceOfForeign(together)).toBeGreaterThan(chanceOfForeign(alone))
  })

  it('never gives a chance that is not a number, however unlikely the text', () => {
    const rows = [
      Float64Array.of(-2000, 0, -2000),
      Float64Array.of(0, -2000, -2000),
      Float64Array.of(0, 0, 0),
    ]
    const { main, texts } = inferArticle(rows, priorOf(rows, [0, 0, 0], 0.001))
    for (const chance of [main, ...texts].flatMap(chances => [...chances])) {
      expect(chance).toBeGreaterThanOrEqual(0)
      expect(chance).toBeLessThanOrEqual(1)
    }
  })
})
