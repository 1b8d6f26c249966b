import { createHash } from 'node:crypto'
import { ARTICLE_ID } from '../domain/article.ts'
import { normalText } from '../text/normal-form.ts'

/** What an article can be known by, strongest first. */
export type ArticleIdentity = {
  readonly id?: string
  readonly url?: string
  readonly source: string
  /** The file's path below the indexed folder, with `/`, when the file is the article. */
  readonly path?: string
  /** All of the article's text: what a record in a collection without id and URL is known by. */
  readonly content: string
}

/**
 * The article's id: the one given, else made from its URL, else from its source and path, else from its source and text.
 *
 * A given id of other characters than `[A-Za-z0-9_-]` (`urn:newsml:…`), or of more than 128, is hashed like a URL: a
 * publisher's id is never an error, and the same id always gives the same article. A record known by its text alone
 * becomes another article when the text is changed; the place in its file would be worse, since a line put in above
 * would rename all that follow, and two streams from standard input would overwrite each other.
 */
export function articleIdOf({ id, url, source, path, content }: ArticleIdentity): string {
  if (id !== undefined) return ARTICLE_ID.test(id) ? id : hash(id, 16)
  if (url !== undefined) return hash(url, 16)
  // NFC, because macOS hands over file names decomposed.
  return hash(`${source}\n${path === undefined ? content : path.normalize('NFC')}`, 16)
}

/** `<articleId>-<hash>`, then `-2`, `-3`… for the same text again. Texts in the order of the article; ids in the same order. */
export function paragraphIds(articleId: string, texts: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return texts.map(text => {
    const id = `${articleId}-${hash(normalText(text), 10)}`
    const count = (seen.get(id) ?? 0) + 1
    seen.set(id, count)
    return count === 1 ? id : `${id}-${count}`
  })
}

function hash(text: string, digits: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, digits)
}
