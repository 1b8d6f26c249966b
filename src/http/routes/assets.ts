import express, { Router } from 'express'
import { onlyMethods } from '../error-handler.ts'

const ASSETS = ['style.css', 'icon.svg'] as const

/** The few files that pages link to. Revalidated by weak ETags, so that a new version of the service shows at once. */
export function assetsRoute(webFolder: string): Router {
  const files = express.static(webFolder, { index: false, redirect: false, cacheControl: false })
  const router = Router()
  for (const name of ASSETS) {
    router
      .route(`/${name}`)
      .get((_req, res, next) => {
        res.set('Cache-Control', 'no-cache')
        next()
      }, files)
      .all(onlyMethods('GET', 'HEAD'))
  }
  return router
}
