import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UI_LANGUAGES } from '../../web/i18n/ui-language.ts'
import { openSeedService } from '../http/seed-service.ts'
import type { SeedService } from '../http/seed-service.ts'
import { DESKTOP, HAS_CHROMIUM, openPages, overflowOf, PHONE, ready } from './page-browser.ts'
import type { ServicePages } from './page-browser.ts'

describe.skipIf(!HAS_CHROMIUM)(
  'the page in other languages (skipped where /usr/bin/chromium is not there)',
  () => {
    let browser: ServicePages<SeedService>

    beforeAll(async () => {
      browser = await openPages(openSeedService)
    })
    afterAll(() => browser.close())

    const left = (page: Page, selector: string): Promise<number> =>
      page.evaluate<number>(`document.querySelector('${selector}').getBoundingClientRect().left`)

    describe.each([
      ['a phone', PHONE],
      ['a desktop', DESKTOP],
    ])('on %s', (_name, size) => {
      it('is mirrored in Arabic, counts in its plurals, and stays so while it is used', async () => {
        const page = await browser.openReady('/?ui=ar', { ...size, locale: 'ar-EG' })
        expect(await page.evaluate('document.documentElement.dir')).toBe('rtl')
        await page.locator('#q').fill('الناي')
        await page.locator('mark').first().waitFor()
        expect(await page.locator('h1').innerText()).toMatch(/فقر/)
        expect(new URL(page.url()).searchParams.get('ui')).toBe('ar')
        // the text stands at the right edge of its column, the name of the page at the right of the box
        expect(await left(page, '.bar .name')).toBeGreaterThan(
          (await left(page, '#q')) - (size === PHONE ? 400 : 0),
        )
        expect(await overflowOf(page)).toBeLessThanOrEqual(0)
        await page.locator('#source-Ostrel_20News_20Wire').click()
        await page.waitForURL(/source=/)
        expect(new URL(page.url()).searchParams.get('ui')).toBe('ar')
        await page.close()
      })

      it('finds Japanese as it is typed, and shows it as Japanese', async () => {
        const page = await browser.openReady('/', { ...size, locale: 'ja-JP' })
        await page.locator('#q').fill('“骨笛、いま”')
        await page.locator('mark').first().waitFor()
        expect(await page.locator('mark').first().innerText()).toBe('骨笛、いま')
        const languages = await page.evaluate<string[]>(
          "[...document.querySelectorAll('mark')].map(mark => mark.closest('[lang]').lang)",
        )
        expect(new Set(languages)).toEqual(new Set(['ja']))
        await page.close()
      })
    })

    it('follows the browser’s language until another one is chosen', async () => {
      const page = await browser.openReady('/', { locale: 'de-AT' })
      expect(await page.locator('h1').innerText()).toBe('Neueste Artikel')
      await page.locator('#q').fill('ferry')
      await page.locator('mark').first().waitFor()
      expect(await page.locator('h1').innerText()).toBe('8 Absätze in 2 Artikeln')
      await page.getByRole('link', { name: 'Français' }).click()
      await page.waitForURL(/ui=fr/)
      await ready(page)
      expect(await page.locator('h1').innerText()).toBe('8 paragraphes dans 2 articles')
      expect(await page.locator('#q').inputValue()).toBe('ferry')
      await page.locator('#q').fill('')
      await expect.poll(() => page.locator('h1').innerText()).toBe('Derniers articles')
      await page.close()
    })

    it.each(UI_LANGUAGES)('loads the catalogue %s and no other', async ui => {
      const page = await browser.open('about:blank')
      const scripts: string[] = []
      page.on('response', response => {
        if (response.url().endsWith('.js')) scripts.push(new URL(response.url()).pathname)
      })
      const address = await browserAddress()
      await page.goto(`${address}/?ui=${ui}`)
      await ready(page)
      expect(scripts.map(path => path.replace(/^\/assets\/(\w+)-[\w-]{8}\.js$/, '$1')).sort()).toEqual(
        ['page', ui].sort(),
      )
      await page.close()
    })

    const browserAddress = async (): Promise<string> => {
      const page = await browser.open('/')
      const { origin } = new URL(page.url())
      await page.close()
      return origin
    }

    it('weighs less than 60 kB, whatever the language', () => {
      const size = (name: string): number => gzipSync(readFileSync(join(browser.scriptFolder, name))).length
      const names = readdirSync(browser.scriptFolder).filter(name => name.endsWith('.js'))
      const page = names.find(name => name.startsWith('page-')) ?? ''
      expect(names).toHaveLength(UI_LANGUAGES.length + 1)
      for (const name of names) {
        const together = name === page ? size(page) : size(page) + size(name)
        expect(together, name).toBeLessThan(60_000)
      }
    })

    it('breaks no rule of its content security policy', () => {
      expect(browser.problems).toEqual([])
    })
  },
)
