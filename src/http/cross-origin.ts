import cors from 'cors'
import type { Request, RequestHandler } from 'express'

/** `*`: pages of every site; else the origins of those that are let in. */
export type AllowedOrigins = '*' | readonly string[]

/** How long browsers may remember that they are let in, seconds. */
const REMEMBERED_S = 600

/** The only reading that needs a body. */
const CHECK = /^\/quotes\/check(?:\/batch)?\/?$/

/**
 * Lets pages of other origins read the API, below whose path it is mounted: what is asked by GET, and the check. Whatever
 * writes is never answered to them. No cookie and no password is ever asked for, so a page learns nothing that its reader
 * alone may know.
 */
export function crossOrigin(origins: AllowedOrigins): RequestHandler {
  return cors<Request>((req, done) => {
    done(null, {
      origin: origins === '*' ? '*' : [...origins],
      methods: CHECK.test(req.path) ? ['POST'] : ['GET', 'HEAD'],
      allowedHeaders: ['Content-Type'],
      exposedHeaders: ['Retry-After', 'X-Request-Id'],
      maxAge: REMEMBERED_S,
      // the route itself answers OPTIONS, so that what is not there stays a 404
      preflightContinue: true,
    })
  })
}
