import type { Reader } from '../i18n/reader.ts'
import type { PageParts } from '../views/document.ts'
import { footer } from '../views/footer.ts'
import { elementOf } from './elements.ts'
import { patch } from './patch.ts'

/** The document as the rest of the script sees it: something to show pages on. */
export type Screen = {
  show(page: PageParts): void
  /** What the box says from now on, whoever typed there. */
  setField(text: string): void
  /** Says something to who hears the page. */
  announce(text: string): void
  showBusy(isBusy: boolean): void
  /** To where the results begin, for who scrolls and for who steps through by keyboard. */
  toTop(): void
}

export function createScreen(reader: Reader): Screen {
  const main = elementOf('main', HTMLElement)
  const status = elementOf('status', HTMLElement)
  const announce = (text: string): void => {
    status.textContent = text
  }
  return {
    announce,
    show({ title, header, main: view, address }) {
      document.title = title
      patch(elementOf('top', HTMLElement), header)
      patch(main, view)
      patch(elementOf('bottom', HTMLElement), footer(address, reader))
    },
    setField(text) {
      elementOf('q', HTMLInputElement).value = text
    },
    showBusy(isBusy) {
      main.setAttribute('aria-busy', String(isBusy))
      if (isBusy) announce(reader.plain('search.busy'))
    },
    toTop() {
      main.focus({ preventScroll: true })
      main.scrollIntoView()
    },
  }
}
