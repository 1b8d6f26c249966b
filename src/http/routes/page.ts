import { Router } from 'express'
import type { Note } from '../../search/notes.ts'
import type { Search } from '../../search/search.ts'
import { answerPage } from '../answer-page.ts'
import type { PageOptions } from '../answer-page.ts'
import { onlyMethods } from '../error-handler.ts'
import { parsePage, requestOf } from '../page-request.ts'
import { repairsOf, testRepairs } from '../../../web/state/repairs.ts'
import { searchPage } from '../../../web/views/search-page.ts'

/** The search page, rendered here: it needs no script. */
export function pageRoute(search: Search, options: PageOptions): Router {
  const page = answerPage(options, async (req, { reader, ...control }) => {
    const { query, request, unknown } = parsePage(req)
    const answer = await search.search(request, control)
    const offers = await testRepairs(repairsOf(query, answer), async repaired => {
      // one that could not be tried is not offered
      const tried = await search.search({ ...requestOf(repaired), limit: 1 }, control).catch(() => undefined)
      return tried?.total
    })
    return searchPage({ query, answer, offers, reader, notes: unknown.map(ignoredParameter) })
  })
  const router = Router()
  router.route('/').get(page).all(onlyMethods('GET', 'HEAD'))
  return router
}

const ignoredParameter = (name: string): Note => ({
  code: 'unknown_parameter',
  message: `“${name.slice(0, 40)}” in the address means nothing here and was ignored.`,
  about: name.slice(0, 40),
})
