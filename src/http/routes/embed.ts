import express, { Router } from 'express'
import type { RequestHandler, Response } from 'express'
import { onlyMethods } from '../error-handler.ts'

/** The address that other sites name in their pages: it never changes, what is there does. */
const SCRIPT = 'embed.js'
const SCRIPT_CACHE = 'public, max-age=300'

/** For who writes pages that hold the box, and a page that shows it in use: addresses and their files. */
const TYPES = { 'embed.d.ts': 'types/embed.d.ts', 'embed-react.d.ts': 'types/embed-react.d.ts' } as const
const DEMO = {
  'embed-demo.html': 'demo/demo.html',
  'embed-demo.css': 'demo/demo.css',
  'embed-demo.js': 'demo/demo.js',
} as const
/** As strict as a site can be: it names the scripts it runs, and who may make markup of text. */
const DEMO_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types paragraf',
].join('; ')

export type EmbedFolders = {
  /** Where the demo and the type declarations lie. */
  readonly embedFolder: string
  /** Where vite has put the script of the box; without it there is none. */
  readonly scriptFolder?: string | undefined
}

/** The search box for pages of other sites: its script may be loaded from anywhere. */
export function embedRoute({ embedFolder, scriptFolder }: EmbedFolders): Router {
  const router = Router()
  const readOnly = onlyMethods('GET', 'HEAD')
  if (scriptFolder !== undefined) {
    const script = fileIn(scriptFolder, SCRIPT, res => {
      forEveryOrigin(res)
      res.set('Cache-Control', SCRIPT_CACHE)
    })
    router.route(`/${SCRIPT}`).get(script).all(readOnly)
  }
  for (const [address, file] of Object.entries(TYPES)) {
    // elsewhere .ts is a film
    const types = fileIn(embedFolder, file, res => res.type('text/plain'))
    router.route(`/${address}`).get(types).all(readOnly)
  }
  for (const [address, file] of Object.entries(DEMO)) {
    const part = fileIn(embedFolder, file, res => res.set('Content-Security-Policy', DEMO_POLICY))
    router.route(`/${address}`).get(part).all(readOnly)
  }
  return router
}

/** As a script of a page (CORP), and where it is asked for by `fetch` or as a module (CORS). */
function forEveryOrigin(res: Response): void {
  res.set('Cross-Origin-Resource-Policy', 'cross-origin')
  res.set('Access-Control-Allow-Origin', '*')
}

/** One file of a folder, revalidated by its ETag; goes on where it is missing. */
function fileIn(
  folder: string,
  file: string,
  setHeaders: (res: Response) => void = () => {},
): RequestHandler {
  const files = express.static(folder, { index: false, redirect: false, cacheControl: false, setHeaders })
  return (req, res, next) => {
    req.url = `/${file}`
    files(req, res, next)
  }
}
