import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { openPages, PHONE, DESKTOP, LAYOUT_SHIFT } from '../test/browser/page-browser.ts'
import { openSeedService } from '../test/http/seed-service.ts'
import { machineLine, quantile } from './measure.ts'

/**
 * How the page feels, on the sample newsroom in a real Chromium: from a key to the frame that shows its results, what
 * jumps while results come, and what the script weighs. Run: npx tsx bench/page.ts [rounds]
 *
 * A key is counted from its `input` event to the second animation frame after the results were put into the document: the
 * first one paints them. Keys come at the pace of a quick typist, so that the pause between searches is part of the figure.
 */

const ROUNDS = Number(process.argv[2] ?? 10)
const WORDS = ['ferry', 'mayor', 'bridge', 'flute', 'captain', 'harbour']
const PACE_MS = 140

/** Notes when each key was pressed and when the page that answers it was painted. */
const WATCH = `(() => {
  window.painted = []
  let typed
  document.getElementById('q').addEventListener('input', () => { typed ??= performance.now() }, { capture: true })
  new MutationObserver(() => {
    const since = typed
    if (since === undefined) return
    typed = undefined
    requestAnimationFrame(() => requestAnimationFrame(() => window.painted.push(performance.now() - since)))
  }).observe(document.querySelector('title'), { childList: true, characterData: true, subtree: true })
})()`

const browser = await openPages(openSeedService)
try {
  console.log(machineLine())
  for (const [name, size] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const) {
    const page = await browser.openReady('/', size)
    await page.evaluate(WATCH)
    for (let round = 0; round < ROUNDS; round++) {
      for (const word of WORDS) {
        await page.locator('#q').fill('')
        await page.waitForTimeout(300)
        await page.locator('#q').pressSequentially(word, { delay: PACE_MS })
        await page.waitForTimeout(300)
      }
    }
    const painted = await page.evaluate<number[]>('window.painted')
    const shift = await page.evaluate<number>(LAYOUT_SHIFT)
    console.log(
      `${name}: key to painted results, ${painted.length} keys: median ${quantile(painted, 0.5).toFixed(0)} ms, ` +
        `95th percentile ${quantile(painted, 0.95).toFixed(0)} ms; layout shift ${shift.toFixed(4)}`,
    )
    await page.close()
  }
  for (const file of readdirSync(browser.scriptFolder).filter(found => found.endsWith('.js'))) {
    console.log(`${file}: ${gzipSync(readFileSync(join(browser.scriptFolder, file))).length} bytes gzipped`)
  }
} finally {
  await browser.close()
}
