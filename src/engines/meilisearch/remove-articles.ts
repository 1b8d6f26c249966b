import type { Selector } from '../search-engine.ts'
import type { Server } from './client.ts'
import { stateDocument, type IndexState, type Role } from './document.ts'
import { and, filterExpression, is } from './filter.ts'
import { boundedKey, idKey } from './keys.ts'
import { ofRole } from './scope.ts'
import { followTask } from './tasks.ts'
import { countRequest } from './to-request.ts'

const ROLES_OF_ARTICLE = ['live', 'retired', 'quote', 'text', 'gone'] as const satisfies readonly Role[]

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
  const paragraphs = and(ofRole('live', 'retired'), chosen)
  if (paragraphs.kind === 'nothing') return 0
  const { total } = await server.search(index, countRequest(paragraphs))
  if (total === 0) return 0
  const all = and(ofRole(...ROLES_OF_ARTICLE), chosen)
  await followTask(server, server.deleteDocuments(index, filterExpression(all)))
  await followTask(server, server.putDocuments(index, `${JSON.stringify(stateDocument(nextState()))}\n`))
  return total
}
