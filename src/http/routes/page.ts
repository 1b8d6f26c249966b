import { Router } from 'express'
import type { Note } from '../../search/notes.ts'
import type { Search } from '../../search/search.ts'
import { answerPage } from '../answer-page.ts'
import type { PageOptions } from '../answer-page.ts'
import { onlyMethods } from '../error-handler.ts'
import { parsePage } from '../page-request.ts'
import { searchPage } from '../../../web/views/search-page.ts'

/** The search page, rendered here: it needs no script. */
export function pageRoute(search: Search, options: PageOptions): Router {
  const page = answerPage(options, async (req, { reader, ...control }) => {
    const { query, request, unknown } = parsePage(req)
    const answer = await search.search(request, control)
    return searchPage({ query, answer, reader, notes: unknown.map(ignoredParameter) })
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
