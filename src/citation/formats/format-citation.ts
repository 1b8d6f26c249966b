import { AppError } from '../../errors.ts'
import { asBibtex } from './as-bibtex.ts'
import { asCslJson } from './as-csl-json.ts'
import { asHtml } from './as-html.ts'
import { asJsonLd } from './as-json-ld.ts'
import { asMarkdown } from './as-markdown.ts'
import { asRis } from './as-ris.ts'
import { asText } from './as-text.ts'
import type { Citation } from './citation.ts'

export const CITATION_FORMATS = [
  'text',
  'markdown',
  'html',
  'csl-json',
  'ris',
  'bibtex',
  'json-ld',
  'link',
] as const
export type CitationFormat = (typeof CITATION_FORMATS)[number]

type Writer = {
  readonly mediaType: string
  /** Of files of this format; only of those that other programs open. */
  readonly extension?: string
  /** Throws `not_found` where there is nothing to write. */
  readonly write: (citation: Citation) => string
}

export const CITATION_WRITERS: Readonly<Record<CitationFormat, Writer>> = {
  text: { mediaType: 'text/plain; charset=utf-8', write: citation => `${asText(citation)}\n` },
  markdown: { mediaType: 'text/markdown; charset=utf-8', write: citation => `${asMarkdown(citation)}\n` },
  html: { mediaType: 'text/html; charset=utf-8', write: asHtml },
  'csl-json': { mediaType: 'application/vnd.citationstyles.csl+json; charset=utf-8', write: asCslJson },
  ris: {
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    extension: 'ris',
    write: asRis,
  },
  bibtex: { mediaType: 'application/x-bibtex; charset=utf-8', extension: 'bib', write: asBibtex },
  'json-ld': { mediaType: 'application/ld+json; charset=utf-8', write: asJsonLd },
  link: { mediaType: 'text/plain; charset=utf-8', write: citation => `${asLink(citation)}\n` },
}

/** The publisher's page, at the words where they still stand there. */
function asLink({ fragmentUrl, url }: Citation): string {
  const link = fragmentUrl ?? url
  if (link !== undefined) return link
  throw new AppError('not_found', 'No web address of the article is known.', {
    hint: 'Cite it in another format, or link to its permalink.',
  })
}
