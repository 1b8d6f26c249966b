import type { Request, RequestHandler } from 'express'
import type { SearchControl } from '../search/search.ts'
import { withDeadline } from './deadline.ts'
import type { Deadline } from './deadline.ts'

/** A handler that sends what `run` resolves to, unless the deadline passes or the reader leaves before. */
export function answerJson<P>(
  deadline: Deadline,
  run: (req: Request<P>, control: SearchControl) => Promise<unknown>,
): RequestHandler<P> {
  return async (req, res) => {
    res.json(await withDeadline(res, deadline, control => run(req, control)))
  }
}
