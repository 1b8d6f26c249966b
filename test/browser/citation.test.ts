import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSeedService } from '../http/seed-service.ts'
import type { SeedService } from '../http/seed-service.ts'
import { HAS_CHROMIUM, openPages, overflowOf, PHONE, ready } from './page-browser.ts'
import type { ServicePages } from './page-browser.ts'

describe.skipIf(!HAS_CHROMIUM)('citations in Chromium (skipped where /usr/bin/chromium is not there)', () => {
  let pages: ServicePages<SeedService>

  beforeAll(async () => {
    pages = await openPages(openSeedService)
  })
  afterAll(() => pages.close())

  it('of a hit are written out when they are unfolded', async () => {
    const page = await pages.openReady('/?q=“too late to turn her”', PHONE)
    await page.locator('.cite summary').first().click()
    const text = page.locator('.cite pre').first()
    await text.waitFor()
    expect(await text.innerText()).toMatch(/^“.*too late to turn her.*” \(.*\)\./)
    expect(await page.locator('.cite').first().locator('pre').count()).toBe(3)
    expect(await overflowOf(page)).toBeLessThanOrEqual(0)
    await page.close()
  })

  it('have links that do the same without script', async () => {
    const page = await pages.open('/?q=“too late to turn her”', { javaScriptEnabled: false })
    await page.locator('.cite summary').first().click()
    const link = page.getByRole('link', { name: 'Plain text' }).first()
    // followed beside the page: of a text alone Chromium asks for an icon that nobody has
    const answer = await page.request.get(new URL((await link.getAttribute('href')) ?? '', page.url()).href)
    expect(await answer.text()).toMatch(/^“.*too late to turn her/)
    await page.close()
  })

  it('of a paragraph are copied by a button, as they stand', async () => {
    const page = await pages.open('/?q=“too late to turn her”', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.locator('main a[href^="/p/"]').first().click()
    await page.waitForURL(/\/p\//)
    await ready(page)
    await page.locator('.cite summary').first().click()
    const text = await page.locator('.cite pre').first().innerText()
    await page.getByRole('button', { name: 'Copy' }).first().click()
    await expect.poll(() => page.locator('#status').innerText()).toBe('Copied')
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(text)
    await page.close()
  })

  it('break no rule of the content security policy', () => expect(pages.problems).toEqual([]))
})
