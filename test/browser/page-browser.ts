import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { buildScript } from './build-script.ts'

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
  /** The same as soon as its script runs: before, links and keys do what they do without it. */
  openReady(path: string, options?: BrowserContextOptions): Promise<Page>
  /** What went wrong in pages: errors, refusals of the policy, dialogs that a script opened. */
  readonly problems: string[]
  close(): Promise<void>
}

export async function openBrowser(server: Server): Promise<PageBrowser> {
  const address = await listen(server)
  const browser = await launchChromium()
  const problems: string[] = []
  const open: PageBrowser['open'] = async (path, options = {}) => {
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
  }
  return {
    problems,
    open,
    async openReady(path, options) {
      const page = await open(path, options)
      await ready(page)
      return page
    },
    async close() {
      await browser.close()
      server.close()
    },
  }
}

type Service = { readonly server: Server; close(): Promise<void> }

/** Pages of a service that has a script, with what stands behind them. Closing closes all of it. */
export type ServicePages<Opened extends Service> = PageBrowser & {
  readonly service: Opened
  readonly scriptFolder: string
}

/** Builds the script of the page, or of the search box, and opens a browser before a service that serves it. */
export async function openPages<Opened extends Service>(
  openService: (options: { readonly scriptFolder: string }) => Promise<Opened>,
  config?: Parameters<typeof buildScript>[0],
): Promise<ServicePages<Opened>> {
  const script = await buildScript(config)
  const service = await openService({ scriptFolder: script.folder })
  const browser = await openBrowser(service.server)
  return {
    ...browser,
    service,
    scriptFolder: script.folder,
    async close() {
      await browser.close()
      await service.close()
      script.remove()
    },
  }
}

export const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath, args: QUIET })

export async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Waits until the script of the page runs: before, links and keys do what they do without it. */
export const ready = (page: Page): Promise<void> =>
  page.waitForSelector('html[data-ready]', { state: 'attached' }).then(() => undefined)

/** Parameters of each search that the page asks the API for from now on. */
export function searchesOf(page: Page): URLSearchParams[] {
  const searches: URLSearchParams[] = []
  page.on('request', request => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/api/search') searches.push(searchParams)
  })
  return searches
}

/** By how many pixels a page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** What Chromium counts as having jumped, but for half a second behind a key or a click: what the cumulative layout shift is. */
export const LAYOUT_SHIFT = `new Promise(resolve => {
  let sum = 0
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => resolve(sum), 300)
})`
