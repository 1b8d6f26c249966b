import { Router } from 'express'
import type { Search } from '../../search/search.ts'
import { answerPage } from '../answer-page.ts'
import type { PageOptions } from '../answer-page.ts'
import { onlyMethods } from '../error-handler.ts'
import { paragraphPage } from '../../../web/views/paragraph-page.ts'

/** The page of one paragraph: the address that citations carry. */
export function permalinkRoute(search: Search, options: PageOptions): Router {
  const page = answerPage<{ paragraphId: string }>(options, async (req, { reader }) => {
    const paragraph = await search.paragraph(req.params.paragraphId, 0)
    const article = await search.article(paragraph.articleId)
    return paragraphPage({ paragraph, article, reader })
  })
  const router = Router()
  router.route('/p/:paragraphId').get(page).all(onlyMethods('GET', 'HEAD'))
  return router
}
