import { Router } from 'express'
import type { Request } from 'express'
import { z } from 'zod'
import type { CheckQuotation } from '../../citation/check-quotation.ts'
import { AppError } from '../../errors.ts'
import { answerPage } from '../answer-page.ts'
import type { PageContext, PageOptions } from '../answer-page.ts'
import { checkDraft } from '../check-draft.ts'
import { onlyMethods } from '../error-handler.ts'
import { EMPTY_CHECK } from '../../../web/views/check-form.ts'
import type { CheckQuery } from '../../../web/views/check-form.ts'
import { checkPage } from '../../../web/views/check-page.ts'
import type { PageParts } from '../../../web/views/document.ts'
import { FILTER_PARAMETERS, parseParameters, single } from '../parameters.ts'
import { readBody } from '../read-body.ts'

/** A form encodes a character in up to nine bytes. */
const MAX_BODY = 400 * 1024
const MAX_TEXT = 50 * 1024
/** An address that is longer is cut by somebody on the way. */
const MAX_ADDRESS_TEXT = 2_000

const CheckFields = z.object({
  text: single.default(''),
  speaker: single.max(300, { error: 'must not be longer than 300 characters' }).default(''),
  language: FILTER_PARAMETERS.language,
})

/** *Check a quote*, rendered here: a form, and what the API answers. A short quotation may stand in the address. */
export function checkPageRoute(checker: CheckQuotation, options: PageOptions): Router {
  const asked = answerPage(options, (req, context) => {
    const fields = Object.fromEntries(Object.entries(req.query).filter(([, value]) => value !== ''))
    if (typeof fields['text'] === 'string' && fields['text'].length > MAX_ADDRESS_TEXT) {
      throw new AppError('query_too_long', 'The text is too long for an address.', {
        hint: 'Paste it into the form of this page.',
      })
    }
    return answer(fields, context)
  })
  const posted = answerPage(options, async (req, context) => {
    const body = await readBody(req, { limit: MAX_BODY, hint: 'Check one article at a time.' })
    return answer(fieldsOf(body), context)
  })

  async function answer(
    fields: Readonly<Record<string, unknown>>,
    { reader, ...control }: PageContext,
  ): Promise<PageParts> {
    const parsed = parseParameters({ originalUrl: '', query: fields as Request['query'] }, CheckFields)
    const text = parsed.text.replaceAll('\r\n', '\n')
    if (text.length > MAX_TEXT) {
      throw new AppError('payload_too_large', `The text is longer than ${MAX_TEXT / 1024} kB.`, {
        hint: 'Check one article at a time.',
      })
    }
    const speaker = parsed.speaker.trim()
    const language = typeof fields['language'] === 'string' ? fields['language'] : ''
    const query: CheckQuery = { text, speaker, language }
    if (text.trim() === '') return checkPage({ query: { ...EMPTY_CHECK, ...query }, reader })
    const checked = await checkDraft(
      checker,
      { text, languages: parsed.language ?? [], ...(speaker !== '' && { speaker }) },
      control,
    )
    return checkPage({ query, answer: checked, reader })
  }

  const router = Router()
  router
    .route('/check')
    .get(asked)
    .post(posted)
    .all(onlyMethods('GET', 'HEAD', 'POST'))
  return router
}

/** What a form sends; empty fields are as good as none. */
const fieldsOf = (body: string): Record<string, string> =>
  Object.fromEntries([...new URLSearchParams(body)].filter(([, value]) => value !== ''))
