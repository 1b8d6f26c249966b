type Reactions = {
  /** Shows what was found, if there is anything to show. */
  readonly open: () => void
  readonly close: () => void
}

/** What can be stepped through, in order. */
const STEPS = '#panel:not([hidden]) :is(a, button)'

/** Arrows lead through the results and back into the box, Escape closes; all else is as in every list of links. */
export function watchKeys(root: ShadowRoot, { open, close }: Reactions): void {
  root.addEventListener('keydown', event => {
    // what an input method does with its keys is its own
    if (!(event instanceof KeyboardEvent) || event.isComposing || isModified(event)) return
    if (act(event.key)) event.preventDefault()
  })

  function act(key: string): boolean {
    const box = root.getElementById('q')
    const inBox = root.activeElement === box
    switch (key) {
      case 'ArrowDown':
        if (inBox) open()
        return step(1)
      case 'ArrowUp':
        return step(-1)
      case 'Home':
        return !inBox && focusStep(0)
      case 'End':
        return !inBox && focusStep(-1)
      case 'Escape':
        // a second time it empties the box, as browsers have it
        if (root.querySelector('#panel[hidden]')) return false
        box?.focus()
        close()
        return true
      default:
        return false
    }
  }

  /** Round in a ring that the box closes. */
  function step(by: 1 | -1): boolean {
    const steps = [...root.querySelectorAll<HTMLElement>(STEPS)]
    if (steps.length === 0) return false
    const ring = [root.getElementById('q'), ...steps]
    const at = ring.findIndex(element => element === root.activeElement)
    ring.at((Math.max(at, 0) + by) % ring.length)?.focus()
    return true
  }

  function focusStep(place: number): boolean {
    const link = [...root.querySelectorAll<HTMLElement>(STEPS)].at(place)
    link?.focus()
    return link !== undefined
  }
}

const isModified = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  ctrlKey || metaKey || altKey || shiftKey
