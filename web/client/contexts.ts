import type { ParagraphAnswer } from '../../src/search/answer.ts'
import { ask, ProblemError } from './ask.ts'
import type { LiveSearch } from './live-search.ts'
import { isPlainClick } from './plain-click.ts'

/** Neighbours of a paragraph on either side. */
const NEIGHBOURS = 2

/** Shows a hit between its neighbours, and alone again. A link without script leads to its article. */
export function unfoldContexts(search: LiveSearch): void {
  document.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-context]') : null
    const id = link?.dataset['context']
    if (id === undefined || !isPlainClick(event)) return
    event.preventDefault()
    toggle(id, link?.getAttribute('aria-expanded') === 'true').catch((error: unknown) => {
      if (!(error instanceof ProblemError) || !(link instanceof HTMLAnchorElement)) throw error
      // what can't be unfolded here can be read there
      location.assign(link.href)
    })
  })

  async function toggle(id: string, isOpen: boolean): Promise<void> {
    const { signal } = new AbortController()
    const paragraph = isOpen
      ? undefined
      : await ask<ParagraphAnswer>(`/api/paragraphs/${id}?context=${NEIGHBOURS}`, { signal })
    await search.unfold(({ contexts = new Map() }) => {
      const others = [...contexts].filter(([other]) => other !== id)
      return { contexts: new Map(paragraph ? [...others, [id, paragraph]] : others) }
    })
  }
}
