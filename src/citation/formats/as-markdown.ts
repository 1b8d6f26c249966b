import type { Citation } from './citation.ts'
import { oneLine, sourceParts } from './source-parts.ts'

/** As plain text, with the title (or else the source) as a link and the source in italics; CommonMark. */
export function asMarkdown(citation: Citation): string {
  const { quotation, speaker, permalink } = citation
  const { authors, title, source, day, goneSince, address } = sourceParts(citation)
  const link = (text: string): string => (address === undefined ? text : `[${text}](${target(address)})`)
  const outlet = `*${escape(source)}*`
  const named = title === undefined ? link(outlet) : `${link(escape(title))}, ${outlet}`
  const said = escape(speaker === undefined ? quotation : `${quotation} — ${speaker.written}`)
  const written = [
    authors === undefined ? named : `${escape(authors)}: ${named}`,
    ...(day === undefined ? [] : [escape(day)]),
  ].join(', ')
  const status = goneSince === undefined ? '' : `; ${escape(goneSince)}`
  const own = permalink === undefined || permalink === address ? '' : ` <${target(permalink)}>`
  return `${said} (${written}${status}).${own}`
}

/** Every character with a meaning anywhere in a line; a backslash before it takes the meaning away. */
const escape = (text: string): string => oneLine(text).replaceAll(/[\\`*_[\]<>&~|#!$]/gu, String.raw`\$&`)

/** An address within `(…)` or `<…>`. */
const target = (address: string): string =>
  address.replaceAll(/[()<>\\\s]/gu, character =>
    encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
  )
