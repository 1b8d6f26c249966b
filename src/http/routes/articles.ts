import { Router } from 'express'
import { z } from 'zod'
import type { Search } from '../../search/search.ts'
import { answerJson } from '../answer-json.ts'
import type { Deadline } from '../deadline.ts'
import { onlyMethods } from '../error-handler.ts'
import { parseParameters } from '../parameters.ts'

const NoParameters = z.strictObject({})

export function articlesRoute(search: Search, deadline: Deadline): Router {
  const answer = answerJson<{ id: string }>(deadline, req => {
    parseParameters(req, NoParameters)
    return search.article(req.params.id)
  })
  const router = Router()
  router.route('/api/articles/:id').get(answer).all(onlyMethods('GET', 'HEAD'))
  return router
}
