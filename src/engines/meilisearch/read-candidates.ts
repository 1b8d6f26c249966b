import { and, is } from './filter.ts'
import type { SearchAnswer } from './from-response.ts'
import { candidatesOf, type Candidate } from './hits.ts'
import { ofRole } from './scope.ts'
import type { SearchContext } from './search-context.ts'
import { hitsRequest } from './to-request.ts'

/** Keys in one filter. */
const KEYS = 500

/**
 * The candidates of an answer. Quotes of long paragraphs don't hold their text (paragraph-documents.ts): it is read from
 * the paragraph; a candidate whose paragraph has gone in between is none.
 */
export async function readCandidates(
  answer: SearchAnswer,
  context: Pick<SearchContext, 'ask'>,
): Promise<Candidate[]> {
  const keys = answer.hits.flatMap(({ content, order }) => (content === undefined && order ? [order] : []))
  if (keys.length === 0) return candidatesOf(answer)
  const contents = await contentsOf([...new Set(keys)], context)
  const hits = answer.hits.flatMap(hit => {
    const content = hit.content ?? contents.get(hit.order ?? '')
    return content === undefined ? [] : [{ ...hit, content }]
  })
  return candidatesOf({ ...answer, hits })
}

async function contentsOf(
  keys: readonly string[],
  { ask }: Pick<SearchContext, 'ask'>,
): Promise<Map<string, string>> {
  const contents = new Map<string, string>()
  for (let i = 0; i < keys.length; i += KEYS) {
    const some = keys.slice(i, i + KEYS)
    const { hits } = await ask(
      hitsRequest(and(ofRole('live'), is('order', ...some)), {
        limit: some.length,
        fields: ['order', 'content'],
      }),
    )
    // a paragraph without its text is damaged, which is said where it is read
    for (const { order, content = '' } of hits) if (order !== undefined) contents.set(order, content)
  }
  return contents
}
