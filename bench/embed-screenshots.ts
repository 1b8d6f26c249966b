import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openPages, PHONE } from '../test/browser/page-browser.ts'
import { openSeedService } from '../test/http/seed-service.ts'

/** The pictures of the search box in docs/embed, on its demo page, in Chromium. Run: npx tsx bench/embed-screenshots.ts */

type View = {
  readonly name: string
  readonly options?: BrowserContextOptions
  /** Of the two boxes: in the header, or in the article. */
  readonly box?: 'header' | '.said'
  readonly typed: string
  readonly prepare?: (page: Page) => Promise<unknown>
}

const ARABIC = `document.documentElement.lang = 'ar'
  document.documentElement.dir = 'rtl'
  const box = document.querySelector('paragraf-search')
  box.label = box.placeholder = ''`

const VIEWS: readonly View[] = [
  { name: 'light', typed: 'ferry harb' },
  { name: 'dark', typed: 'ferry harb', options: { colorScheme: 'dark' } },
  { name: 'phone', typed: 'ferry harb', options: PHONE },
  { name: 'themed', typed: 'bridge', box: '.said' },
  { name: 'themed-dark', typed: 'bridge', box: '.said', options: { colorScheme: 'dark' } },
  { name: 'arabic', typed: 'الناي', prepare: page => page.evaluate(ARABIC) },
  { name: 'nothing-found', typed: '“ferry xylophone” boat' },
  {
    name: 'away',
    typed: 'ferry',
    prepare: page => page.route('**/api/**', route => route.abort('connectionrefused')),
  },
]

const folder = fileURLToPath(new URL('../docs/embed', import.meta.url))
mkdirSync(folder, { recursive: true })
const browser = await openPages(openSeedService, 'vite.embed.config.ts')
try {
  for (const { name, options, box = 'header', typed, prepare } of VIEWS) {
    const page = await browser.open('/embed-demo.html', {
      viewport: { width: 1200, height: 760 },
      ...options,
    })
    await prepare?.(page)
    const section = page.locator(box)
    if (box !== 'header') await page.evaluate(`document.querySelector('${box}').scrollIntoView()`)
    await section.getByRole('searchbox').pressSequentially(typed)
    await section.locator('#panel:not([hidden])').waitFor()
    await page.waitForTimeout(400)
    await page.screenshot({ path: `${folder}/${name}.png` })
    await page.close()
  }
} finally {
  await browser.close()
}
