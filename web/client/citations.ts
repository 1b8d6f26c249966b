import type { Reader } from '../i18n/reader.ts'
import { citationTexts } from '../views/cite.ts'
import { patch } from './patch.ts'

/**
 * Writes out the citation of a hit when it is unfolded, from where its links lead to. Without script, or without an answer,
 * there are the links.
 */
export function writeCitations(reader: Reader): void {
  document.addEventListener(
    'toggle',
    event => {
      const details = event.target
      if (!(details instanceof HTMLDetailsElement) || !details.matches('.cite') || !details.open) return
      const place = details.querySelector('.cite-texts')
      if (place?.childElementCount === 0) void write(details, place)
    },
    // it does not bubble
    { capture: true },
  )

  async function write(details: HTMLDetailsElement, place: Element): Promise<void> {
    const isPublished = details.dataset['published'] !== undefined
    const formats = ['text', 'markdown', 'html', ...(isPublished ? ['link'] : [])]
    const [text, markdown, html, link] = await Promise.all(formats.map(format => read(details, format)))
    if (text === undefined || markdown === undefined || html === undefined) return
    const texts = { text, markdown, html, ...(link !== undefined && { link }) }
    patch(place, citationTexts(texts, details.id, reader))
  }
}

/** A citation in a format, from the address of any other one; undefined where there is none. */
async function read(details: HTMLDetailsElement, format: string): Promise<string | undefined> {
  const other = details.querySelector<HTMLAnchorElement>('.cite-formats a')
  if (!other) return undefined
  const url = new URL(other.href)
  url.searchParams.set('format', format)
  try {
    const response = await fetch(url)
    return response.ok ? (await response.text()).trimEnd() : undefined
  } catch {
    return undefined
  }
}
