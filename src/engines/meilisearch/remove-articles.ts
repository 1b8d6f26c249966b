import type { Selector } from '../search-engine.ts'
import type { Server } from './client.ts'
import { stateDocument, type IndexState } from './document.ts'
import { and, filterExpression, is } from './filter.ts'
import { boundedKey, idKey } from './keys.ts'
import { followTask } from './tasks.ts'
import { countRequest, ofRole } from './to-request.ts'

/** Takes whole articles out, retired paragraphs too. Gives the number of paragraphs that are gone. */
export async function removeArticles(
  selector: Selector,
  {
    server,
    index,
    nextState,
  }: {
    readonly server: Server
    readonly index: string
    readonly nextState: () => IndexState
  },
): Promise<number> {
  const chosen =
    'source' in selector
      ? is('sourceName', boundedKey(selector.source))
      : is('articleKey', ...selector.articleIds.map(idKey))
  const filter = and(ofRole('live', 'retired'), chosen)
  if (filter.kind === 'nothing') return 0
  const { total } = await server.search(index, countRequest(filter))
  if (total === 0) return 0
  const { details } = await followTask(server, server.deleteDocuments(index, filterExpression(filter)))
  await followTask(server, server.putDocuments(index, `${JSON.stringify(stateDocument(nextState()))}\n`))
  return details?.deletedDocuments ?? total
}
