import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { DESKTOP, openPages, PHONE } from '../test/browser/page-browser.ts'
import { openSeedService } from '../test/http/seed-service.ts'

/** The pictures of the page in docs/page, of the sample newsroom in Chromium. Run: npx tsx bench/screenshots.ts */

type View = {
  readonly name: string
  readonly path: string
  /** What a reader has done before. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

const QUOTATION = '“should not have to worry whether the ferry will get there”'

const VIEWS: readonly View[] = [
  { name: 'first-page', path: '/' },
  { name: 'results', path: '/?q=harbour+OR+ferry+OR+fl%C3%B8yte+OR+reef+OR+bridge' },
  { name: 'context', path: '/?q=ferry', prepare: page => page.locator('[data-context]').first().click() },
  {
    name: 'article',
    path: '/?q=%22until+she+was+already+stuck%22',
    prepare: page => page.locator('.hit h2 a').first().click(),
  },
  {
    name: 'nothing-found',
    path: '/?q=ferry+xylophone+-reef',
    prepare: page => page.locator('.offers').waitFor(),
  },
  { name: 'check', path: `/check?text=${encodeURIComponent(QUOTATION)}` },
  { name: 'error', path: '/?q=ferry&language=klingon' },
  { name: 'help', path: '/?q=ferry', prepare: page => page.keyboard.press('?') },
  { name: 'arabic', path: `/?ui=ar&q=${encodeURIComponent('الناي')}` },
  { name: 'japanese', path: `/?q=${encodeURIComponent('骨笛')}` },
]

const folder = fileURLToPath(new URL('../docs/page', import.meta.url))
mkdirSync(folder, { recursive: true })
const browser = await openPages(openSeedService)
try {
  for (const { name, path, prepare } of VIEWS) {
    for (const [device, size] of [
      ['desktop', DESKTOP],
      ['phone', PHONE],
    ] as const) {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.openReady(path, { ...size, colorScheme })
        await prepare?.(page)
        await page.waitForTimeout(400)
        await page.screenshot({ path: `${folder}/${name}-${device}-${colorScheme}.png` })
        await page.close()
      }
    }
  }
} finally {
  await browser.close()
}
