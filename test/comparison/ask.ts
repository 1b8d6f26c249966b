import type { SearchEngine } from '../../src/engines/search-engine.ts'
import { AppError } from '../../src/errors.ts'
import type { AnswerHit, SearchAnswer } from '../../src/search/answer.ts'
import type { SearchRequest } from '../../src/search/request.ts'
import type { Search } from '../../src/search/search.ts'

/** Everything that an engine answers to one request. */
export type WholeAnswer =
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | {
      readonly kind: 'answered'
      readonly first: SearchAnswer
      /** Of all pages. */
      readonly hits: readonly AnswerHit[]
      /** The cursors ended because the engine pages no deeper, and not because there was no more. */
      readonly isCut: boolean
    }

const MOST_PAGES = 2000

/** Follows the cursors to the end; throws when they have none. */
export async function askForAll(
  searches: Search,
  request: SearchRequest,
  { deepPaging }: SearchEngine['capabilities'],
): Promise<WholeAnswer> {
  try {
    const first = await searches.search(request)
    const hits = [...first.hits]
    const all = request.group === 'article' ? first.total.articles : first.total.paragraphs
    let { nextCursor: after } = first
    for (let pages = 1; after !== null; pages++) {
      if (pages === MOST_PAGES) throw new Error(`There are more than ${pages} pages of ${request.typed}`)
      const page = await searches.search({ ...request, after })
      hits.push(...page.hits)
      after = page.nextCursor
    }
    return {
      kind: 'answered',
      first,
      hits,
      isCut: !deepPaging && request.sort === 'relevance' && hits.length < all.value,
    }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', code: error.code, message: error.message }
    throw error
  }
}
