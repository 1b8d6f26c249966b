import { Idiomorph } from 'idiomorph'
import type { Html } from '../views/html.ts'

/**
 * Makes the inside of an element what a view says, and leaves alone what is so already: focus, selection, what was
 * unfolded and where was scrolled stay.
 */
export function patch(element: Element, view: Html): void {
  const focused = document.activeElement
  // nothing but views makes `Html`, and these escape whatever is put in
  void Idiomorph.morph(element, view.markup, {
    morphStyle: 'innerHTML',
    ignoreActiveValue: true,
    callbacks: {
      // folded or not is the reader's
      beforeAttributeUpdated: (name, changed) => !(name === 'open' && changed instanceof HTMLDetailsElement),
    },
  })
  keepFocus(focused)
}

/** An element that was moved has lost the focus. */
function keepFocus(focused: Element | null): void {
  if (focused === null || focused === document.activeElement || focused.id === '') return
  document.getElementById(focused.id)?.focus({ preventScroll: true })
}
