import { Router } from 'express'
import { z } from 'zod'
import type { Search } from '../../search/search.ts'
import { answerJson } from '../answer-json.ts'
import type { Deadline } from '../deadline.ts'
import { onlyMethods } from '../error-handler.ts'
import { parseParameters, wholeNumber } from '../parameters.ts'

const ParagraphParameters = z.strictObject({ context: wholeNumber({ from: 0, to: 20, fallback: 0 }) })

export function paragraphsRoute(search: Search, deadline: Deadline): Router {
  const answer = answerJson<{ id: string }>(deadline, req => {
    const { context } = parseParameters(req, ParagraphParameters)
    return search.paragraph(req.params.id, context)
  })
  const router = Router()
  router.route('/api/paragraphs/:id').get(answer).all(onlyMethods('GET', 'HEAD'))
  return router
}
