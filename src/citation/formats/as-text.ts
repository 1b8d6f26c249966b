import type { Citation } from './citation.ts'
import { oneLine, sourceParts } from './source-parts.ts'

/** `“Words” — Speaker (Authors: Title, Source, day). Address Permalink` on one line. */
export function asText(citation: Citation): string {
  const { quotation, speaker, permalink } = citation
  const { authors, title, source, day, goneSince, address } = sourceParts(citation)
  const named = [title, source, day].filter(part => part !== undefined).join(', ')
  const written = authors === undefined ? named : `${authors}: ${named}`
  const addresses = [...new Set([address, permalink])].filter(one => one !== undefined)
  const said = speaker === undefined ? quotation : `${quotation} — ${speaker.written}`
  const status = goneSince === undefined ? '' : `; ${goneSince}`
  return oneLine([`${said} (${written}${status}).`, ...addresses].join(' '))
}
