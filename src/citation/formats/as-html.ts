import { languageEntry } from '../../domain/language.ts'
import type { Citation } from './citation.ts'
import { sourceParts } from './source-parts.ts'

/**
 * A block quotation and, behind it, where it is from: in HTML a `blockquote` holds nothing but what is quoted. A block has
 * no marks around it, so the marks inside are the outer ones of the language.
 */
export function asHtml(citation: Citation): string {
  const { block, speaker, permalink, wordsLanguage, publishedAt } = citation
  const { authors, title, source, day, goneSince, address } = sourceParts(citation)
  const link = (markup: string): string =>
    address === undefined ? markup : `<a href="${escape(address)}">${markup}</a>`
  const outlet = name(source)
  const named = title === undefined ? [link(outlet)] : [`<cite>${link(name(title))}</cite>`, outlet]
  const written = [
    ...named,
    ...(day === undefined || publishedAt === undefined
      ? []
      : [`<time datetime="${escape(publishedAt)}">${escape(day)}</time>`]),
  ].join(', ')
  const parts = [
    speaker !== undefined && `— ${name(speaker.written)} `,
    `(${authors === undefined ? '' : `${name(authors)}: `}${written}`,
    goneSince !== undefined && `; ${escape(goneSince)}`,
    ').',
    permalink !== undefined && permalink !== address && ` <a href="${escape(permalink)}">¶</a>`,
  ]
  const cite = address === undefined ? '' : ` cite="${escape(address)}"`
  const { direction } = languageEntry(wordsLanguage)
  const language = wordsLanguage === 'und' ? '' : ` lang="${wordsLanguage}" dir="${direction}"`
  return `<blockquote${cite}${language}>\n<p>${escape(block)}</p>\n</blockquote>\n<p>${parts.filter(part => part !== false).join('')}</p>\n`
}

/** Names may be written in the other direction than what stands around them. */
const name = (text: string): string => `<bdi>${escape(text)}</bdi>`

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** For text and for attributes in double quotes; what no markup may hold is shown as unreadable. */
const escape = (text: string): string =>
  text
    .replaceAll(/[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu, '\ufffd')
    .replaceAll(/[&<>"']/gu, character => ESCAPES[character] ?? '')
