/** How long a pause makes a word; shorter, and every key would be a search. */
const PAUSE_MS = 120

/**
 * Calls `onPause` with what stands in a field once the reader pauses, but never in the middle of composing: what an input
 * method shows before a word is chosen is nobody's query. Returns what forgets a pause that is not over.
 */
export function watchTyping(field: HTMLInputElement, onPause: (value: string) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isComposing = false
  const forget = (): void => clearTimeout(timer)
  const onInput = (): void => {
    forget()
    if (!isComposing) timer = setTimeout(() => onPause(field.value), PAUSE_MS)
  }
  field.addEventListener('compositionstart', () => {
    isComposing = true
    forget()
  })
  field.addEventListener('compositionend', () => {
    isComposing = false
    onInput()
  })
  field.addEventListener('input', onInput)
  return forget
}
