import { Router } from 'express'
import type { RequestHandler } from 'express'
import { z } from 'zod'
import { cite } from '../../citation/formats/citation.ts'
import type { CitedParagraph, CiteOptions } from '../../citation/formats/citation.ts'
import { CITATION_FORMATS, CITATION_WRITERS } from '../../citation/formats/format-citation.ts'
import type { Selection } from '../../citation/formats/selection.ts'
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

/** A paragraph, or something that is quoted in it, ready to be put into another text or into a reference manager. */
export function citationRoute(
  search: Search,
  { deadline, publicUrl }: { readonly deadline: Deadline; readonly publicUrl: string | undefined },
): Router {
  const answer: RequestHandler<{ id: string }> = async (req, res) => {
    const parameters = parseParameters(req, CitationParameters)
    const selection = selectionOf(parameters)
    const { mediaType, extension, write } = CITATION_WRITERS[parameters.format]
    const citation = await withDeadline(res, deadline, async () => {
      const paragraph = await search.paragraph(req.params.id, 0)
      return cite(paragraph, {
        selection,
        language: parameters.lang ?? paragraph.language,
        article: await articleAround(paragraph),
        ...(publicUrl !== undefined && { permalink: `${publicUrl}${paragraph.permalink}` }),
      })
    })
    const written = write(citation)
    if (extension !== undefined)
      res.set('Content-Disposition', `attachment; filename="${citation.key}.${extension}"`)
    res.type(mediaType).send(written)
  }

  /** What else stands on the publisher's page; nothing where there is none, or where the words no longer stand there. */
  async function articleAround(
    paragraph: CitedParagraph & { articleId: string },
  ): Promise<CiteOptions['article']> {
    if (paragraph.url === null || paragraph.retiredAt !== null) return []
    const { paragraphs } = await search.article(paragraph.articleId)
    return paragraphs
  }

  const router = Router()
  router.route('/api/paragraphs/:id/citation').get(answer).all(onlyMethods('GET', 'HEAD'))
  return router
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
