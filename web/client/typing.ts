/** No more often than this is anything done about what is typed: faster keys are one word. */
const BETWEEN_MS = 120

/**
 * Calls `onTyped` with a field below the root that matches the selector, and with what stands in it: at once for a first
 * key, for others as soon as `BETWEEN_MS` have passed. Never in the middle of composing: what an input method shows before a
 * word is chosen is nobody's query. Returns what forgets a key that nothing was done about yet.
 */
export function watchAnyTyping(
  selector: string,
  onTyped: (field: HTMLInputElement, value: string) => void,
  root: Node = document,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isComposing = false
  let last = -Infinity
  const forget = (): void => clearTimeout(timer)
  const act = (field: HTMLInputElement): void => {
    last = performance.now()
    onTyped(field, field.value)
  }
  const on = (type: string, react: (field: HTMLInputElement) => void): void =>
    root.addEventListener(type, ({ target }) => {
      if (target instanceof HTMLInputElement && target.matches(selector)) react(target)
    })
  const changed = (field: HTMLInputElement): void => {
    forget()
    if (isComposing) return
    timer = setTimeout(() => act(field), Math.max(0, last + BETWEEN_MS - performance.now()))
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

export const watchTyping = (field: HTMLInputElement, onTyped: (value: string) => void): (() => void) =>
  watchAnyTyping(`#${field.id}`, (_field, value) => onTyped(value), field.getRootNode())
