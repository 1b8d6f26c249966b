import { ATTRIBUTES } from './attributes.ts'
import type { Attribute } from './attributes.ts'
import { settingsOf } from './box-settings.ts'
import { createViewParser } from './parse-view.ts'
import { createSearchBox } from './search-box.ts'
import type { SearchBox } from './search-box.ts'
import css from './style.css?inline'
import type { ParagrafSearchProperties } from './types/embed.d.ts'

const NAME = 'paragraf-search'
type PropertyName = keyof ParagrafSearchProperties
const PROPERTIES = Object.keys(ATTRIBUTES) as PropertyName[]

/** Defines `<paragraf-search>`, once: a page that loads the script twice has the first. */
export function defineSearchBox({ home }: { readonly home: string }): void {
  if (customElements.get(NAME) !== undefined) return
  const parse = createViewParser()
  // no policy of a page forbids it, as it would a style element
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)

  class SearchElement extends HTMLElement {
    static readonly observedAttributes = PROPERTIES.map(name => ATTRIBUTES[name].name)
    readonly #box: SearchBox

    constructor() {
      super()
      const root = this.attachShadow({ mode: 'open' })
      root.adoptedStyleSheets = [sheet]
      this.#box = createSearchBox({
        root,
        parse,
        settings: () => settingsOf(this, home),
        tell: (name, detail) =>
          this.dispatchEvent(
            new CustomEvent(name, {
              detail,
              bubbles: true,
              composed: true,
              cancelable: name === 'paragraf-select',
            }),
          ),
      })
    }

    connectedCallback(): void {
      for (const name of PROPERTIES) adopt(this, name)
      this.#box.start()
    }

    disconnectedCallback(): void {
      this.#box.stop()
    }

    attributeChangedCallback(name: string, before: string | null, now: string | null): void {
      if (name === 'q') this.#box.fill(now ?? '')
      else if (before !== now && this.isConnected) this.#box.refresh()
    }

    get q(): string {
      return this.#box.text()
    }

    set q(text: string) {
      this.setAttribute('q', text)
    }

    override focus(options?: FocusOptions): void {
      this.#box.focus(options)
    }

    search(text: string): Promise<void> {
      return this.#box.search(text)
    }
  }

  for (const name of PROPERTIES) {
    if (name !== 'q')
      Object.defineProperty(SearchElement.prototype, name, accessorOf(ATTRIBUTES[name] as Attribute<unknown>))
  }
  customElements.define(NAME, SearchElement)
}

/** A property that is its attribute. */
function accessorOf({ name, read, write }: Attribute<unknown>): PropertyDescriptor & ThisType<HTMLElement> {
  return {
    configurable: true,
    enumerable: true,
    get() {
      return read(this.getAttribute(name))
    },
    // who writes no TypeScript may set nothing at all
    set(value: unknown) {
      const text = value === undefined || value === null ? undefined : write(value)
      if (text === undefined) this.removeAttribute(name)
      else this.setAttribute(name, text)
    },
  }
}

/** What was set before the script was there, as frameworks do, hides the property: it is set again. */
function adopt(element: HTMLElement, name: PropertyName): void {
  if (!Object.hasOwn(element, name)) return
  const early = element as unknown as Record<PropertyName, unknown>
  const { [name]: value } = early
  delete early[name]
  early[name] = value
}
