import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** The page in a real browser: Debian's Chromium, or the one that CHROMIUM names. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

export const HAS_CHROMIUM = existsSync(executablePath)

const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const PHONE = { viewport: { width: 375, height: 740 } } as const
export const DESKTOP = { viewport: { width: 1280, height: 800 } } as const

export type PageBrowser = {
  /** A page of its own; `path` may be a whole address. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  /** What went wrong in pages: errors, refusals of the policy, dialogs that a script opened. */
  readonly problems: string[]
  close(): Promise<void>
}

export async function openBrowser(server: Server): Promise<PageBrowser> {
  const address = await listen(server)
  const browser: Browser = await chromium.launch({ executablePath, args: QUIET })
  const problems: string[] = []
  return {
    problems,
    async open(path, options = {}) {
      const page = await browser.newPage({ locale: 'en-GB', ...DESKTOP, ...options })
      page.on('console', message => {
        if (message.type() === 'error') problems.push(`${path}: ${message.text()}`)
      })
      page.on('pageerror', error => problems.push(`${path}: ${error.message}`))
      page.on('dialog', dialog => {
        problems.push(`${path}: a script ran: ${dialog.message()}`)
        void dialog.dismiss()
      })
      await page.goto(new URL(path, address).href)
      return page
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Waits until the script of the page runs: before, links and keys do what they do without it. */
export const ready = (page: Page): Promise<void> =>
  page.waitForSelector('html[data-ready]', { state: 'attached' }).then(() => undefined)

/** What Chromium counts as having jumped, but for half a second behind a key or a click: what the cumulative layout shift is. */
export const LAYOUT_SHIFT = `new Promise(resolve => {
  let sum = 0
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 300)
})`
