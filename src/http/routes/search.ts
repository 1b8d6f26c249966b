import { Router } from 'express'
import type { Search } from '../../search/search.ts'
import { answerJson } from '../answer-json.ts'
import type { Deadline } from '../deadline.ts'
import { onlyMethods } from '../error-handler.ts'
import { parseParameters } from '../parameters.ts'
import { SearchParameters, toSearchRequest } from '../search-parameters.ts'

export function searchRoute(search: Search, deadline: Deadline): Router {
  const answer = answerJson(deadline, (req, control) => {
    const request = toSearchRequest(parseParameters(req, SearchParameters))
    return search.search(request, control)
  })
  const router = Router()
  router.route('/api/search').get(answer).all(onlyMethods('GET', 'HEAD'))
  return router
}
