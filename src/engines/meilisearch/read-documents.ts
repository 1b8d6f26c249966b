import type { StoredParagraph } from '../../domain/paragraph.ts'
import type { Server } from './client.ts'
import type { Role } from './document.ts'
import { and, compare, is, or, type Filter } from './filter.ts'
import { readHashes, readState, readLetters, storedParagraphOf } from './from-response.ts'
import { idKey } from './keys.ts'
import type { IndexState } from './document.ts'
import { ofRole } from './scope.ts'
import { hitsRequest } from './to-request.ts'

/** Documents read at once. */
const PAGE = 1000
/** Keys in one filter. */
const KEYS = 500

const PLACE_FIELDS = ['content', 'articleKey', 'position', 'role'] as const

export async function stateOf(server: Server, index: string): Promise<IndexState | undefined> {
  const request = hitsRequest(ofRole('state'), {
    limit: 1,
    fields: ['format', 'fingerprint', 'generation', 'secret'],
  })
  return readState((await server.search(index, request)).hits[0])
}

/** What the words of the index are made of, as `script unit`. */
export async function lettersIn(server: Server, index: string): Promise<string[]> {
  return readLetters(
    await server.search(index, hitsRequest(ofRole('letter'), { limit: 0xffff, fields: ['letter'] })),
  )
}

/** The content hash of each of the articles that is there, by its key. */
export async function hashesOf(
  server: Server,
  index: string,
  articleIds: readonly string[],
): Promise<Map<string, string>> {
  const hashes = new Map<string, string>()
  for (let i = 0; i < articleIds.length; i += KEYS) {
    const keys = articleIds.slice(i, i + KEYS).map(idKey)
    const filter = and(ofRole('live'), is('isHead', 'true'), is('articleKey', ...keys))
    const answer = await server.search(
      index,
      hitsRequest(filter, { limit: keys.length, fields: ['articleKey', 'hash'] }),
    )
    for (const [key, hash] of readHashes(answer)) hashes.set(key, hash)
  }
  return hashes
}

export type StoredDocument = { readonly paragraph: StoredParagraph; readonly isRetired: boolean }

/** All paragraphs that the filter finds, article by article in order of position. */
export async function* readAll(
  server: Server,
  index: string,
  filter: Filter,
): AsyncGenerator<StoredDocument, void> {
  let behind: Filter | undefined
  for (;;) {
    const request = hitsRequest(behind ? and(filter, behind) : filter, {
      sort: ['articleKey:asc', 'position:asc', 'order:asc'],
      limit: PAGE,
      fields: [...PLACE_FIELDS],
    })
    const { hits } = await server.search(index, request)
    let last: StoredParagraph | undefined
    for (const hit of hits) {
      const paragraph = storedParagraphOf(hit)
      last = paragraph
      yield { paragraph, isRetired: hit['role'] === ('retired' satisfies Role) }
    }
    if (hits.length < PAGE || !last) return
    behind = behindPlace(last)
  }
}

/** Several retired paragraphs of an article may have stood at one position. */
function behindPlace({ articleId, position, id }: StoredParagraph): Filter {
  const article = idKey(articleId)
  return or(
    compare('articleKey', '>', article),
    and(
      is('articleKey', article),
      or(compare('position', '>', position), and(is('position', position), compare('order', '>', idKey(id)))),
    ),
  )
}

/** Everything that is stored of these articles, by article id. */
export async function articlesOf(
  server: Server,
  index: string,
  articleIds: readonly string[],
): Promise<Map<string, StoredDocument[]>> {
  const found = new Map<string, StoredDocument[]>()
  for (let i = 0; i < articleIds.length; i += KEYS) {
    const keys = articleIds.slice(i, i + KEYS).map(idKey)
    const filter = and(ofRole('live', 'retired'), is('articleKey', ...keys))
    for await (const document of readAll(server, index, filter)) {
      const { articleId } = document.paragraph
      found.set(articleId, [...(found.get(articleId) ?? []), document])
    }
  }
  return found
}
