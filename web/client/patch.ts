import { Idiomorph } from 'idiomorph'
import { Html } from '../views/html.ts'

/**
 * Makes the inside of an element what a view says, and leaves alone what is so already: focus, selection, what was
 * unfolded and where was scrolled stay.
 */
export function patch(element: Element, view: Html | DocumentFragment): void {
  // in a shadow tree the document knows only its host
  const root = element.getRootNode() as Document | ShadowRoot
  const focused = root.activeElement
  // nothing but views makes `Html`, and these escape whatever is put in
  void Idiomorph.morph(element, view instanceof Html ? view.markup : view, {
    morphStyle: 'innerHTML',
    callbacks: {
      beforeAttributeUpdated: (name, changed) => !isReaders(name, changed),
      // a citation that was written out stays as long as it is unfolded (citations.ts)
      beforeNodeMorphed: old => !(old instanceof Element && old.matches('.cite[open] > .cite-texts')),
    },
  })
  keepFocus(focused, root)
}

/** What is unfolded, and what is being typed, is the reader's. */
const isReaders = (name: string, element: Element): boolean =>
  (name === 'open' && element instanceof HTMLDetailsElement) ||
  (name === 'value' && element === document.activeElement)

/** An element that was moved has lost the focus. */
function keepFocus(focused: Element | null, root: Document | ShadowRoot): void {
  if (focused === null || focused === root.activeElement || focused.id === '') return
  root.getElementById(focused.id)?.focus({ preventScroll: true })
}
