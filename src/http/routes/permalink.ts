import { Router } from 'express'
import type { Search } from '../../search/search.ts'
import { answerPage } from '../answer-page.ts'
import type { PageOptions } from '../answer-page.ts'
import { textEdits } from '../../citation/text-edits.ts'
import type { AnswerStoredParagraph } from '../../search/answer.ts'
import { AppError } from '../../errors.ts'
import { citationLanguage, createCitationWriter } from '../page-citations.ts'
import { onlyMethods } from '../error-handler.ts'
import { paragraphPage } from '../../../web/views/paragraph-page.ts'
import type { Succession } from '../../../web/views/retirement.ts'

/** The page of one paragraph: the address that citations carry. */
export function permalinkRoute(
  search: Search,
  options: PageOptions & { readonly publicUrl: string | undefined },
): Router {
  const page = answerPage<{ paragraphId: string }>(options, async (req, { reader }) => {
    const paragraph = await search.paragraph(req.params.paragraphId, 0)
    const article = await search.article(paragraph.articleId)
    const language = citationLanguage(req.headers['accept-language'], reader)
    return paragraphPage({
      paragraph,
      article,
      reader,
      succession: await successionOf(paragraph, search),
      citations: {
        language,
        textsOf: createCitationWriter({ article, language, publicUrl: options.publicUrl }),
      },
    })
  })
  const router = Router()
  router.route('/p/:paragraphId').get(page).all(onlyMethods('GET', 'HEAD'))
  return router
}

/** An article that was put again oftener leaves the last of these as the heir. */
const MOST_VERSIONS = 20

/** What stands in the article today instead of a paragraph that was retired, however many versions lie between them. */
async function successionOf(
  paragraph: AnswerStoredParagraph,
  search: Search,
): Promise<Succession | undefined> {
  let heir: AnswerStoredParagraph | undefined
  let next = paragraph.supersededBy
  const seen = new Set([paragraph.id])
  while (next !== null && !seen.has(next) && seen.size <= MOST_VERSIONS) {
    seen.add(next)
    const found = await paragraphOrNothing(next, search)
    if (found === undefined) break
    heir = found
    next = found.retiredAt === null ? null : found.supersededBy
  }
  return heir && { heir, edits: textEdits({ before: paragraph, after: heir }) }
}

async function paragraphOrNothing(id: string, search: Search): Promise<AnswerStoredParagraph | undefined> {
  try {
    return await search.paragraph(id, 0)
  } catch (error) {
    // its article was removed in between
    if (error instanceof AppError && error.code === 'not_found') return undefined
    throw error
  }
}
