import { createServer as createHttpServer } from 'node:http'
import type { Page } from 'playwright-core'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadConfig } from '../../src/config.ts'
import { openEngine } from '../../src/engines/open-engine.ts'
import { createApp } from '../../src/http/create-app.ts'
import { createServer } from '../../src/http/create-server.ts'
import type { Draft } from '../http/newsroom.ts'
import { eventsOf, listenToBoxes, openForeignSite } from './foreign-site.ts'
import type { ForeignSite } from './foreign-site.ts'
import { DESKTOP, HAS_CHROMIUM, listen, overflowOf, PHONE } from './page-browser.ts'

const BOX = '<paragraf-search></paragraf-search>'
const EVIL = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
const BIDI = '\u202eelttab eht\u202c \u2066isolated\u2069 \u200bzero\u200bwidth\u200d'
const ENDLESS = 'x'.repeat(5_000)

const HOSTILE: Draft = {
  id: 'hostile',
  source: `"'><${EVIL} ${ENDLESS}`,
  author: [EVIL],
  title: `${EVIL} a title ${BIDI} ${ENDLESS}`,
  url: 'javascript:alert(5)',
  languages: ['en'],
  paragraphs: [
    `A paragraph with hostileword and ${EVIL} and ${BIDI} and ${ENDLESS}.`,
    `“${EVIL} hostileword ${BIDI}”, said ${EVIL}.`,
  ],
}

describe.skipIf(!HAS_CHROMIUM)(
  '<paragraf-search> in trouble (skipped where /usr/bin/chromium is not there)',
  () => {
    let site: ForeignSite
    beforeAll(async () => {
      site = await openForeignSite([HOSTILE])
    })
    afterAll(() => site.close())

    const box = (page: Page) => page.getByRole('searchbox')
    const problem = (page: Page) => page.locator('.problem')
    const mark = (page: Page) => page.locator('mark').first()

    /** Types, and reads what the box and its event say about what went wrong. */
    async function fail(page: Page, typed: string): Promise<{ said: string; code: unknown; hint: unknown }> {
      await listenToBoxes(page)
      await box(page).fill(typed)
      await problem(page).waitFor()
      expect(await box(page).inputValue()).toBe(typed)
      const [event] = (await eventsOf(page)).filter(({ type }) => type === 'paragraf-error')
      const said = await problem(page).innerText()
      // screen readers hear what went wrong, too
      expect(said).toContain(await page.locator('#status').innerText())
      return { said, code: event?.detail['code'], hint: event?.detail['hint'] }
    }

    it('says that the service does not let the site in, and to whom it must be told', async () => {
      const page = await site.show({ body: BOX, service: site.closedService })
      const { said, code, hint } = await fail(page, 'ferry')
      expect(said).toContain('The search service does not answer this site')
      expect(code).toBe('cross_origin_refused')
      expect(hint).toBe(`Add ${site.site} to CORS_ORIGINS of the service.`)
      await page.close()
    })

    it('says that the site itself forbids the connection', async () => {
      const page = await site.show({ body: BOX, connect: "'self'" })
      const { said, code, hint } = await fail(page, 'ferry')
      expect(said).toContain('This site does not allow connections to the search service')
      expect(code).toBe('blocked_by_page')
      expect(hint).toContain(`Add ${site.service} to connect-src`)
      await page.close()
    })

    it('says that the service is away, keeps the query, and finds when it is back', async () => {
      const page = await site.show(BOX, PHONE)
      await page.route(`${site.service}/**`, route => route.abort('connectionrefused'))
      const { said, code } = await fail(page, 'ferry')
      expect(said).toContain('The service cannot be reached')
      expect(code).toBe('offline')
      await page.unroute(`${site.service}/**`)
      await page.getByRole('button', { name: 'Try again' }).click()
      await mark(page).waitFor()
      expect(await problem(page).count()).toBe(0)
      await page.close()
    })

    it('says that something between it and the service failed, and does not blame the site', async () => {
      // a proxy, which knows nothing of origins
      const proxy = createHttpServer((_req, res) => res.writeHead(502).end('Bad Gateway'))
      const endpoint = await listen(proxy)
      const page = await site.show({
        body: `<paragraf-search endpoint="${endpoint}"></paragraf-search>`,
        connect: endpoint,
      })
      expect((await fail(page, 'ferry')).code).toBe('offline')
      proxy.close()
      await page.close()
    })

    it('says that the engine is away', async () => {
      const nobody = createHttpServer()
      const nowhere = await listen(nobody)
      nobody.close()
      const engine = openEngine(loadConfig({ ENGINE: 'opensearch', OPENSEARCH_URL: nowhere }), {})
      const server = createServer(
        createApp({
          engine,
          config: { searchTimeoutMs: 5_000, trustProxy: 0, corsOrigins: [site.site] },
          logger: pino({ level: 'silent' }),
          webFolder: new URL('../../web', import.meta.url).pathname,
        }),
      )
      const service = await listen(server)
      const page = await site.show({
        body: `<paragraf-search endpoint="${service}" ui="de"></paragraf-search>`,
        connect: service,
      })
      const { said, code } = await fail(page, 'Fähre')
      expect(said).toContain('Der Index ist nicht zu erreichen')
      expect(code).toBe('engine_unreachable')
      await page.close()
      await engine.close()
      server.close()
    })

    it('says that the engine took too long', async () => {
      const service = await site.serve({
        searchTimeoutMs: 300,
        search: { ...site.newsroom.search, search: () => new Promise(() => {}) },
      })
      const page = await site.show({ body: BOX, service })
      const { said, code } = await fail(page, 'ferry')
      expect(said).toContain('The index took too long')
      expect(code).toBe('deadline_exceeded')
      await page.close()
    })

    it('says calmly that it is searching, and only after a while', async () => {
      const { search } = site.newsroom
      let answerAll = (): void => {}
      const service = await site.serve({
        search: {
          ...search,
          search: async (request, control) => {
            await new Promise<void>(resolve => void (answerAll = resolve))
            return search.search(request, control)
          },
        },
      })
      const page = await site.show({ body: BOX, service })
      const panel = page.locator('#panel')
      await page.clock.install()
      await page.clock.pauseAt(Date.now() + 60_000)
      const asked = page.waitForRequest(/\/api\/search/)
      await box(page).fill('ferry')
      await page.clock.runFor(140)
      await asked
      await page.clock.runFor(140)
      expect(await panel.isVisible()).toBe(false)
      await page.clock.runFor(200)
      expect(await panel.innerText()).toBe('Searching …')
      expect(await page.locator('#status').innerText()).toBe('Searching …')
      await page.clock.resume()
      answerAll()
      await mark(page).waitFor()
      expect(await panel.getAttribute('aria-busy')).toBe('false')
      // what was found stays until there is something else
      await box(page).fill('captain')
      await page.locator('#panel[aria-busy=true]').waitFor()
      expect(await mark(page).innerText()).toMatch(/ferry/i)
      answerAll()
      await page.locator('mark', { hasText: 'captain' }).waitFor()
      await page.close()
    })

    it('says that a query is too long, and that a filter is none', async () => {
      const page = await site.show(BOX)
      const { said, code } = await fail(page, 'word '.repeat(2_000).trim())
      expect(code).toBe('query_too_long')
      expect(said).toContain('This cannot be searched')
      await page.close()
      const other = await site.show('<paragraf-search language="klingon"></paragraf-search>')
      expect((await fail(other, 'ferry')).said).toContain('klingon')
      await other.close()
    })

    it('says that nobody told it where the service is', async () => {
      const page = await site.show('<paragraf-search endpoint="javascript:alert(1)"></paragraf-search>')
      const { code, hint } = await fail(page, 'ferry')
      expect(code).toBe('invalid_endpoint')
      expect(hint).toContain('Set endpoint')
      await page.close()
    })

    it('says what was searched where nothing was found, and leads to the page, which knows more', async () => {
      const page = await site.show(BOX)
      await box(page).fill('“ferry xylophone')
      await page.locator('.nothing').waitFor()
      expect(await page.locator('#panel').innerText()).toContain('ferry xylophone')
      expect(await page.locator('.notes').innerText()).toContain('is not closed')
      await page.getByRole('link', { name: 'To the search page' }).click()
      await page.waitForURL(/q=%E2%80%9Cferry\+xylophone/)
      await page.close()
    })

    describe.each([
      ['a phone', PHONE],
      ['a desktop', DESKTOP],
    ])('on %s', (_name, size) => {
      it('shows hostile text as text, lets nothing run, and keeps the layout of the page', async () => {
        const page = await site.show(BOX, size)
        for (const typed of [
          'hostileword',
          `hostileword ${EVIL}`,
          `${EVIL} ${BIDI}`,
          ENDLESS.slice(0, 1900),
        ]) {
          await box(page).fill(typed)
          await page.locator('#panel:not([hidden])').waitFor()
          await page.waitForFunction(
            "document.querySelector('paragraf-search').shadowRoot.querySelector('#panel[aria-busy=false]')",
          )
          expect(await page.locator('#panel :is(img, script, iframe)').count(), typed).toBe(0)
          expect(await overflowOf(page), typed).toBeLessThanOrEqual(0)
          const [inner, outer] = await page.evaluate<[number, number]>(
            "(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.querySelector('paragraf-search').shadowRoot.querySelector('#panel'))",
          )
          expect(inner, typed).toBeLessThanOrEqual(outer)
        }
        await box(page).fill('hostileword')
        await mark(page).waitFor()
        expect(await page.locator('#panel').innerText()).toContain('<img src=x onerror="alert(1)">')
        // what runs backwards stays within its own element
        const isolation = await page.evaluate(
          "getComputedStyle(document.querySelector('paragraf-search').shadowRoot.querySelector('.source')).unicodeBidi",
        )
        expect(isolation).toBe('isolate')
        await page.close()
      })
    })

    it('runs nothing that it was not given, and breaks no rule but where a site forbids the search itself', () => {
      const expected =
        /status of (400|502|503|504)|ERR_CONNECTION_REFUSED|ERR_FAILED|blocked by CORS policy|Content Security Policy directive: "connect-src 'self'"/
      // Chromium says once more that a connection was refused by connect-src
      const others = site.browser.problems.filter(
        one =>
          !expected.test(one) &&
          !/Refused to connect|violates the document's Content Security Policy/.test(one),
      )
      expect(others).toEqual([])
    })
  },
)
