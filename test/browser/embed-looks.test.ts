import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Draft } from '../http/newsroom.ts'
import { openForeignSite } from './foreign-site.ts'
import type { ForeignSite } from './foreign-site.ts'
import { DESKTOP, HAS_CHROMIUM, LAYOUT_SHIFT, PHONE, overflowOf } from './page-browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RUN_AXE = `axe.run(document, { rules: { 'target-size': { enabled: true } } }).then(({ violations }) =>
  violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })) })))`

/** What the demo finds. */
const SAID: Draft = {
  id: 'lamps',
  source: 'The Quayside Post',
  title: 'A night without lamps',
  languages: ['en'],
  paragraphs: ['“We lit every lantern on the quay,” said the harbour master, Petra Lundmoor.'],
}

const BOX = '<paragraf-search></paragraf-search>'
/** Of the box’s own tree. */
const within = (expression: string): string =>
  `(box => ${expression})(document.querySelector('paragraf-search').shadowRoot)`

describe.skipIf(!HAS_CHROMIUM)(
  'the looks of <paragraf-search> (skipped where /usr/bin/chromium is not there)',
  () => {
    let site: ForeignSite
    beforeAll(async () => {
      site = await openForeignSite([SAID])
    })
    afterAll(() => site.close())

    const box = (page: Page) => page.getByRole('searchbox').first()
    const styleOf = (page: Page, selector: string, property: string): Promise<string> =>
      page.evaluate(within(`getComputedStyle(box.querySelector('${selector}')).${property}`))

    async function find(page: Page, typed = 'ferry'): Promise<void> {
      await box(page).fill(typed)
      await page.locator('#panel:not([hidden]) :is(mark, .nothing, .problem)').first().waitFor()
    }

    describe.each([
      ['light, on a desktop', { colorScheme: 'light', ...DESKTOP }],
      ['dark, on a phone', { colorScheme: 'dark', ...PHONE }],
    ] as const)('%s', (_name, options) => {
      it.each([
        ['before anything was typed', 'en', ''],
        ['with results', 'en', 'ferry'],
        ['with quotes and parts of the words', 'en', 'direct talks xylophone'],
        ['with nothing found', 'en', 'xylophone'],
        ['with a problem', 'en', 'word '.repeat(2_000)],
        ['in Arabic', 'ar', 'المدير'],
      ])('has no violation that axe finds, %s', async (_state, lang, typed) => {
        const page = await site.show(
          {
            body: `<p><label>Name <input></label></p>${BOX}<paragraf-search label="Another one"></paragraf-search>`,
            lang,
            dir: lang === 'ar' ? 'rtl' : 'ltr',
            css: ':root { color-scheme: light dark }',
          },
          options,
        )
        if (typed !== '') await find(page, typed)
        await page.evaluate(axe)
        expect(await page.evaluate(RUN_AXE)).toEqual([])
        await page.close()
      })
    })

    it('follows the colour scheme of its page, not of the system', async () => {
      const grounds: Record<string, string> = {}
      for (const [name, css] of [
        ['both', ':root { color-scheme: light dark }'],
        ['light only', ''],
        ['dark only', ':root { color-scheme: dark }'],
      ] as const) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const page = await site.show({ body: BOX, css }, { colorScheme })
          grounds[`${name}, ${colorScheme}`] = await styleOf(page, 'input', 'backgroundColor')
          await page.close()
        }
      }
      const light = 'rgb(255, 255, 255)'
      const dark = grounds['both, dark']
      expect(dark).not.toBe(light)
      expect(grounds).toEqual({
        'both, light': light,
        'both, dark': dark,
        'light only, light': light,
        'light only, dark': light,
        'dark only, light': dark,
        'dark only, dark': dark,
      })
    })

    it('takes custom properties and parts from the page, each box its own', async () => {
      const page = await site.show({
        body: '<paragraf-search class="own"></paragraf-search><paragraf-search label="Plain"></paragraf-search>',
        css: `body { font-family: monospace }
          .own { --paragraf-accent: rgb(1, 2, 3); --paragraf-mark: rgb(4, 5, 6); --paragraf-radius: 9px }
          .own::part(input) { letter-spacing: 3px }
          .own::part(match) { text-decoration: underline }
          .own::part(meta) { text-transform: uppercase }`,
      })
      await find(page)
      const styles = {
        button: await styleOf(page, 'button', 'backgroundColor'),
        title: await styleOf(page, '.to', 'color'),
        mark: await styleOf(page, 'mark', 'backgroundColor'),
        radius: await styleOf(page, '.panel', 'borderTopLeftRadius'),
        input: await styleOf(page, 'input', 'letterSpacing'),
        match: await styleOf(page, 'mark', 'textDecorationLine'),
        meta: await styleOf(page, '.meta', 'textTransform'),
        font: await styleOf(page, 'input', 'fontFamily'),
      }
      expect(styles).toEqual({
        button: 'rgb(1, 2, 3)',
        title: 'rgb(1, 2, 3)',
        mark: 'rgb(4, 5, 6)',
        radius: '9px',
        input: '3px',
        match: 'underline',
        meta: 'uppercase',
        font: 'monospace',
      })
      const plain = await page.evaluate(
        "getComputedStyle(document.querySelectorAll('paragraf-search')[1].shadowRoot.querySelector('button')).backgroundColor",
      )
      expect(plain).not.toBe('rgb(1, 2, 3)')
      await page.close()
    })

    it('is not touched by the styles of the page', async () => {
      const page = await site.show({
        body: BOX,
        css: '* { color: red !important } p, li, a, input { padding: 77px; float: right; display: none }',
      })
      await find(page)
      expect(await styleOf(page, '.count', 'color')).not.toBe('rgb(255, 0, 0)')
      expect(await styleOf(page, '.count', 'paddingLeft')).not.toBe('77px')
      await page.close()
    })

    it.each([
      ['at the left', 'float: left; width: 9rem'],
      ['at the right', 'float: right; width: 9rem'],
      ['in the middle', 'margin: 0 auto; width: 9rem'],
      ['as wide as the page', ''],
    ])('keeps what was found within the window, %s', async (_place, css) => {
      const page = await site.show({ body: BOX, css: `paragraf-search { ${css} }` })
      for (const [width, dir] of [
        [320, 'ltr'],
        [320, 'rtl'],
        [375, 'ltr'],
        [1280, 'ltr'],
        [2560, 'rtl'],
      ] as const) {
        await page.setViewportSize({ width, height: 700 })
        await page.evaluate(`document.documentElement.dir = '${dir}'`)
        await box(page).fill('')
        await find(page)
        const { left, right } = await page.evaluate<{ left: number; right: number }>(
          within(
            "(({ left, right }) => ({ left, right }))(box.querySelector('#panel').getBoundingClientRect())",
          ),
        )
        const where = `${width} ${dir}`
        expect(left, where).toBeGreaterThanOrEqual(0)
        expect(right, where).toBeLessThanOrEqual(width)
        expect(right - left, where).toBeGreaterThanOrEqual(300)
        expect(await overflowOf(page), where).toBeLessThanOrEqual(0)
      }
      await page.close()
    })

    it('moves nothing of the page', async () => {
      const page = await site.show(`${BOX}<p>${'The town is quiet. '.repeat(40)}</p>`)
      await find(page)
      await find(page, 'captain')
      expect(await page.evaluate<number>(LAYOUT_SHIFT)).toBeLessThanOrEqual(0.02)
      await page.close()
    })

    it('is written from right to left where its language is, and each text in its own direction', async () => {
      const page = await site.show(
        { body: '<p id="x">–</p><paragraf-search ui="ar"></paragraf-search>' },
        PHONE,
      )
      await find(page, 'Pyongyang')
      expect(await styleOf(page, '.box', 'direction')).toBe('rtl')
      expect(await styleOf(page, 'mark', 'direction')).toBe('ltr')
      expect(await page.locator('.count').innerText()).toMatch(/فقر|فقرتان/)
      const [button, input] = await page.evaluate<[number, number]>(
        within("['button', 'input'].map(name => box.querySelector(name).getBoundingClientRect().left)"),
      )
      expect(button).toBeLessThan(input)
      await page.close()
    })

    it('speaks the language of the text around it, as it is told, or of the browser', async () => {
      const label = (page: Page): Promise<string | null> =>
        page.getByRole('searchbox').getAttribute('placeholder')
      for (const [lang, ui, locale, expected] of [
        ['de-AT', '', 'fr-FR', 'Wörter oder eine „Wortfolge“'],
        ['nn', '', 'fr-FR', 'Ord, eller en «frase»'],
        ['de', 'es', 'fr-FR', 'Palabras, o una «frase»'],
        ['ja', '', 'es-MX', 'Palabras, o una «frase»'],
        ['', 'klingon', 'ja-JP', 'Words, or a “phrase”'],
      ] as const) {
        const page = await site.show(
          { body: `<paragraf-search ui="${ui}"></paragraf-search>`, lang },
          { locale },
        )
        expect(await label(page), `${lang} ${ui} ${locale}`).toBe(expected)
        await page.close()
      }
    })

    it('does not move where movement is not wanted', async () => {
      for (const [reducedMotion, expected] of [
        ['reduce', 'none'],
        ['no-preference', 'opacity'],
      ] as const) {
        const page = await site.show(BOX, { reducedMotion })
        await find(page)
        await page.route('**/api/search*', () => {})
        await box(page).fill('captain')
        await page.locator('#panel[aria-busy=true]').waitFor()
        expect(await styleOf(page, '.hits', 'transitionProperty'), reducedMotion).toBe(expected)
        await page.close()
      }
    })

    it.each(['light', 'dark'] as const)(
      'is shown in use on a site of its own style, %s',
      async colorScheme => {
        const page = await site.browser.open(`${site.service}/embed-demo.html`, { colorScheme })
        await page.getByRole('searchbox', { name: 'Search what people said' }).fill('lantern')
        const found = page.locator('.voices a[data-hit]').first()
        await found.waitFor()
        await page.evaluate(axe)
        expect(await page.evaluate(RUN_AXE)).toEqual([])
        await found.click()
        expect(await page.locator('figure').innerText()).toContain('We lit every lantern on the quay')
        expect(await page.locator('figcaption').innerText()).toBe('Petra Lundmoor, The Quayside Post')
        await page.getByRole('searchbox', { name: 'Search the newspaper archive' }).fill('ferry')
        await page.locator('header mark').first().waitFor()
        expect(await page.evaluate(RUN_AXE)).toEqual([])
        // also when the window changes while something is open
        for (const width of [320, 375, 1280]) {
          await page.setViewportSize({ width, height: 800 })
          await expect.poll(() => overflowOf(page), { message: String(width) }).toBeLessThanOrEqual(0)
        }
        await page.close()
      },
    )

    it('breaks no rule of any page', () => {
      expect(site.browser.problems.filter(one => !/status of 400/.test(one))).toEqual([])
    })
  },
)
