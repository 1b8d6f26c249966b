import { describe, expect, it } from 'vitest'
import { isKindRight, isSeedSpeakerRight, isWronglyMarked, judgeSeeds } from '../../bench/quotes-seeds.ts'

/** The sample newsroom with the quotes that were marked by hand. */
describe('quotes of the sample newsroom', () => {
  const judged = judgeSeeds()
  const wanted = judged.filter(({ expected }) => expected !== undefined)
  const share = (part: readonly unknown[], whole: readonly unknown[]): number => part.length / whole.length

  it('are there to be found', () => {
    expect(wanted.length).toBeGreaterThan(200)
  })

  it('are found with their exact boundaries, 98 of 100', () => {
    const found = wanted.filter(quote => quote.found !== undefined)
    expect(share(found, wanted)).toBeGreaterThanOrEqual(0.98)
  })

  it('are of the right kind, 95 of 100', () => {
    expect(share(wanted.filter(isKindRight), wanted)).toBeGreaterThanOrEqual(0.95)
  })

  it('have their speaker, 92 of 100', () => {
    const spoken = wanted.filter(({ expected }) => expected?.speaker !== null)
    expect(share(spoken.filter(isSeedSpeakerRight), spoken)).toBeGreaterThanOrEqual(0.92)
  })

  it('have no speaker where nobody is named, 95 of 100', () => {
    const nobody = wanted.filter(({ expected }) => expected?.speaker === null)
    expect(share(nobody.filter(isSeedSpeakerRight), nobody)).toBeGreaterThanOrEqual(0.95)
  })

  it('name the right speaker where they are sure, 95 of 100', () => {
    const sure = wanted.filter(({ found }) => found?.speaker !== undefined && found.confidence >= 0.9)
    expect(sure.length).toBeGreaterThan(30)
    expect(share(sure.filter(isSeedSpeakerRight), sure)).toBeGreaterThanOrEqual(0.95)
  })

  it('are hardly ever found where there are none', () => {
    expect(share(judged.filter(isWronglyMarked), wanted)).toBeLessThanOrEqual(0.02)
  })
})
