import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSeedService } from '../http/seed-service.ts'
import type { SeedService } from '../http/seed-service.ts'
import { DESKTOP, HAS_CHROMIUM, openPages, PHONE } from './page-browser.ts'
import type { ServicePages } from './page-browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

type Violation = {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

type View = {
  readonly name: string
  readonly path: string
  /** What a reader has done before. */
  readonly prepare?: (page: Page) => Promise<unknown>
}

/** Everything that axe knows, what it holds for good practice too, and the size of targets. */
const RUN = `axe.run(document, { rules: { 'target-size': { enabled: true } } }).then(({ violations }) =>
  violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`

describe.skipIf(!HAS_CHROMIUM)(
  'who does not see, or sees otherwise (skipped where /usr/bin/chromium is not there)',
  () => {
    let browser: ServicePages<SeedService>

    beforeAll(async () => {
      browser = await openPages(openSeedService)
    })
    afterAll(() => browser.close())

    const VIEWS: readonly View[] = [
      { name: 'the first page', path: '/' },
      { name: 'results', path: '/?q=the' },
      { name: 'results, all unfolded', path: '/?q=the', prepare: unfoldAll },
      { name: 'results with filters and notes', path: '/?q=ferri+OR+%22unclosed&language=en&in=text' },
      {
        name: 'nothing found',
        path: '/?q=ferry+xylophone',
        prepare: page => page.locator('.offers').waitFor(),
      },
      { name: 'an error', path: '/?language=klingon' },
      { name: 'the help', path: '/?q=ferry', prepare: page => page.keyboard.press('?') },
      { name: 'the form of the check', path: '/check' },
      {
        name: 'a check',
        path: `/check?text=${encodeURIComponent('“should not have to worry whether the ferry will get there” and “nobody said this at all anywhere”')}`,
        prepare: unfoldAll,
      },
      { name: 'results in Arabic', path: `/?ui=ar&q=${encodeURIComponent('الناي')}` },
    ]

    describe.each([
      ['light', 'light', DESKTOP],
      ['dark', 'dark', DESKTOP],
      ['light on a phone', 'light', PHONE],
    ] as const)('finds nothing in its way in %s', (_name, colorScheme, size) => {
      it.each(VIEWS)('in $name', async ({ path, prepare }) => {
        const page = await browser.openReady(path, { ...size, colorScheme, bypassCSP: true })
        await prepare?.(page)
        await page.evaluate(axe)
        expect(await page.evaluate<Violation[]>(RUN)).toEqual([])
        await page.close()
      })

      it('in an article', async () => {
        const page = await browser.open('/?q=ferry', { ...size, colorScheme, bypassCSP: true })
        await page.locator('.hit h2 a').first().click()
        await page.waitForURL(/\/p\//)
        await unfoldAll(page)
        await page.evaluate(axe)
        expect(await page.evaluate<Violation[]>(RUN)).toEqual([])
        await page.close()
      })
    })

    it('moves nothing by itself for who asked for that', async () => {
      const page = await browser.openReady('/?q=ferry', { reducedMotion: 'reduce' })
      await page.evaluate("document.getElementById('main').setAttribute('aria-busy', 'true')")
      expect(await page.evaluate('document.getAnimations().length')).toBe(0)
      await page.close()
    })

    it('prints what was found without what is for the screen', async () => {
      const page = await browser.open('/?q=ferry')
      await page.emulateMedia({ media: 'print' })
      for (const hidden of ['#search', '.facets', '.order', '.bottom']) {
        expect(await page.locator(hidden).isVisible(), hidden).toBe(false)
      }
      expect(await page.locator('.hit .text').first().isVisible()).toBe(true)
      await page.close()
    })
  },
)

const unfoldAll = (page: Page): Promise<unknown> =>
  page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
