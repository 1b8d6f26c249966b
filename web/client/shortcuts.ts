import { elementOf } from './elements.ts'

const STORED = 'paragraf.keys'
/** Results, and whatever else one wants to step through. */
const STEPS = '.hit h2 a, .checked h2'

/** Single keys for who uses them all day; the dialog that `?` opens tells them, and switches them off. */
export function startShortcuts(): void {
  const dialog = elementOf('keys', HTMLDialogElement)
  const switched = elementOf('keys-on', HTMLInputElement)
  switched.checked = read() !== 'off'
  switched.addEventListener('change', () => write(switched.checked ? 'on' : 'off'))
  document.addEventListener('click', event => {
    if (event.target instanceof Element && event.target.closest('[data-dialog="keys"]')) dialog.showModal()
  })
  document.addEventListener('keydown', event => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || dialog.open) return
    const box = document.activeElement === elementOf('q', HTMLInputElement)
    if (box && event.key === 'ArrowDown' && step(1)) event.preventDefault()
    if (isTyping(event.target) || !switched.checked) return
    if (act(event.key)) event.preventDefault()
  })

  function act(key: string): boolean {
    switch (key) {
      case '/':
        elementOf('q', HTMLInputElement).select()
        return true
      case '?':
        dialog.showModal()
        return true
      case 'j':
        return step(1)
      case 'k':
        return step(-1)
      default:
        return false
    }
  }
}

/** Moves the focus to the next or previous result. */
function step(by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLElement>(STEPS)]
  const current = document.activeElement?.closest('.hit, .checked')
  const at = links.findIndex(link => current?.contains(link))
  const next = links[at === -1 && by === -1 ? links.length - 1 : at + by]
  next?.focus()
  return next !== undefined
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select')

// storage may be forbidden
function read(): string | null {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null
  }
}

function write(value: string): void {
  try {
    localStorage.setItem(STORED, value)
  } catch {
    // for this page only, then
  }
}
