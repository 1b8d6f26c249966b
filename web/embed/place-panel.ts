/** What is left free at the edges of the window, pixels. */
const MARGIN = 8

/**
 * Keeps the panel within the window: it may be wider than the box that it belongs to. Sets what the style sheet asks for,
 * `--shift` and `--room`, on the frame, by script and not in markup, which a page's policy might forbid.
 */
export function placePanel(frame: HTMLElement, panel: HTMLElement): void {
  frame.style.setProperty('--shift', '0px')
  const { clientWidth } = document.documentElement
  frame.style.setProperty('--room', `${clientWidth - 2 * MARGIN}px`)
  const { left, right } = panel.getBoundingClientRect()
  const over = right - (clientWidth - MARGIN)
  const shift = left < MARGIN ? MARGIN - left : over > 0 ? -Math.min(over, left - MARGIN) : 0
  frame.style.setProperty('--shift', `${shift}px`)
}
