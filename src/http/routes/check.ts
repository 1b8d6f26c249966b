import { Router } from 'express'
import { z } from 'zod'
import type { CheckQuotation } from '../../citation/check-quotation.ts'
import { answerJson } from '../answer-json.ts'
import { checkDraft } from '../check-draft.ts'
import type { DraftRequest } from '../check-draft.ts'
import type { Deadline } from '../deadline.ts'
import { onlyMethods } from '../error-handler.ts'
import { FILTER_PARAMETERS, parseParameters } from '../parameters.ts'
import { readJsonObject } from '../read-body.ts'

/** Of a whole request, JSON included. */
const MAX_BODY = 50 * 1024

const CheckBody = z.strictObject({
  text: z.string({ error: 'must be given, as text' }),
  language: FILTER_PARAMETERS.language,
  speaker: z
    .string({ error: 'must be text' })
    .max(300, { error: 'must not be longer than 300 characters' })
    .optional(),
})

/** Whether somebody said so: the misquote check. */
export function checkRoute(check: CheckQuotation, deadline: Deadline): Router {
  const answer = answerJson(deadline, async (req, control) => {
    const body = await readJsonObject(req, {
      limit: MAX_BODY,
      hint: 'Check one article at a time, or send its quotations to /api/quotes/check/batch.',
    })
    const {
      text,
      language = [],
      speaker,
    } = parseParameters({ originalUrl: req.originalUrl, query: body as typeof req.query }, CheckBody)
    const isNamed = speaker !== undefined && speaker.trim() !== ''
    const request: DraftRequest = { text, languages: language, ...(isNamed && { speaker: speaker.trim() }) }
    return checkDraft(check, request, control)
  })
  const router = Router()
  router.route('/api/quotes/check').post(answer).all(onlyMethods('POST'))
  return router
}
