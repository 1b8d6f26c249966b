import { Router } from 'express'
import type { SearchEngine } from '../../engines/search-engine.ts'
import { AppError } from '../../errors.ts'
import { answerJson } from '../answer-json.ts'
import type { Deadline } from '../deadline.ts'
import { onlyMethods } from '../error-handler.ts'

export type HealthOptions = {
  readonly deadline: Deadline
  /** True once the service was asked to stop: load balancers shall send nobody any more. */
  readonly isStopping: () => boolean
}

/** `live`: the process runs. `ready`: searches are answered; also while the index is being built anew beside the old one. */
export function healthRoute(
  engine: Pick<SearchEngine, 'health'>,
  { deadline, isStopping }: HealthOptions,
): Router {
  const ready = answerJson(deadline, async () => {
    if (isStopping()) throw new AppError('shutting_down', 'The service is about to stop.', { retryAfter: 5 })
    return { status: await engine.health() }
  })
  const router = Router()
  router
    .route('/health/live')
    .get((_req, res) => {
      res.json({ status: 'live' })
    })
    .all(onlyMethods('GET', 'HEAD'))
  router.route('/health/ready').get(ready).all(onlyMethods('GET', 'HEAD'))
  return router
}
