import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openNewsroom } from '../http/newsroom.ts'
import type { Draft, Newsroom } from '../http/newsroom.ts'
import { buildScript } from './build-script.ts'
import { listen, openBrowser } from './page-browser.ts'
import type { PageBrowser } from './page-browser.ts'

export type SitePage = {
  /** Inside of the body. */
  readonly body: string
  /** As a file of the site: its policy allows no other. */
  readonly css?: string
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
  /** Attributes of the script's element besides its address. */
  readonly script?: string
  /** Whose script and API the page uses, and may use; default the service that lets the site in. */
  readonly service?: string
  readonly connect?: string
}

/** A site of somebody else, on an origin of its own and as strict as a site can be, before a newsroom. */
export type ForeignSite = {
  readonly newsroom: Newsroom
  readonly browser: PageBrowser
  /** Origins. The service lets the site in; the closed one lets nobody in. */
  readonly site: string
  readonly service: string
  readonly closedService: string
  /** The same newsroom behind another server, until the site closes. */
  serve(options: Omit<Parameters<Newsroom['serverOf']>[0], 'corsOrigins'>): Promise<string>
  show(page: SitePage | string, options?: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

export async function openForeignSite(more: readonly Draft[] = []): Promise<ForeignSite> {
  const script = await buildScript('vite.embed.config.ts')
  const newsroom = await openNewsroom(more, { scriptFolder: script.folder })
  const servers: Server[] = []
  const started = async (server: Server): Promise<string> => {
    servers.push(server)
    return listen(server)
  }
  let shown: SitePage = { body: '' }
  const siteServer = createServer((req, res) => {
    if (req.url === '/site.css') {
      res.setHeader('Content-Type', 'text/css')
      res.end(shown.css)
      return
    }
    res.setHeader('Content-Type', 'text/html; charset=utf-8')
    res.setHeader('Content-Security-Policy', policyOf(shown, service))
    res.end(documentOf(shown, service))
  })
  const browser = await openBrowser(siteServer)
  const { port } = siteServer.address() as { readonly port: number }
  const site = `http://127.0.0.1:${port}`
  const service = await started(newsroom.serverOf({ corsOrigins: [site] }))
  const closedService = await started(newsroom.serverOf({}))
  return {
    newsroom,
    browser,
    site,
    service,
    closedService,
    serve: options => started(newsroom.serverOf({ ...options, corsOrigins: [site] })),
    async show(page, options) {
      shown = typeof page === 'string' ? { body: page } : page
      const opened = await browser.open(site, options)
      if (options?.javaScriptEnabled !== false)
        await opened.evaluate("customElements.whenDefined('paragraf-search').then(() => {})")
      return opened
    },
    async close() {
      await browser.close()
      for (const server of servers) server.close()
      await newsroom.close()
      script.remove()
    },
  }
}

const policyOf = (page: SitePage, service: string): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    `script-src ${page.service ?? service}`,
    `connect-src ${page.connect ?? page.service ?? service}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types paragraf',
  ].join('; ')

const documentOf = ({ body, css, lang = 'en', dir = 'ltr', script = '', service }: SitePage, own: string) =>
  `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><title>The Town Crier</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  ${css === undefined ? '' : '<link rel="stylesheet" href="/site.css">'}
  <script async src="${service ?? own}/embed.js" ${script}></script></head>
  <body><main><h1>The Town Crier</h1>${body}</main></body></html>`

/** Remembers every event of the boxes of a page from now on; `eventsOf` reads them. */
export const listenToBoxes = (page: Page): Promise<unknown> =>
  page.evaluate(`globalThis.boxEvents = []
    for (const name of ['paragraf-search', 'paragraf-results', 'paragraf-select', 'paragraf-error'])
      document.addEventListener(name, ({ type, target, detail }) => globalThis.boxEvents.push({ type, id: target.id, detail }))`)

export type BoxEvent = {
  readonly type: string
  readonly id: string
  readonly detail: Record<string, unknown>
}

export const eventsOf = (page: Page): Promise<BoxEvent[]> => page.evaluate('globalThis.boxEvents')

/** What has the focus, through all shadow trees: the id of the element. */
export const focusOf = (page: Page): Promise<string> =>
  page.evaluate(`(() => {
    let element = document.activeElement
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
    return element?.id ?? ''
  })()`)

/** An attribute of all elements in the box with that id, or in the first one. */
export const attributesIn = (page: Page, selector: string, name: string, box = 'paragraf-search') =>
  page.evaluate<string[]>(
    `[...document.querySelector('${box}').shadowRoot.querySelectorAll('${selector}')].map(one => one.getAttribute('${name}'))`,
  )
