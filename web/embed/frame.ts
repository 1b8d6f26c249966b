import { patch } from '../client/patch.ts'
import type { ParseView } from './parse-view.ts'
import { placePanel } from './place-panel.ts'
import { boxView } from './views/box.ts'
import type { Box } from './views/box.ts'

/** The box as it stands in the page. */
export type Frame = {
  show(box: Omit<Box, 'typed'>): void
  /** Keeps what is open within the window. */
  readonly place: () => void
  /** What stands in the field. */
  readonly text: () => string
  fill(text: string): void
  readonly focus: (options?: FocusOptions) => void
  readonly hasFocus: () => boolean
  /** The box is being changed: what loses the focus now has not been left by anybody. */
  readonly isChanging: () => boolean
}

export function createFrame(root: ShadowRoot, parse: ParseView): Frame {
  const frame = document.createElement('div')
  root.append(frame)
  /** Until there is a field. */
  let typed = ''
  let isChanging = false
  const field = (): HTMLInputElement | null => root.querySelector('input')
  const text = (): string => field()?.value ?? typed
  const hasFocus = (): boolean => root.activeElement !== null
  const place = (): void => {
    const panel = root.getElementById('panel')
    if (panel) placePanel(frame, panel)
  }
  return {
    text,
    place,
    hasFocus,
    isChanging: () => isChanging,
    focus: options => field()?.focus(options),
    fill(next) {
      typed = next
      const box = field()
      if (box && box.value !== next) box.value = next
    },
    show(box) {
      const wasFocused = hasFocus()
      isChanging = true
      patch(frame, parse(boxView({ ...box, typed: text() })))
      // what had the focus may be gone, as a hit that is not found any more
      if (wasFocused && !hasFocus()) field()?.focus()
      isChanging = false
      if (box.isOpen) place()
    },
  }
}
