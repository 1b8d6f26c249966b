import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignClaim } from '../../src/citation/align-claim.ts'
import { align } from '../../src/citation/align.ts'
import type { AlignedPair, Step } from '../../src/citation/align.ts'
import { readClaim } from '../../src/citation/claim.ts'
import { createUnitComparer } from '../../src/citation/compare-units.ts'
import { diff } from '../../src/citation/diff.ts'
import { readSource } from '../../src/citation/source.ts'
import type { Source } from '../../src/citation/source.ts'
import { createUnitReader } from '../../src/citation/read-units.ts'
import { similarityOf } from '../../src/citation/verdict.ts'
import { stemsOf } from '../../src/text/stem.ts'
import { tokenize } from '../../src/text/tokenize.ts'
import { quotedParagraph } from './quoted-paragraph.ts'

const read = createUnitReader(tokenize)

function pairOf(claimed: string, text: string): AlignedPair & { readonly from: Source } {
  const claim = readClaim({ text: claimed, language: 'en', frequencies: new Map(), paragraphs: 0 }, read)
  const from = readSource([quotedParagraph(text, 'en')], read)
  const compare = createUnitComparer({
    language: 'en',
    sourceLanguage: 'en',
    stemmer: stemsOf,
    knownWords: new Set(),
  })
  return { claim, source: from.units, compare, from }
}

/** All ways to align, tried one by one: the same costs, written down once more and without any table. */
function bestScore({ claim, source, compare }: AlignedPair): number {
  type State = 'start' | 'pair' | 'insert' | 'drop' | 'leap'
  const [n, m] = [claim.units.length, source.length]
  const known = new Map<string, number>()
  const best = (i: number, j: number, state: State): number => {
    if (i === n) return 0
    const name = `${i} ${j} ${state}`
    const before = known.get(name)
    if (before !== undefined) return before
    const weight = claim.weights[i] ?? 0
    const ways = [best(i + 1, j, 'insert') - 0.35 * weight - (state === 'insert' ? 0 : 0.2)]
    const unit = source[j]
    const claimed = claim.units[i]
    if (unit && claimed && j < m) {
      const agreement = compare(claimed, unit)
      const worth = {
        same: 1,
        mark: 1,
        caseOrAccents: 0.98,
        contraction: 0.95,
        inflection: 0.8,
        spelling: 0.75,
      }
      const other = unit.kind === claimed.kind ? -0.35 : -0.8
      const said = unit.quote === undefined ? 0 : 0.002
      ways.push(best(i + 1, j + 1, 'pair') + said + (agreement ? weight * worth[agreement] : other))
      if (state === 'start') ways.push(best(i, j + 1, 'start'))
      else {
        const isFree = claim.isBehindEllipsis[i] ?? false
        const [open, each, jump] = unit.isBetween ? [0, 0, 2] : isFree ? [0.05, 0, 0.05] : [0.35, 0.12, 2]
        const mayOpen = state === 'pair' || state === 'insert'
        if (mayOpen || state === 'drop') ways.push(best(i, j + 1, 'drop') - each - (mayOpen ? open : 0))
        if (mayOpen || state === 'leap') ways.push(best(i, j + 1, 'leap') - (mayOpen ? jump : 0))
      }
    }
    const result = Math.max(...ways)
    known.set(name, result)
    return result
  }
  return best(0, 0, 'start')
}

const word = fc.constantFrom(
  'alpha',
  'beta',
  'betas',
  'gamma',
  'delta',
  'don’t',
  'do',
  'not',
  '5',
  '京都',
  '“',
  '”',
  ', he said, ',
  '…',
  '.',
)
const text = fc.array(word, { minLength: 1, maxLength: 9 }).map(words => words.join(' '))

const whole = ({ claim, source }: AlignedPair): Parameters<typeof align>[1] => ({
  claim: [0, claim.units.length],
  source: [0, source.length],
  isFreeBefore: true,
  isFreeAfter: true,
})

describe('an alignment', () => {
  it('scores as high as the best of all ways to align', () => {
    fc.assert(
      fc.property(text, text, (claimed, source) => {
        const pair = pairOf(claimed, source)
        if (pair.claim.units.length === 0) return
        expect(align(pair, whole(pair)).score).toBeCloseTo(bestScore(pair), 6)
      }),
      { numRuns: 2000, seed: 1 },
    )
  })

  it('covers every unit of the claim once, and the source without a hole', () => {
    fc.assert(
      fc.property(text, text, (claimed, source) => {
        const pair = pairOf(claimed, source)
        const { steps } = alignClaim(pair)
        expect(claimedOf(steps)).toEqual(pair.claim.units.map((_, i) => i))
        const sourced = sourcedOf(steps)
        expect(sourced).toEqual(sourced.map((_, i) => (sourced[0] ?? 0) + i))
      }),
      { numRuns: 2000, seed: 2 },
    )
  })

  it('of long texts finds the place in bounded time, whatever lies around it', () => {
    const noise = Array.from({ length: 9000 }, (_, i) => `word${(i * 7919) % 4001}`)
    const said = 'we were told nothing until she was already stuck on the reef'
    const source = [...noise.slice(0, 5000), said, ...noise.slice(5000)].join(' ')
    const pair = pairOf(said.replace('already ', ''), source)
    const { operations } = diff(alignClaim(pair).steps, pair.claim, pair.from)
    expect(operations.map(({ kind }) => kind)).toEqual(['same', 'dropped', 'same'])
  })

  it('of a long claim with a long source is that of its parts', () => {
    const noise = Array.from({ length: 4000 }, (_, i) => `word${(i * 7919) % 3989}`)
    const changed = noise.map((one, i) => (i % 500 === 250 ? 'other' : one)).join(' ')
    const pair = pairOf(changed, noise.join(' '))
    const { operations } = diff(alignClaim(pair).steps, pair.claim, pair.from)
    expect(operations.filter(({ kind }) => kind === 'changed')).toHaveLength(8)
    expect(similarityOf(operations)).toBeGreaterThan(0.99)
  })
})

const claimedOf = (steps: readonly Step[]): number[] =>
  steps.flatMap(step => (step.kind === 'dropped' ? [] : [step.claim]))
const sourcedOf = (steps: readonly Step[]): number[] =>
  steps.flatMap(step => (step.kind === 'inserted' ? [] : [step.source]))

describe('a diff', () => {
  const arbitraryText = fc.oneof(
    text,
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map(units => String.fromCharCode(...units)),
  )

  it('holds every word of the claim, in order, in ranges that do not overlap', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (claimed, source) => {
        const pair = pairOf(claimed, source)
        const { operations } = diff(alignClaim(pair).steps, pair.claim, pair.from)
        let at = 0
        let left = ''
        for (const { claim } of operations) {
          expect(claim.start).toBeGreaterThanOrEqual(at)
          left += claimed.slice(at, claim.start)
          at = claim.end
        }
        left += claimed.slice(at)
        expect(read(left, 'en').filter(({ kind }) => kind !== 'symbol')).toEqual([])
      }),
      { numRuns: 2000, seed: 3 },
    )
  })

  it('says same only of what is letter by letter the same', () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, (claimed, source) => {
        const pair = pairOf(claimed, source)
        const { operations } = diff(alignClaim(pair).steps, pair.claim, pair.from)
        for (const { kind, claim, source: sourced } of operations) {
          if (kind === 'same')
            expect(claimed.slice(claim.start, claim.end)).toBe(source.slice(sourced.start, sourced.end))
        }
        expect(similarityOf(operations)).toBeGreaterThanOrEqual(0)
        expect(similarityOf(operations)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 2000, seed: 4 },
    )
  })
})
