import { Router } from 'express'
import type { RequestHandler } from 'express'
import { z } from 'zod'
import { cite } from '../../citation/formats/citation.ts'
import type { CiteOptions } from '../../citation/formats/citation.ts'
import { CITATION_FORMATS, CITATION_WRITERS } from '../../citation/formats/format-citation.ts'
import type { Selection } from '../../citation/formats/selection.ts'
import type { ParagraphAnswer } from '../../search/answer.ts'
import type { Search } from '../../search/search.ts'
import { withDeadline } from '../deadline.ts'
import type { Deadline } from '../deadline.ts'
import { onlyMethods } from '../error-handler.ts'
import { InvalidRequest } from '../invalid-request.ts'
import { choice, language, optionalNumber, parseParameters } from '../parameters.ts'

/** More quotes than any paragraph holds, and longer texts than are indexed. */
const MOST_QUOTES = 100_000
const LONGEST_TEXT = 100_000_000

const CitationParameters = z.strictObject({
  format: choice(CITATION_FORMATS).default('text'),
  /** Number of a quote of the paragraph, from 0; absent: the whole paragraph, or the part from `start` to `end`. */
  quote: optionalNumber({ from: 0, to: MOST_QUOTES }),
  /** UTF-16 code units of the text, half-open; only together. */
  start: optionalNumber({ from: 0, to: LONGEST_TEXT }),
  end: optionalNumber({ from: 0, to: LONGEST_TEXT }),
  /** In whose marks and words the citation is written; default: that of the paragraph. */
  lang: language.optional(),
})

export type CitationOptions = {
  readonly deadline: Deadline
  /** Where readers reach the service, without a slash at the end. */
  readonly publicUrl: string | undefined
}

/** A paragraph, or something that is quoted in it, ready to be put into another text or into a reference manager. */
export function citationRoute(search: Search, options: CitationOptions): Router {
  const router = Router()
  router
    .route('/api/paragraphs/:id/citation')
    .get(answerCitation(search, options))
    .all(onlyMethods('GET', 'HEAD'))
  return router
}

function answerCitation(
  search: Search,
  { deadline, publicUrl }: CitationOptions,
): RequestHandler<{ id: string }> {
  return async (req, res) => {
    const parameters = parseParameters(req, CitationParameters)
    const selection = selectionOf(parameters)
    const { mediaType, extension, write } = CITATION_WRITERS[parameters.format]
    const citation = await withDeadline(res, deadline, async () => {
      const paragraph = await search.paragraph(req.params.id, 0)
      return cite(paragraph, {
        selection,
        language: parameters.lang ?? paragraph.language,
        article: await articleAround(paragraph, search),
        ...(publicUrl !== undefined && { permalink: `${publicUrl}${paragraph.permalink}` }),
      })
    })
    const written = write(citation)
    if (extension !== undefined)
      res.set('Content-Disposition', `attachment; filename="${citation.key}.${extension}"`)
    res.type(mediaType).send(written)
  }
}

/** What else stands on the publisher's page; nothing where there is none, or where the words no longer stand there. */
async function articleAround(
  { articleId, url, retiredAt }: ParagraphAnswer,
  search: Search,
): Promise<CiteOptions['article']> {
  if (url === null || retiredAt !== null) return []
  const { paragraphs } = await search.article(articleId)
  return paragraphs
}

function selectionOf({ quote, start, end }: z.infer<typeof CitationParameters>): Selection {
  if (start !== undefined && end !== undefined && quote === undefined) return { kind: 'range', start, end }
  if (start === undefined && end === undefined)
    return quote === undefined ? { kind: 'paragraph' } : { kind: 'quote', number: quote }
  const parameter = quote === undefined ? (start === undefined ? 'start' : 'end') : 'quote'
  throw new InvalidRequest({
    parameter,
    code: 'invalid_request',
    message:
      quote === undefined
        ? 'The parameters “start” and “end” belong together.'
        : 'A quote is cited as a whole, without “start” and “end”.',
    hint: 'Give “quote”, or “start” and “end”, or none of them for the whole paragraph.',
  })
}
