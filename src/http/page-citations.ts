import { cite } from '../citation/formats/citation.ts'
import type { CitedParagraph, CiteOptions } from '../citation/formats/citation.ts'
import { asHtml } from '../citation/formats/as-html.ts'
import { asMarkdown } from '../citation/formats/as-markdown.ts'
import { asText } from '../citation/formats/as-text.ts'
import { parseLanguage } from '../domain/language.ts'
import type { Language } from '../domain/language.ts'
import type { ArticleAnswer } from '../search/answer.ts'
import type { Reader } from '../../web/i18n/reader.ts'
import { preferredLanguages } from '../../web/i18n/ui-language.ts'
import type { CitationTexts } from '../../web/views/cite.ts'

/** Citations that are written out on one page; what lies beyond has links to the same. */
const MOST_WRITTEN = 100

/** Writes citations for one page; `undefined` once there are enough. */
export type CitationWriter = (paragraph: CitedParagraph, quote?: number) => CitationTexts | undefined

export type CitationPage = {
  readonly article: ArticleAnswer
  readonly language: Language
  readonly publicUrl: string | undefined
}

export function createCitationWriter({ article, language, publicUrl }: CitationPage): CitationWriter {
  let left = MOST_WRITTEN
  return (paragraph, quote) => {
    if (left-- <= 0) return undefined
    const options: CiteOptions = {
      selection: quote === undefined ? { kind: 'paragraph' } : { kind: 'quote', number: quote },
      language,
      article: article.paragraphs,
      ...(publicUrl !== undefined && { permalink: `${publicUrl}/p/${paragraph.id}` }),
    }
    const citation = cite(paragraph, options)
    const link = citation.fragmentUrl ?? citation.url
    return {
      text: asText(citation),
      markdown: asMarkdown(citation),
      html: asHtml(citation),
      ...(link !== undefined && { link }),
    }
  }
}

/** The language that a reader chose on the page, else the best one known of an `Accept-Language` header. */
export function citationLanguage(acceptLanguage: string | undefined, { isChosen, ui }: Reader): Language {
  if (isChosen) return ui
  for (const tag of preferredLanguages(acceptLanguage ?? '')) {
    const parsed = parseLanguage(tag)
    const [language] = parsed.ok ? parsed.languages : []
    if (language !== undefined && language !== 'und') return language
  }
  return ui
}
