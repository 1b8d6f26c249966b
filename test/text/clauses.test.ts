import { describe, expect, it } from 'vitest'
import { STEMMED_LANGUAGES } from '../../src/domain/language.ts'
import type { Clause, PhraseStep } from '../../src/domain/query.ts'
import { nearbyPhrases, phraseClause, withPrefix, wordClauses } from '../../src/text/clauses.ts'
import { readCases } from '../case-file.ts'

const showStep = ({ term, maxGap, prefix, optional }: PhraseStep): string =>
  `${maxGap ? `<${maxGap}> ` : ''}${term}${prefix ? '*' : ''}${optional ? '?' : ''}`

function show(clause: Clause): string {
  switch (clause.kind) {
    case 'word':
      return clause.terms.length > 0 ? clause.terms.join('/') : `${clause.prefix ?? ''}*`
    case 'phrase':
      return `"${clause.steps.map(showStep).join(' ')}"`
    case 'or':
      return `[${clause.of.map(show).join(' | ')}]`
    case 'and':
      return clause.of.map(show).join(' ')
    case 'not':
      return `-${show(clause.of)}`
  }
}

describe('unquoted text', () => {
  for (const { line, input, expected } of readCases('clauses.txt')) {
    it(`clauses.txt:${line} ${JSON.stringify(input)}`, () => {
      expect(wordClauses(input, []).map(show).join(' ')).toBe(expected)
    })
  }

  it('carries the stems of each language that has one for the word', () => {
    const [clause] = wordClauses('toppmøtet', ['nb', 'ru', 'zh'])
    expect(clause).toMatchObject({ terms: ['toppmotet'], accented: 'toppmøtet' })
    expect(clause?.kind === 'word' ? clause.stems.map(stem => stem.language) : []).toContain('nb')
    expect(clause?.kind === 'word' ? clause.stems.map(stem => stem.language) : []).not.toContain('ru')
  })

  it('becomes a prefix while it is typed, in each of its forms', () => {
    expect(wordClauses('Jong-u', []).map(withPrefix)).toMatchObject([
      { kind: 'or', of: [{ steps: [{ term: 'jong' }, { term: 'u', prefix: true }] }, { prefix: 'jongu' }] },
    ])
    expect(wordClauses('北京', []).map(withPrefix)).toEqual(wordClauses('北京', []))
  })

  it('has its neighbours as phrases', () => {
    expect(nearbyPhrases(wordClauses('høyt nivå Jong-un', [])).map(show)).toEqual([
      '"hoyt niva"',
      '"niva jong un"',
    ])
    expect(nearbyPhrases(wordClauses('東京大学の学生', [])).map(show)).toEqual([
      '"東京 京大 大学"',
      '"大学 学の"',
      '"の学 学生"',
    ])
  })
})

describe('words in quotation marks', () => {
  for (const { line, input, expected } of readCases('phrases.txt')) {
    it(`phrases.txt:${line} ${JSON.stringify(input)}`, () => {
      const clause = phraseClause(input)
      const shown =
        clause?.kind === 'phrase'
          ? clause.steps.map(showStep).join(' ')
          : clause
            ? (clause.terms[0] ?? `${clause.prefix ?? ''}*`)
            : ''
      expect(shown).toBe(expected)
    })
  }

  it('have no stems', () => {
    expect(phraseClause('levels')).toMatchObject({ kind: 'word', terms: ['levels'], stems: [] })
    expect(STEMMED_LANGUAGES.length).toBeGreaterThan(20)
  })
})
