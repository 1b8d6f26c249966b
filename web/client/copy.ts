import type { Reader } from '../i18n/reader.ts'
import type { Screen } from './screen.ts'

/** A button with `data-copy` copies the text of the element with that id, and says so. */
export function startCopying(screen: Screen, reader: Reader): void {
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy]') : null
    const source = document.getElementById(button?.dataset['copy'] ?? '')
    if (source === null) return
    void copy(source).then(isCopied =>
      screen.announce(reader.plain(isCopied ? 'copy.done' : 'copy.selected')),
    )
  })
}

/** Where the clipboard is forbidden, the text is selected, so that one key copies it. */
async function copy(source: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(source.textContent ?? '')
    return true
  } catch {
    getSelection()?.selectAllChildren(source)
    return false
  }
}
