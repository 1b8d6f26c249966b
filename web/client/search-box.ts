import { elementOf } from './elements.ts'
import type { LiveSearch } from './live-search.ts'
import { watchTyping } from './typing.ts'

/** Searches while somebody types, and for the words as they stand once somebody says that these are all. */
export function startSearchBox(search: LiveSearch): void {
  const box = elementOf('q', HTMLInputElement)

  const typed = (value: string): void => {
    const query = search.query()
    const q = value.trim() === '' ? '' : value
    if (q === query.q) return
    // all keys of one search are one entry of the history
    const history = query.prefix === 'last' ? 'replace' : 'push'
    const prefix = q === '' ? undefined : 'last'
    void search.go({ ...query, q, prefix, cursor: undefined }, { history, isTyped: true })
  }
  const forgetTyping = watchTyping(box, typed)

  const submit = (): void => {
    forgetTyping()
    const query = search.query()
    const { value: zone } = elementOf('in', HTMLSelectElement)
    const next = {
      ...query,
      q: box.value,
      in: zone === 'quotes' || zone === 'text' ? zone : undefined,
      prefix: undefined,
      cursor: undefined,
    } as const
    void search.go(next, { history: query.prefix === 'last' ? 'replace' : 'push' })
  }

  document.addEventListener('submit', event => {
    if (event.target !== box.form) return
    event.preventDefault()
    submit()
  })
  document.addEventListener('change', event => {
    if (event.target instanceof Element && event.target.id === 'in') submit()
  })
  // who was faster than this script has typed already
  if (document.activeElement === box) typed(box.value)
}
