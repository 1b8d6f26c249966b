import { isPlainClick } from '../client/plain-click.ts'
import { watchAnyTyping } from '../client/typing.ts'
import { watchKeys } from './keyboard.ts'

export type BoxReactions = {
  /** Somebody types; the last word may not be finished. */
  typed(text: string): void
  /** The words as they stand. */
  search(text: string): Promise<void>
  readonly open: () => void
  readonly close: () => void
  /** Returns whether the link of the hit may be followed. */
  choose(id: string): boolean
}

/** Listens to one box, and to nothing outside of it. */
export function watchBox(root: ShadowRoot, react: BoxReactions): { readonly forgetTyping: () => void } {
  const field = (): HTMLInputElement | null => root.querySelector('input')
  const search = (): void => void react.search(field()?.value ?? '')

  root.addEventListener('submit', event => {
    event.preventDefault()
    search()
  })
  root.addEventListener('click', event => {
    if (!(event instanceof MouseEvent) || !(event.target instanceof Element)) return
    if (event.target === field()) react.open()
    if (event.target.closest('#retry')) search()
    const id = event.target.closest<HTMLElement>('[data-hit]')?.dataset['hit']
    if (id !== undefined && isPlainClick(event) && !react.choose(id)) event.preventDefault()
  })
  root.addEventListener('focusin', event => {
    if (event.target === field()) react.open()
  })
  root.addEventListener('focusout', event => {
    if (!(event instanceof FocusEvent)) return
    const { relatedTarget } = event
    const staysInside = relatedTarget instanceof Node && root.contains(relatedTarget)
    // who looks at another window comes back
    if (!staysInside && document.hasFocus()) react.close()
  })
  watchKeys(root, react)
  return { forgetTyping: watchAnyTyping('#q', (_field, text) => react.typed(text), root) }
}
