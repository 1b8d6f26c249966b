import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { attributesIn, eventsOf, focusOf, listenToBoxes, openForeignSite } from './foreign-site.ts'
import type { ForeignSite } from './foreign-site.ts'
import { DESKTOP, HAS_CHROMIUM, PHONE, searchesOf } from './page-browser.ts'

const BOX = '<paragraf-search></paragraf-search>'

describe.skipIf(!HAS_CHROMIUM)(
  '<paragraf-search> on the page of another site (skipped where /usr/bin/chromium is not there)',
  () => {
    let site: ForeignSite
    beforeAll(async () => {
      site = await openForeignSite()
    })
    afterAll(() => site.close())

    const box = (page: Page, nth = 0) => page.getByRole('searchbox').nth(nth)
    const panel = (page: Page, nth = 0) => page.locator('#panel').nth(nth)

    describe.each([
      ['a phone', PHONE],
      ['a desktop', DESKTOP],
    ])('on %s', (_name, size) => {
      it('finds while somebody types, marks what is found, and says how much', async () => {
        const page = await site.show(BOX, size)
        const searches = searchesOf(page)
        await box(page).pressSequentially('ferr')
        // the answer to the first letters shows first, where the last ones come late
        await expect.poll(() => searches.at(-1)?.get('q')).toBe('ferr')
        await expect.poll(() => panel(page).locator('mark').first().innerText()).toMatch(/^ferry$/i)
        expect(Object.fromEntries(searches.at(-1) ?? [])).toMatchObject({
          q: 'ferr',
          prefix: 'last',
          limit: '6',
        })
        await expect
          .poll(() => panel(page).locator('.count').innerText())
          .toMatch(/^\d+ paragraphs in 26 articles$/)
        expect(await panel(page).locator('.hit').count()).toBe(6)
        expect(await page.locator('#status').innerText()).toBe(
          await panel(page).locator('.count').innerText(),
        )
        expect(await focusOf(page)).toBe('q')
        await page.close()
      })

      it('searches for the words as they stand on Enter and by its button', async () => {
        const page = await site.show(BOX, size)
        const searches = searchesOf(page)
        await box(page).fill('harbour')
        await page.keyboard.press('Enter')
        await panel(page).locator('mark').first().waitFor()
        expect(searches.at(-1)?.get('prefix')).toBeNull()
        await box(page).fill('boat')
        await page.getByRole('button', { name: 'Search' }).click()
        await panel(page).locator('mark', { hasText: 'boat' }).first().waitFor()
        expect(searches.at(-1)?.get('q')).toBe('boat')
        expect(searches.at(-1)?.get('prefix')).toBeNull()
        await page.close()
      })

      it('is used by keyboard alone, and leads to the paragraph in its article', async () => {
        const page = await site.show(`<a href="#before" id="before">Before</a>${BOX}`, size)
        await page.keyboard.press('Tab')
        await page.keyboard.press('Tab')
        expect(await focusOf(page)).toBe('q')
        await page.keyboard.type('captain')
        await panel(page).locator('mark').first().waitFor()
        const links = await attributesIn(page, '#panel a', 'id')
        expect(links.length).toBeGreaterThan(1)
        await page.keyboard.press('ArrowDown')
        expect(await focusOf(page)).toBe(links[0])
        await page.keyboard.press('End')
        expect(await focusOf(page)).toBe(links.at(-1))
        await page.keyboard.press('ArrowDown')
        expect(await focusOf(page)).toBe('q')
        await page.keyboard.press('ArrowUp')
        expect(await focusOf(page)).toBe(links.at(-1))
        await page.keyboard.press('Home')
        expect(await focusOf(page)).toBe(links[0])
        await page.keyboard.press('Escape')
        expect(await focusOf(page)).toBe('q')
        expect(await panel(page).isVisible()).toBe(false)
        expect(await box(page).inputValue()).toBe('captain')
        await page.keyboard.press('ArrowDown')
        expect(await focusOf(page)).toBe(links[0])
        await page.keyboard.press('Enter')
        await page.waitForURL(/\/p\/corrected-.*#corrected-/)
        expect(new URL(page.url()).origin).toBe(site.service)
        await page.close()
      })
    })

    it('leads to all results, with the same words and filters', async () => {
      const page = await site.show(
        '<paragraf-search source="Ferry Times, The Daily X" language="en" in="text" ui="de"></paragraf-search>',
      )
      await box(page).fill('ferry')
      await page.getByRole('link', { name: 'Alle Treffer' }).click()
      await page.waitForURL(url => url.pathname === '/')
      expect(page.url().startsWith(site.service)).toBe(true)
      expect([...new URL(page.url()).searchParams]).toEqual([
        ['q', 'ferry'],
        ['language', 'en'],
        ['source', 'Ferry Times'],
        ['source', 'The Daily X'],
        ['in', 'text'],
        ['ui', 'de'],
      ])
      await page.close()
    })

    it('closes when the reader is elsewhere, and not when a text in it is touched', async () => {
      const page = await site.show(`${BOX}<button id="other">Other</button>`)
      await box(page).fill('captain')
      await panel(page).locator('mark').first().waitFor()
      await panel(page).locator('.count').click()
      expect(await panel(page).isVisible()).toBe(true)
      await page.locator('#other').focus()
      expect(await panel(page).isVisible()).toBe(false)
      await box(page).click()
      expect(await panel(page).isVisible()).toBe(true)
      await page.locator('h1').click({ position: { x: 5, y: 5 } })
      expect(await panel(page).isVisible()).toBe(false)
      await page.close()
    })

    it('searches for nothing in the middle of composing', async () => {
      const page = await site.show(BOX)
      const searches = searchesOf(page)
      await box(page).focus()
      const devtools = await page.context().newCDPSession(page)
      for (const text of ['ｐ', 'ぴ', 'ぴょ', '平壤']) {
        await devtools.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        })
        await page.waitForTimeout(200)
      }
      expect(searches).toEqual([])
      expect(await box(page).inputValue()).toBe('平壤')
      await devtools.send('Input.insertText', { text: '平壤' })
      await panel(page).locator('mark', { hasText: '平壤' }).first().waitFor()
      expect(searches.map(search => search.get('q'))).toEqual(['平壤'])
      const text = panel(page).locator('.text').first()
      expect([await text.getAttribute('lang'), await text.getAttribute('dir')]).toEqual(['zh', 'ltr'])
      await page.close()
    })

    it('drops answers that come too late', async () => {
      const page = await site.show(BOX)
      await page.route(/\/api\/search\?q=captain/, async route => {
        await new Promise(resolve => setTimeout(resolve, 800))
        // the request may have been given up meanwhile
        await route.continue().catch(() => {})
      })
      const asked = page.waitForRequest(/q=captain/)
      await box(page).fill('captain')
      await asked
      await box(page).fill('Florida')
      await panel(page).locator('mark', { hasText: 'Florida' }).waitFor()
      await page.waitForTimeout(1000)
      expect(await panel(page).locator('mark').allInnerTexts()).toEqual(['Florida'])
      await page.close()
    })

    it('tells the page what happens', async () => {
      const page = await site.show('<paragraf-search id="here" limit="1"></paragraf-search>')
      await listenToBoxes(page)
      await box(page).fill('captain')
      await panel(page).locator('mark').first().waitFor()
      await page.evaluate("document.addEventListener('paragraf-select', event => event.preventDefault())")
      await panel(page).locator('a').first().click()
      const [search, results, select, ...more] = await eventsOf(page)
      expect(more).toEqual([])
      expect(search).toEqual({
        type: 'paragraf-search',
        id: 'here',
        detail: { q: 'captain', isTyping: true },
      })
      expect(results).toMatchObject({
        type: 'paragraf-results',
        detail: {
          q: 'captain',
          isTyping: true,
          total: { paragraphs: { value: 1, relation: 'exact' } },
          hits: [{ articleId: 'corrected', language: 'en', match: 'asTyped' }],
        },
      })
      expect(select).toMatchObject({ type: 'paragraf-select', detail: { q: 'captain' } })
      const { id } = (select?.detail['hit'] ?? {}) as { readonly id?: string }
      expect(select?.detail['href']).toBe(`${site.service}/p/${id}#${id}`)
      // prevented: the page stays, the box closes and keeps the cursor
      expect(page.url()).toBe(`${site.site}/`)
      expect(await panel(page).isVisible()).toBe(false)
      expect(await focusOf(page)).toBe('q')
      await page.close()
    })

    it('opens results where it is told to', async () => {
      const page = await site.show('<paragraf-search open-in="event"></paragraf-search>')
      await listenToBoxes(page)
      await box(page).fill('captain')
      await panel(page).locator('a[data-hit]').first().click()
      expect((await eventsOf(page)).at(-1)?.type).toBe('paragraf-select')
      expect(page.url()).toBe(`${site.site}/`)
      await page.evaluate("document.querySelector('paragraf-search').openIn = 'tab'")
      await box(page).click()
      const tab = page.waitForEvent('popup')
      await panel(page).locator('a[data-hit]').first().click()
      await (await tab).waitForURL(/\/p\/corrected-/)
      expect(await (await tab).evaluate('window.opener')).toBeNull()
      expect(page.url()).toBe(`${site.site}/`)
      await page.close()
    })

    it('has properties that are its attributes', async () => {
      const page = await site.show(
        '<paragraf-search language="en, nb" source=\'["Ledger, The"]\' limit="99" q="ferry"></paragraf-search>',
      )
      const read = (expression: string): Promise<unknown> =>
        page.evaluate(`(box => { ${expression} })(document.querySelector('paragraf-search'))`)
      expect(
        await read('return [box.language, box.source, box.limit, box.openIn, box.in, box.ui, box.q]'),
      ).toEqual([['en', 'nb'], ['Ledger, The'], 20, 'page', '', '', 'ferry'])
      await read("box.source = ['The Daily X', 'A, B']; box.language = []; box.openIn = 'tab'; box.limit = 3")
      expect(
        await read("return ['source', 'language', 'open-in', 'limit'].map(name => box.getAttribute(name))"),
      ).toEqual(['["The Daily X","A, B"]', null, 'tab', '3'])
      expect(await read('return box.source')).toEqual(['The Daily X', 'A, B'])
      expect(await box(page).inputValue()).toBe('ferry')
      await box(page).fill('typed')
      expect(await read('return box.q')).toBe('typed')
      await read("box.q = 'set'")
      expect(await box(page).inputValue()).toBe('set')
      await page.close()
    })

    it('takes properties that were set before its script was there', async () => {
      const page = await site.show('')
      const searches = searchesOf(page)
      // an element of a document without scripts becomes a box only where it is put
      await page.evaluate(`(() => {
        const early = document.implementation.createHTMLDocument().createElement('paragraf-search')
        Object.assign(early, { language: ['en', 'nb'], limit: 2, q: 'ferry' })
        document.querySelector('main').append(early)
      })()`)
      expect(await box(page).inputValue()).toBe('ferry')
      await box(page).focus()
      await panel(page).locator('.hit').nth(1).waitFor()
      expect(searches.at(-1)?.getAll('language')).toEqual(['en', 'nb'])
      expect(searches.at(-1)?.get('limit')).toBe('2')
      await page.close()
    })

    it('searches anew when a filter changes while it is open', async () => {
      const page = await site.show(BOX)
      const searches = searchesOf(page)
      await box(page).fill('ferry')
      await panel(page).locator('.count', { hasText: '26 articles' }).waitFor()
      await page.evaluate("document.querySelector('paragraf-search').source = ['Ferry Times']")
      await panel(page).locator('.count', { hasText: '12 articles' }).waitFor()
      expect(searches.at(-1)?.getAll('source')).toEqual(['Ferry Times'])
      await page.close()
    })

    it('is set, searched and focused by the page', async () => {
      const page = await site.show('<paragraf-search q="captain"></paragraf-search>')
      expect(await panel(page).isVisible()).toBe(false)
      await page.evaluate("document.querySelector('paragraf-search').focus()")
      await panel(page).locator('mark', { hasText: 'captain' }).waitFor()
      const found = await page.evaluate<string>(`(async box => {
        await box.search('Florida')
        return box.shadowRoot.querySelector('mark').textContent
      })(document.querySelector('paragraf-search'))`)
      expect(found).toBe('Florida')
      expect(await box(page).inputValue()).toBe('Florida')
      await page.close()
    })

    it('stands twice on a page, and each box is its own', async () => {
      const page = await site.show(
        '<paragraf-search id="one" label="One"></paragraf-search><paragraf-search id="two" label="Two" language="nb"></paragraf-search>',
      )
      await listenToBoxes(page)
      // both wait for an answer at once
      await page.evaluate(
        "Promise.all([document.querySelector('#one').search('ferry'), document.querySelector('#two').search('møte')])",
      )
      const results = (await eventsOf(page)).filter(({ type }) => type === 'paragraf-results')
      expect(Object.fromEntries(results.map(({ id, detail }) => [id, detail['q']]))).toEqual({
        one: 'ferry',
        two: 'møte',
      })
      expect(results.length).toBe(2)
      expect(await page.locator('#one .hit').count()).toBe(6)
      const languages = await attributesIn(page, '.text', 'lang', '#two')
      expect(new Set(languages)).toEqual(new Set(['nb']))
      // who goes to the other box leaves the first
      await box(page, 0).focus()
      await box(page, 1).focus()
      expect([await panel(page, 0).isVisible(), await panel(page, 1).isVisible()]).toEqual([false, true])
      await page.close()
    })

    it('runs as a module, and when its script is there twice', async () => {
      const again = `<script src="${site.service}/embed.js"></script>`
      const page = await site.show({ body: BOX + again, script: 'type="module"' })
      await box(page).fill('captain')
      await panel(page).locator('mark', { hasText: 'captain' }).waitFor()
      await page.close()
    })

    it('shows what stands in it only where no script runs', async () => {
      const body = '<paragraf-search><a href="/search">Search elsewhere</a></paragraf-search>'
      const isShown = async (javaScriptEnabled: boolean): Promise<boolean> => {
        const page = await site.show(body, { javaScriptEnabled })
        const shown = await page.locator('paragraf-search > a').isVisible()
        await page.close()
        return shown
      }
      expect(await isShown(true)).toBe(false)
      expect(await isShown(false)).toBe(true)
    })

    it('breaks no rule of the site’s content security policy, and runs without an error', () => {
      expect(site.browser.problems).toEqual([])
    })
  },
)
