import type { CheckQuotation } from '../../src/citation/check-quotation.ts'
import type { Paragraph } from '../../src/domain/paragraph.ts'
import { quantile } from '../measure.ts'
import { seeded } from '../random.ts'
import type { Random } from '../random.ts'
import { damage, DAMAGES, gist, withTypos } from './damage.ts'
import type { Quotation } from './quotations.ts'
import { MATERIALS } from './quotations.ts'
import { textOf, wordsOf } from './words.ts'

/** Asks for what nobody said, and prints how often something is called found. */
export async function inventQuotations(check: CheckQuotation, absent: readonly Quotation[]): Promise<void> {
  const nearest: number[] = []
  let found = 0
  for (const { text, language } of absent) {
    const { verdict, matches } = await check.check(
      { text, language, languages: [language] },
      { limit: 1, deadline: performance.now() + 60_000 },
    )
    if (verdict !== 'notFound') found++
    nearest.push(matches[0]?.nearness ?? 0)
  }
  console.log(
    `never said: ${found} of ${absent.length} called found; nearness median ${quantile(nearest, 0.5).toFixed(2)}, p99 ${quantile(nearest, 0.99).toFixed(2)}, most ${Math.max(...nearest).toFixed(2)}`,
  )
}

type Asked = {
  readonly text: string
  readonly undamaged: string
  readonly kind: string
  readonly top: number
}

/** Asks for each quotation as somebody remembers it, and prints how often the right one comes first, or among the first. */
export async function remember(
  check: CheckQuotation,
  quotations: readonly Quotation[],
  seed: number,
): Promise<void> {
  const random = seeded(seed + 7)
  const results: { material: string; kind: string; isRight: boolean; isFound: boolean; nearness: number }[] =
    []
  const times: number[] = []
  const step = Number(process.env['EVERY'] ?? 1)
  for (const [number, quotation] of quotations.entries()) {
    if (number % step !== 0) continue
    for (const asked of askedOf(quotation, random)) {
      const { text, kind, top } = asked
      const start = performance.now()
      const { matches, verdict } = await check.check(
        { text, language: quotation.language, languages: [quotation.language] },
        { limit: 5, deadline: start + 60_000 },
      )
      times.push(performance.now() - start)
      const isRight = matches.slice(0, top).some(match => match.paragraphs.some(one => holds(one, asked)))
      results.push({
        material: quotation.material,
        kind,
        isRight,
        isFound: verdict !== 'notFound',
        nearness: matches[0]?.nearness ?? 0,
      })
      if (!isRight && process.env['SHOW'] === kind) show(quotation, text, matches[0]?.paragraphs[0]?.text)
    }
  }
  const kinds = [...DAMAGES, 'half', 'half + 2 typos', 'gist R@1', 'gist R@5']
  console.log(`share with the right one first (gist: and among the first five); [share called found]`)
  for (const kind of kinds) {
    const cells = [...MATERIALS, 'all'].map(material => {
      const some = results.filter(
        one =>
          (material === 'all' || one.material === material) &&
          (one.kind === kind || (kind === 'half' && DAMAGES.some(damaged => damaged === one.kind))),
      )
      if (some.length === 0) return `${material} –`
      const share = (is: (one: (typeof some)[number]) => boolean): string =>
        (some.filter(is).length / some.length).toFixed(4)
      return `${material} ${share(one => one.isRight)} [${share(one => one.isFound)}] (${some.length})`
    })
    console.log(kind.padEnd(16), cells.join('  '))
  }
  const near = results.filter(({ kind }) => !kind.startsWith('gist')).map(({ nearness }) => nearness)
  const gists = results.filter(({ kind }) => kind === 'gist R@1').map(({ nearness }) => nearness)
  console.log(
    `nearness p1 ${quantile(near, 0.01).toFixed(2)}, p5 ${quantile(near, 0.05).toFixed(2)}; of gists p1 ${quantile(gists, 0.01).toFixed(2)}, p5 ${quantile(gists, 0.05).toFixed(2)}, median ${quantile(gists, 0.5).toFixed(2)}`,
  )
  console.log(
    `one check: median ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`,
  )
}

function askedOf({ text, language }: Quotation, random: Random): Asked[] {
  const fillers = wordsOf(text, language).words.filter(word => word.length <= 4)
  const options = { random, fillers: fillers.length > 0 ? fillers : wordsOf(text, language).words }
  const half = damage(text, language, options)
  const mistyped = damage(text, language, options)
  const five = gist(text, language, random)
  return [
    { text: half.text, undamaged: half.undamaged, kind: half.damage, top: 1 },
    {
      text: withTypos(mistyped.text, language, random),
      undamaged: mistyped.undamaged,
      kind: 'half + 2 typos',
      top: 1,
    },
    { ...five, kind: 'gist R@1', top: 1 },
    { ...five, kind: 'gist R@5', top: 5 },
  ]
}

/**
 * Compared without marks and case, word by word of ICU. Of remembered words in any order, whatever has them as close
 * together as where they come from is as right.
 */
function holds({ text, language }: Paragraph, { undamaged, text: asked, kind }: Asked): boolean {
  if (!kind.startsWith('gist')) return plain(text, language).includes(plain(undamaged, language))
  const words = wordsOf(text, language).words.map(word => word.toLowerCase())
  const wanted = new Set(asked.split(' ').map(word => word.toLowerCase()))
  const size = wordsOf(undamaged, language).words.length
  return words.some((_, at) => {
    const window = new Set(words.slice(at, at + size))
    return [...wanted].every(word => window.has(word))
  })
}

const plain = (text: string, language: string): string =>
  textOf(wordsOf(text, language)).normalize('NFKC').toLowerCase().replaceAll(' ', '')

function show({ language, text }: Quotation, asked: string, found: string | undefined): void {
  console.log(`\n${language} wanted ${text}\n   asked  ${asked}\n   found  ${found ?? 'nothing'}`)
}
