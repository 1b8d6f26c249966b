import type { Reader } from '../i18n/reader.ts'
import { apiUrl, EMPTY_QUERY } from '../state/page-query.ts'
import type { PageQuery } from '../state/page-query.ts'
import type { ParagrafSearchProperties } from './types/embed.d.ts'

type Filters = Pick<
  ParagrafSearchProperties,
  'language' | 'source' | 'author' | 'speaker' | 'kind' | 'in'
> & {
  readonly reader: Reader
}

/** What the service's page would be asked: the words, and the filters of the box. */
export function boxQuery(text: string, settings: Filters): PageQuery {
  const { language, source, author, speaker, kind, in: zone, reader } = settings
  return {
    ...EMPTY_QUERY,
    q: text,
    language,
    source,
    author,
    speaker,
    kind,
    in: zone === '' ? undefined : zone,
    ui: reader.isChosen ? reader.ui : undefined,
  }
}

/** What its API is asked: one hit an article, so that a few of them show more. */
export function boxPath(
  query: PageQuery,
  { isTyping, limit }: { readonly isTyping: boolean; readonly limit: number },
): string {
  const asked: PageQuery = { ...query, group: 'article', prefix: isTyping ? 'last' : undefined }
  return `${apiUrl(asked)}&limit=${limit}`
}
