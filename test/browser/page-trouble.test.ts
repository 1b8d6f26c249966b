import { createServer as createHttpServer } from 'node:http'
import type { Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import { loadConfig } from '../../src/config.ts'
import { openEngine } from '../../src/engines/open-engine.ts'
import { createApp } from '../../src/http/create-app.ts'
import { createServer } from '../../src/http/create-server.ts'
import { openNewsroom } from '../http/newsroom.ts'
import type { Draft, Newsroom } from '../http/newsroom.ts'
import { DESKTOP, HAS_CHROMIUM, listen, openPages, overflowOf, PHONE } from './page-browser.ts'
import type { ServicePages } from './page-browser.ts'

const EVIL = '<img src=x onerror="alert(1)"><script>alert(2)</script>'
const BIDI = '\u202eelttab eht\u202c \u2066isolated\u2069 \u200bzero\u200bwidth\u200d'
const ENDLESS = 'x'.repeat(5_000)

const HOSTILE: readonly Draft[] = [
  {
    id: 'hostile',
    source: `"'><${EVIL}`,
    author: [EVIL, BIDI, 'y'.repeat(300)],
    title: `${EVIL} hostileword ${BIDI} ${ENDLESS}`,
    url: 'javascript:alert(5)',
    languages: ['en'],
    paragraphs: [
      `A paragraph with hostileword and ${EVIL} and ${BIDI} and ${ENDLESS}.`,
      `“${EVIL} hostileword ${BIDI}”, said ${EVIL}.`,
    ],
  },
]

describe.skipIf(!HAS_CHROMIUM)('the page in trouble (skipped where /usr/bin/chromium is not there)', () => {
  let browser: ServicePages<Newsroom>

  beforeAll(async () => {
    browser = await openPages(options => openNewsroom(HOSTILE, options))
  })
  afterAll(() => browser.close())

  /** The same page before an engine that answers late. */
  const slowServer = (delayMs: number): Server =>
    browser.service.serverOf({
      search: {
        ...browser.service.search,
        search: async (request, control) => {
          if (request.typed !== '') await new Promise(resolve => setTimeout(resolve, delayMs))
          return browser.service.search.search(request, control)
        },
      },
    })

  describe.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('on %s', (_name, size) => {
    it('shows hostile text as text, lets nothing run, and keeps its layout', async () => {
      for (const path of [
        '/?q=hostileword',
        `/?q=${encodeURIComponent(`${EVIL} ${BIDI}`)}`,
        `/?q=hostileword&author=${encodeURIComponent(EVIL)}`,
        `/?q=${ENDLESS.slice(0, 1900)}`,
        `/check?text=${encodeURIComponent(`“${EVIL} hostileword ${BIDI}”`)}`,
      ]) {
        const page = await browser.openReady(path, size)
        expect(await page.locator('main img, main script, main iframe').count(), path).toBe(0)
        expect(await overflowOf(page), path).toBeLessThanOrEqual(0)
        await page.close()
      }
      const page = await browser.openReady('/', size)
      await page.locator('#q').fill(`hostileword ${EVIL}`)
      await page.locator('.partial, .hits, .nothing').first().waitFor()
      await page.locator('#q').fill('hostileword')
      await page.locator('mark').first().waitFor()
      expect(await page.locator('main img, main script').count()).toBe(0)
      expect(await page.locator('main').innerText()).toContain('<img src=x onerror="alert(1)">')
      // what runs backwards stays within its own element
      const direction = await page.evaluate(
        "getComputedStyle(document.querySelector('.meta .source')).unicodeBidi",
      )
      expect(direction).toBe('isolate')
      await page.locator('.hit h2 a').first().click()
      await page.waitForURL(/\/p\//)
      expect(await page.locator('main img, main script').count()).toBe(0)
      expect(await overflowOf(page)).toBeLessThanOrEqual(0)
      await page.close()
    })

    it('says calmly that something is awaited, and only after a while', async () => {
      const server = slowServer(1200)
      const page = await browser.openReady(await listen(server), size)
      await page.locator('#q').fill('ferry')
      await page.waitForURL(/q=ferry/)
      expect(await page.locator('main').getAttribute('aria-busy')).not.toBe('true')
      await expect.poll(() => page.locator('main').getAttribute('aria-busy')).toBe('true')
      expect(await page.locator('#status').innerText()).toBe('Searching …')
      // what was there stays until there is something else
      expect(await page.locator('h1').innerText()).toBe('Newest articles')
      await page.locator('mark').first().waitFor()
      expect(await page.locator('main').getAttribute('aria-busy')).toBe('false')
      await page.close()
      server.close()
    })

    it('says that the service is away, keeps the query, and finds when it is back', async () => {
      const page = await browser.openReady('/?q=Kim', size)
      await page.route('**/api/search?*', route => route.abort('connectionrefused'))
      await page.locator('#q').fill('ferry')
      await page.locator('.error').waitFor()
      expect(await page.locator('h1').innerText()).toBe('The service cannot be reached')
      expect(await page.locator('#q').inputValue()).toBe('ferry')
      await page.unroute('**/api/search?*')
      await page.getByRole('link', { name: 'Try again' }).click()
      await page.locator('mark').first().waitFor()
      await page.close()
    })
  })

  it('says that the engine is away, on the first page and while somebody types', async () => {
    const nobody = createHttpServer()
    const nowhere = await listen(nobody)
    nobody.close()
    const engine = openEngine(loadConfig({ ENGINE: 'opensearch', OPENSEARCH_URL: nowhere }), {})
    const server = createServer(
      createApp({
        engine,
        config: { searchTimeoutMs: 5_000, trustProxy: 0, corsOrigins: [] },
        logger: pino({ level: 'silent' }),
        webFolder: new URL('../../web', import.meta.url).pathname,
        scriptFolder: browser.scriptFolder,
      }),
    )
    const page = await browser.openReady(`${await listen(server)}/?q=kept&ui=de`)
    expect(await page.locator('h1').innerText()).toBe('Der Index ist nicht zu erreichen')
    expect(await page.locator('#q').inputValue()).toBe('kept')
    await page.locator('#q').fill('kept, too')
    await page.waitForURL(/q=kept%2C\+too/)
    await page.locator('.error').waitFor()
    expect(await page.locator('#q').inputValue()).toBe('kept, too')
    expect(await page.locator('main').innerText()).not.toContain('undefined')
    await page.close()
    await engine.close()
    server.close()
  })

  it('runs nothing that it was not given, and breaks no rule of its content security policy', () => {
    expect(
      browser.problems.filter(problem => !/status of (400|503)|ERR_CONNECTION_REFUSED/.test(problem)),
    ).toEqual([])
  })
})
