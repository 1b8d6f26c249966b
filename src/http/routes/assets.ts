import express, { Router } from 'express'
import type { RequestHandler } from 'express'
import { onlyMethods } from '../error-handler.ts'
import { ASSETS_PATH } from '../page-script.ts'

const ASSETS = ['style.css', 'icon.svg'] as const
/** Bundled files have the hash of what is in them in their name, but in development. */
const HASHED = /-[\w-]{8}\.js$/u

export type AssetFolders = {
  /** Where `style.css` and its like lie. */
  readonly webFolder: string
  /** Where the bundled scripts lie. */
  readonly scriptFolder?: string | undefined
}

/** The few files that pages link to. */
export function assetsRoute({ webFolder, scriptFolder }: AssetFolders): Router {
  const router = Router()
  // revalidated by weak ETags, so that a new version of the service shows at once
  const files = filesOf(webFolder, () => 'no-cache')
  for (const name of ASSETS) router.route(`/${name}`).get(files).all(onlyMethods('GET', 'HEAD'))
  if (scriptFolder !== undefined) {
    const scripts = filesOf(scriptFolder, path =>
      HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    )
    router.get(`${ASSETS_PATH}/:name.js`, (req, res, next) => {
      req.url = `/${req.params.name}.js`
      scripts(req, res, next)
    })
    router.all(`${ASSETS_PATH}/:name.js`, onlyMethods('GET', 'HEAD'))
  }
  return router
}

const filesOf = (folder: string, cacheControl: (path: string) => string): RequestHandler =>
  express.static(folder, {
    index: false,
    redirect: false,
    cacheControl: false,
    setHeaders: (res, path) => res.setHeader('Cache-Control', cacheControl(path)),
  })
