import type { Citation } from './citation.ts'
import { wordingOf, writtenDay, writtenList } from './wording.ts'

/** What stands behind the words in every format that people read; absent where nothing is known. */
export type SourceParts = {
  readonly authors?: string
  readonly title?: string
  readonly source: string
  readonly day?: string
  readonly goneSince?: string
  /** Where the words stand, best first: the publisher's page at the words, the page, the paragraph's own page. */
  readonly address?: string
}

export function sourceParts(citation: Citation): SourceParts {
  const { author, title, source, publishedAt, goneSince, language } = citation
  const address = citation.fragmentUrl ?? citation.url ?? citation.permalink
  return {
    source,
    ...(author.length > 0 && { authors: writtenList(author, language) }),
    ...(title !== undefined && { title }),
    ...(publishedAt !== undefined && { day: writtenDay(publishedAt, language) }),
    ...(goneSince !== undefined && {
      goneSince: wordingOf(language).goneSince(writtenDay(goneSince, language)),
    }),
    ...(address !== undefined && { address }),
  }
}

/** On one line, without control characters, as a line-based format wants it; spaces that do not break stay so. */
export const oneLine = (text: string): string => text.replaceAll(/[ \p{Cc}\u2028\u2029]+/gu, ' ').trim()
