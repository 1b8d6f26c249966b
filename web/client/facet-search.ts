import type { FacetName } from '../../src/domain/query.ts'
import type { FacetAnswer } from '../../src/search/answer.ts'
import { facetUrl } from '../state/page-query.ts'
import { ask, ProblemError } from './ask.ts'
import { createLatest } from './latest.ts'
import type { LiveSearch } from './live-search.ts'
import { watchAnyTyping } from './typing.ts'

/** Finds values of a long facet by how they begin. */
export function searchFacets(search: LiveSearch): void {
  const latest = createLatest()
  watchAnyTyping('[data-facet]', (field, typed) => {
    find(field.dataset['facet'] as FacetName, typed).catch((error: unknown) => {
      // the list stays what it was
      if (!(error instanceof ProblemError)) throw error
    })
  })

  async function find(name: FacetName, typed: string): Promise<void> {
    const answer = await latest.run(signal =>
      ask<FacetAnswer>(facetUrl(name, typed, search.query()), { signal }),
    )
    if (answer === undefined) return
    await search.unfold(() => ({ facetSearch: { name, typed, values: answer.values } }))
  }
}
