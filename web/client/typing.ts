/** How long a pause makes a word; shorter, and every key would be a search. */
const PAUSE_MS = 120

/**
 * Calls `onPause` with a field below the root that matches the selector, and with what stands in it, once the reader
 * pauses; but never in the middle of composing: what an input method shows before a word is chosen is nobody's query.
 * Returns what forgets a pause that is not over.
 */
export function watchAnyTyping(
  selector: string,
  onPause: (field: HTMLInputElement, value: string) => void,
  root: Node = document,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isComposing = false
  const forget = (): void => clearTimeout(timer)
  const on = (type: string, react: (field: HTMLInputElement) => void): void =>
    root.addEventListener(type, ({ target }) => {
      if (target instanceof HTMLInputElement && target.matches(selector)) react(target)
    })
  const changed = (field: HTMLInputElement): void => {
    forget()
    if (!isComposing) timer = setTimeout(() => onPause(field, field.value), PAUSE_MS)
  }
  on('compositionstart', () => {
    isComposing = true
    forget()
  })
  on('compositionend', field => {
    isComposing = false
    changed(field)
  })
  on('input', changed)
  return forget
}

export const watchTyping = (field: HTMLInputElement, onPause: (value: string) => void): (() => void) =>
  watchAnyTyping(`#${field.id}`, (_field, value) => onPause(value), field.getRootNode())
