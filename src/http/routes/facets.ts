import { Router } from 'express'
import { z } from 'zod'
import { FACET_NAMES } from '../../domain/query.ts'
import type { FacetName } from '../../domain/query.ts'
import { AppError } from '../../errors.ts'
import type { Search } from '../../search/search.ts'
import { answerJson } from '../answer-json.ts'
import type { Deadline } from '../deadline.ts'
import { onlyMethods } from '../error-handler.ts'
import { FILTER_PARAMETERS, namePrefix, parseParameters, toFilters } from '../parameters.ts'

const FacetParameters = z.strictObject({
  /** How the value's name begins. */
  q: namePrefix.default(''),
  ...FILTER_PARAMETERS,
})

export function facetsRoute(search: Search, deadline: Deadline): Router {
  const answer = answerJson<{ name: string }>(deadline, req => {
    const name = parseFacetName(req.params.name)
    const parameters = parseParameters(req, FacetParameters)
    return search.facet(name, parameters.q.trim(), toFilters(parameters))
  })
  const router = Router()
  router.route('/api/facets/:name').get(answer).all(onlyMethods('GET', 'HEAD'))
  return router
}

function parseFacetName(typed: string): FacetName {
  const name = FACET_NAMES.find(known => known === typed)
  if (name !== undefined) return name
  throw new AppError('not_found', `There is no facet “${typed.slice(0, 100)}”.`, {
    hint: `Known are ${FACET_NAMES.join(', ')}.`,
  })
}
