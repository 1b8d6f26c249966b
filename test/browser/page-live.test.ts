import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SearchAnswer } from '../../src/search/answer.ts'
import { openSeedService } from '../http/seed-service.ts'
import type { SeedService } from '../http/seed-service.ts'
import { DESKTOP, HAS_CHROMIUM, LAYOUT_SHIFT, openPages, PHONE, ready, searchesOf } from './page-browser.ts'
import type { ServicePages } from './page-browser.ts'

describe.skipIf(!HAS_CHROMIUM)(
  'searching without leaving the page (skipped where /usr/bin/chromium is not there)',
  () => {
    let browser: ServicePages<SeedService>

    beforeAll(async () => {
      browser = await openPages(openSeedService)
    })
    afterAll(() => browser.close())

    const heading = (page: Page): Promise<string> => page.locator('h1').innerText()
    const focused = (page: Page): Promise<unknown> => page.evaluate('document.activeElement.id')

    describe.each([
      ['a phone', PHONE],
      ['a desktop', DESKTOP],
    ])('on %s', (_name, size) => {
      it('finds while somebody types, and leaves the box alone', async () => {
        const page = await browser.openReady('/', size)
        await page.locator('#q').pressSequentially('ferr')
        await page.waitForURL('**/?q=ferr&prefix=last')
        // the answer to the first letters shows first, where the last ones come late
        await expect.poll(() => page.locator('mark').first().innerText()).toMatch(/^ferr/i)
        await expect.poll(() => page.title()).toBe('ferr – Paragraf')
        expect(await focused(page)).toBe('q')
        await page.keyboard.type('y a')
        await page.waitForURL('**/?q=ferry+a&prefix=last')
        expect(await page.locator('#q').inputValue()).toBe('ferry a')
        await page.close()
      })

      it('searches for the words as they stand on Enter, as one entry of the history', async () => {
        const page = await browser.openReady('/', size)
        await page.locator('#q').pressSequentially('fer')
        await page.waitForURL('**/?q=fer&prefix=last')
        await page.keyboard.press('Enter')
        await page.waitForURL('**/?q=fer')
        // nobody writes “fer”: the page says what stands in for it, or that there is nothing
        await page.locator('.notes, .nothing').first().waitFor()
        await page.goBack()
        await page.waitForURL(/\/$/)
        expect(await page.locator('#q').inputValue()).toBe('')
        await expect.poll(() => heading(page)).toBe('Newest articles')
        await page.close()
      })

      it('goes back and forward, each time to the same page as a reload shows', async () => {
        const page = await browser.openReady('/?q=ferry', size)
        const first = await heading(page)
        await page.locator('#q').fill('bridge')
        await page.keyboard.press('Enter')
        await page.waitForURL('**/?q=bridge')
        await page.getByRole('link', { name: 'Newest' }).click()
        await page.waitForURL('**/?q=bridge&sort=newest')
        const last = await heading(page)
        await page.goBack()
        await page.waitForURL('**/?q=bridge')
        await page.goBack()
        await page.waitForURL('**/?q=ferry')
        await page.locator('mark', { hasText: /ferry/i }).first().waitFor()
        expect(await heading(page)).toBe(first)
        expect(await page.locator('#q').inputValue()).toBe('ferry')
        await page.goForward()
        await page.goForward()
        await page.waitForURL('**/?q=bridge&sort=newest')
        await expect.poll(() => heading(page)).toBe(last)
        const text = await page.locator('main').innerText()
        await page.reload()
        expect(await page.locator('main').innerText()).toBe(text)
        await page.close()
      })

      it('narrows by a facet and by a month, excludes, and takes all of it back', async () => {
        const page = await browser.openReady('/?q=the', size)
        const all = await heading(page)
        const source = page.locator('#source-Ostrel_20News_20Wire')
        const count = (await source.locator('.count').innerText()).trim()
        await source.click()
        await page.waitForURL(/source=Ostrel\+News\+Wire/)
        await expect.poll(() => heading(page)).toMatch(new RegExp(`^${count} paragraphs`))
        expect(await focused(page)).toBe('source-Ostrel_20News_20Wire')
        // the others keep their counts: choosing one is no reason to lose sight of them
        expect(await page.locator('section:has(#facet-source) .count').count()).toBeGreaterThan(1)
        await page.locator('.chips a').first().click()
        await page.waitForURL('**/?q=the')
        await expect.poll(() => heading(page)).toBe(all)

        await page.getByRole('link', { name: 'Exclude Ostrel News Wire' }).first().click()
        await page.waitForURL(/q=the\+-source/)
        expect(await page.locator('#q').inputValue()).toBe('the -source:"Ostrel News Wire"')
        await page.locator('.chips a', { hasText: 'Ostrel News Wire' }).waitFor()
        expect(await page.locator('.hits .source').allInnerTexts()).not.toContain('Ostrel News Wire')
        await page.locator('.chips a', { hasText: 'Ostrel News Wire' }).click()
        await page.waitForURL('**/?q=the')

        await page.locator('.histogram a').last().click()
        await page.waitForURL(/from=2024-11&to=2024-12/)
        await expect.poll(() => page.locator('.chips').innerText()).toContain('November 2024')
        const dates = await page.locator('.hits time').allInnerTexts()
        expect(dates.filter(date => !date.endsWith('November 2024'))).toEqual([])
        await page.close()
      })

      it('finds values inside a long facet', async () => {
        const page = await browser.openReady('/', size)
        await page.locator('#facet-author-search').pressSequentially('xyz')
        await page.getByText('Nothing in the list begins so.').waitFor()
        await page.locator('#facet-author-search').fill('Rosa')
        await expect
          .poll(() => page.locator('section:has(#facet-author) .value').allInnerTexts())
          .toEqual(['Rosalind Thackaberry'])
        expect(await focused(page)).toBe('facet-author-search')
        await page.getByRole('link', { name: 'Rosalind Thackaberry' }).first().click()
        await page.waitForURL(/author=Rosalind/)
        await page.close()
      })

      it('shows a hit between its neighbours, and alone again', async () => {
        const page = await browser.openReady('/?q=%22Nobody+was+seriously+hurt%22', size)
        const link = page.getByRole('link', { name: 'In context' }).first()
        const passage = page.locator('.passage').first()
        await link.click()
        await passage.locator('.neighbour').first().waitFor()
        expect(await link.getAttribute('aria-expanded')).toBe('true')
        expect(await passage.locator('.neighbour').count()).toBeGreaterThan(1)
        expect(await passage.locator('mark').allInnerTexts()).toEqual(['Nobody was seriously hurt'])
        expect(page.url()).toMatch(/\/\?q=/)
        await link.click()
        await expect.poll(() => passage.locator('.neighbour').count()).toBe(0)
        await page.close()
      })

      it('keeps what was unfolded when it shows more', async () => {
        const page = await browser.openReady('/?q=ferry', size)
        await page.locator('.others summary').first().click()
        await page.locator('.cite summary').first().click()
        await page.locator('.cite pre').first().waitFor()
        await page.getByRole('link', { name: 'In context' }).first().click()
        await page.locator('.neighbour').first().waitFor()
        expect(await page.locator('.cite pre').first().isVisible()).toBe(true)
        expect(await page.locator('.others .text').first().isVisible()).toBe(true)
        await page.close()
      })

      it('says what was searched where nothing was found, and offers what finds something', async () => {
        const page = await browser.openReady('/', size)
        await page.locator('#q').fill('ferry xylophone -reef')
        await page.keyboard.press('Enter')
        const offer = page.locator('.offers li', { hasText: 'Without xylophone' })
        await offer.waitFor()
        expect(await page.locator('.nothing').innerText()).toContain('ferry, xylophone, not reef')
        const found = await offer.locator('.found').innerText()
        await offer.getByRole('link').click()
        await page.waitForURL(/q=ferry\+-reef/)
        await expect.poll(() => heading(page)).toBe(found)
        await page.close()
      })

      it('moves nothing once results are there', async () => {
        const page = await browser.openReady('/?q=ferry', size)
        expect(await page.evaluate(LAYOUT_SHIFT)).toBeLessThanOrEqual(0.02)
        await page.close()
      })
    })

    it('asks for the last of several searches only, and shows no stale one', async () => {
      const page = await browser.openReady('/')
      // the first answer comes long after the second
      await page.route('**/api/search?*', async route => {
        const isFirst = route.request().url().includes('q=fer&')
        if (isFirst) await new Promise(resolve => setTimeout(resolve, 1500))
        await route.continue().catch(() => undefined)
      })
      const first = page.waitForRequest(/q=fer&/)
      await page.locator('#q').pressSequentially('fer')
      await first
      const last = page.waitForResponse(/q=ferry\+reef&/)
      await page.keyboard.type('ry reef')
      const { total } = (await (await last).json()) as SearchAnswer
      const shown = new RegExp(`^${total.paragraphs.value} paragraphs? in`, 'u')
      await expect.poll(() => heading(page)).toMatch(shown)
      await page.waitForTimeout(2000)
      expect(await heading(page)).toMatch(shown)
      expect(await page.title()).toBe('ferry reef – Paragraf')
      await page.close()
    })

    it('waits for the end of composing', async () => {
      const page = await browser.openReady('/')
      const searches = searchesOf(page)
      const client = await page.context().newCDPSession(page)
      await page.locator('#q').focus()
      for (const text of ['ｈ', 'ほ', 'ほｎ', 'ほね']) {
        await client.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        })
      }
      await page.waitForTimeout(600)
      expect(searches).toEqual([])
      await client.send('Input.insertText', { text: '骨笛' })
      await page.waitForURL(/prefix=last/)
      await page.locator('mark', { hasText: '骨笛' }).first().waitFor()
      expect(searches).toHaveLength(1)
      expect(searches[0]?.get('q')).toBe('骨笛')
      await page.close()
    })

    it('takes 10 kB pasted at once', async () => {
      const page = await browser.openReady('/?q=ferry')
      await page.locator('#q').focus()
      await page.evaluate("document.execCommand('insertText', false, 'long words '.repeat(930))")
      await page.locator('.error').waitFor()
      expect(await page.locator('.error').innerText()).toContain('2000 are allowed')
      expect((await page.locator('#q').inputValue()).length).toBeGreaterThan(10_000)
      await page.locator('#q').fill('ferry')
      await page.locator('mark').first().waitFor()
      await page.close()
    })

    it('says in a live region how much was found', async () => {
      const page = await browser.openReady('/')
      await page.locator('#q').fill('ferry')
      await expect.poll(() => page.locator('#status').innerText()).toBe('8 paragraphs in 2 articles')
      await page.close()
    })

    it('is used by keyboard alone, from the search over a facet to the copied citation', async () => {
      const page = await browser.openReady('/?q=bridge', {
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      await page.keyboard.press('/')
      expect(await focused(page)).toBe('q')
      await page.keyboard.type('ferry')
      await page.keyboard.press('Enter')
      await page.waitForURL('**/?q=ferry')
      await page.locator('mark').first().waitFor()
      await tabTo(page, 'source-The_20Marlwick_20Ledger')
      await page.keyboard.press('Enter')
      await page.waitForURL(/source=/)
      await expect.poll(() => heading(page)).toBe('4 paragraphs in 1 article')
      // back to the results: the first of them, and from there to what cites it
      await page.keyboard.press('j')
      expect(await page.evaluate('document.activeElement.closest(".hit") !== null')).toBe(true)
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/p\//)
      await ready(page)
      await tabUntil(page, 'document.activeElement.matches(".cite summary")')
      await page.keyboard.press('Enter')
      await tabUntil(page, 'document.activeElement.matches("[data-copy]")')
      await page.keyboard.press('Enter')
      await expect.poll(() => page.locator('#status').innerText()).toBe('Copied')
      expect(await page.evaluate('navigator.clipboard.readText()')).toContain('The Marlwick Ledger')
      await page.close()
    })

    it('steps through results, shows its keys, and lets go of them', async () => {
      const page = await browser.openReady('/?q=ferry')
      await page.keyboard.press('j')
      await page.keyboard.press('j')
      const second = await page.evaluate('document.activeElement.closest(".hit").id')
      await page.keyboard.press('k')
      expect(await page.evaluate('document.activeElement.closest(".hit").id')).not.toBe(second)
      await page.keyboard.press('?')
      expect(await page.locator('#keys').isVisible()).toBe(true)
      await page.getByLabel('Single keys work as shortcuts').uncheck()
      await page.keyboard.press('Escape')
      expect(await page.locator('#keys').isVisible()).toBe(false)
      await page.keyboard.press('/')
      expect(await focused(page)).not.toBe('q')
      await page.reload()
      await ready(page)
      await page.keyboard.press('/')
      expect(await focused(page)).not.toBe('q')
      await page.close()
    })

    it('steps through checked quotations, too', async () => {
      const text =
        '“should not have to worry whether the ferry will get there” and “nobody said this at all anywhere”'
      const page = await browser.openReady(`/check?text=${encodeURIComponent(text)}`)
      await page.keyboard.press('j')
      expect(await focused(page)).toBe('quotation-0')
      await page.keyboard.press('j')
      expect(await focused(page)).toBe('quotation-1')
      await page.keyboard.press('k')
      expect(await focused(page)).toBe('quotation-0')
      await page.close()
    })

    it('keeps what was unfolded on the way to another place of the page, and asks for nothing', async () => {
      const page = await browser.openReady('/?q=ferry', PHONE)
      await page.getByRole('link', { name: 'In context' }).first().click()
      await page.locator('.neighbour').first().waitFor()
      const searches = searchesOf(page)
      await page.locator('.to-facets a').click()
      await page.waitForURL(/#narrow$/)
      await page.waitForTimeout(600)
      expect(searches).toEqual([])
      expect(await page.locator('.neighbour').count()).toBeGreaterThan(0)
      await page.close()
    })

    it('checks a quotation without loading the page anew', async () => {
      const page = await browser.openReady('/check')
      await page.locator('#text').fill('“should not have to worry whether the ferry will get there”')
      await page.getByRole('button', { name: 'Check', exact: true }).click()
      await page.locator('.checked').waitFor()
      expect(await page.locator('.checked h2').innerText()).toContain('Altered')
      expect(await page.locator('.differences').first().innerText()).toBe('“worry” stands for “wonder”.')
      expect(await page.locator('#text').inputValue()).toContain('should not have to worry')
      await page.close()
    })

    it('reads an address as the service does', async () => {
      const page = await browser.openReady('/?q=ferge&language=no&utm_source=letter')
      expect(new URL(page.url()).search).toBe('?q=ferge&language=nb&language=nn')
      await page.locator('#q').fill('ferje')
      await page.waitForURL(/q=ferje&language=nb&language=nn/)
      await page.locator('.chips li').nth(1).waitFor()
      expect(await page.locator('.chips').innerText()).toContain('Norwegian Nynorsk')
      await page.close()
    })

    it('is whole without a script, but for what only a script does', async () => {
      const page = await browser.open('/?q=the', { javaScriptEnabled: false })
      expect(await page.locator('.needs-script').count()).toBeGreaterThan(0)
      expect(await page.locator('.needs-script').filter({ visible: true }).count()).toBe(0)
      await page.getByRole('link', { name: 'In context' }).first().click()
      await page.waitForURL(/\/p\//)
      await page.close()
    })

    it('downloads all that was found, as a file', async () => {
      const page = await browser.openReady('/?q=ferry&language=en')
      const downloading = page.waitForEvent('download')
      await page.getByRole('link', { name: 'CSV' }).last().click()
      const download = await downloading
      const text = readFileSync(await download.path(), 'utf8')
      expect(text.trim().split(/\r?\n/).length, text.slice(0, 300)).toBe(1 + 8)
      await page.close()
    })

    it('turns pages, from their beginning', async () => {
      const page = await browser.openReady('/?q=the')
      await page.locator('.paging .next').click()
      await page.waitForURL(/cursor=/)
      await page.getByRole('link', { name: 'First page' }).waitFor()
      expect(await page.evaluate('scrollY')).toBeLessThan(200)
      expect(await focused(page)).toBe('main')
      await page.goBack()
      await page.waitForURL(/q=the$/)
      await expect.poll(() => page.getByRole('link', { name: 'First page' }).count()).toBe(0)
      await page.close()
    })

    it('breaks no rule of its content security policy', () => {
      // the browser reports every answer of 400
      expect(browser.problems.filter(problem => !/status of 400/.test(problem))).toEqual([])
    })
  },
)

async function tabUntil(page: Page, isThere: string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(isThere)) return
  }
  throw new Error(`No key leads to ${isThere}`)
}

const tabTo = (page: Page, id: string): Promise<void> =>
  tabUntil(page, `document.activeElement.id === '${id}'`)
