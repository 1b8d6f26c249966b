import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openNewsroom } from '../http/newsroom.ts'
import type { Newsroom } from '../http/newsroom.ts'
import { HAS_CHROMIUM, openBrowser, overflowOf } from './page-browser.ts'
import type { PageBrowser } from './page-browser.ts'

describe.skipIf(!HAS_CHROMIUM)('the page in Chromium (skipped where /usr/bin/chromium is not there)', () => {
  let newsroom: Newsroom
  let browser: PageBrowser

  beforeAll(async () => {
    newsroom = await openNewsroom()
    browser = await openBrowser(newsroom.server)
  })
  afterAll(async () => {
    await browser.close()
    await newsroom.close()
  })

  it('finds what is typed, keeps it in the address and in the box, and marks it', async () => {
    const page = await browser.open('/')
    await page.getByRole('searchbox').fill('“extremely high levels”')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=/)
    expect(await page.locator('mark').allTextContents()).toEqual(['extremely high levels'])
    expect(await page.getByRole('searchbox').inputValue()).toBe('“extremely high levels”')
    await page.goBack()
    expect(await page.getByRole('searchbox').inputValue()).toBe('')
    await page.close()
  })

  it('narrows by a facet and back', async () => {
    const page = await browser.open('/?q=Kim')
    const all = await page.locator('mark').count()
    await page
      .getByRole('link', { name: /Norwegian Bokmål/ })
      .first()
      .click()
    await page.waitForURL(/language=nb/)
    expect(await page.locator('mark').count()).toBeLessThan(all)
    await page.goBack()
    expect(await page.locator('mark').count()).toBe(all)
    await page.close()
  })

  it('leads from a hit to its place in the article', async () => {
    const page = await browser.open('/?q=Florida')
    await page.locator('main a[href^="/p/"]').first().click()
    await page.waitForURL(/\/p\//)
    expect(await page.textContent('main')).toContain('extremely high levels')
    await page.close()
  })

  it('never scrolls sideways, from 320 to 2560 pixels', { timeout: 120_000 }, async () => {
    for (const path of ['/', '/?q=Kim', '/?q=xylophone', '/?q=markupword', '/?limit=0']) {
      const page = await browser.open(path)
      for (const width of [320, 375, 1280, 2560]) {
        await page.setViewportSize({ width, height: 800 })
        expect(await overflowOf(page), `${path} at ${width}`).toBeLessThanOrEqual(0)
      }
      await page.close()
    }
  })

  it('is light or dark as the reader likes it', async () => {
    const colours = []
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.open('/?q=Kim', { colorScheme })
      colours.push(await page.evaluate('getComputedStyle(document.body).backgroundColor'))
      await page.close()
    }
    expect(new Set(colours).size).toBe(2)
  })

  it('reads each text in its own direction', async () => {
    const page = await browser.open(`/?q=${encodeURIComponent('المدير')}`)
    const direction = await page.evaluate("getComputedStyle(document.querySelector('mark')).direction")
    expect(direction).toBe('rtl')
    await page.close()
  })

  it('shows markup of texts, titles, sources and queries as text', async () => {
    for (const path of ['/?q=markupword', `/?q=${encodeURIComponent('<img src=x onerror="alert(1)">')}`]) {
      const page = await browser.open(path)
      expect(await page.locator('main img, main script').count()).toBe(0)
      await page.close()
    }
  })

  it('works by keyboard alone', async () => {
    const page = await browser.open('/')
    for (let i = 0; i < 10; i++) {
      if (await page.evaluate('document.activeElement?.getAttribute("name") === "q"')) break
      await page.keyboard.press('Tab')
    }
    await page.keyboard.type('Florida')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=Florida/)
    expect(await page.locator('mark').allTextContents()).toEqual(['Florida'])
    await page.close()
  })

  it('runs no script and breaks no rule of its content security policy', () => {
    expect(browser.problems.filter(problem => !/status of 400/.test(problem))).toEqual([])
  })
})
