import { SEARCH_EVERYTHING } from '../../src/search/request.ts'
import type { Search } from '../../src/search/search.ts'
import type { SearchEngine } from '../../src/engines/search-engine.ts'
import { readCases } from '../case-file.ts'
import { askForAll } from './ask.ts'

/** What is typed in some style of marks, and in the plainest one. */
export const readMarkStyles = (): { line: number; typed: string; plain: string }[] =>
  readCases('mark-styles.txt').map(({ line, input, expected }) => ({ line, typed: input, plain: expected }))

/** Where a style of marks finds other paragraphs than the plain one, or either finds none. */
export async function differingStyles(
  search: Search,
  capabilities: SearchEngine['capabilities'],
): Promise<string[]> {
  const idsOf = remembering(async (typed: string): Promise<string> => {
    const answer = await askForAll(search, { ...SEARCH_EVERYTHING, typed }, capabilities)
    if (answer.kind === 'refused') return answer.code
    const ids = answer.hits.map(({ id }) => id).sort()
    return `${ids.join(' ')} of ${answer.first.total.paragraphs.value}`
  })
  const wrong: string[] = []
  for (const { line, typed, plain } of readMarkStyles()) {
    const [found, expected] = [await idsOf(typed), await idsOf(plain)]
    if (found !== expected) wrong.push(`${line}: ${typed} finds ${found}, and ${plain} ${expected}`)
    if (!/[1-9]\d*$/.test(expected)) wrong.push(`${line}: ${plain} finds nothing`)
  }
  return wrong
}

function remembering(of: (typed: string) => Promise<string>): (typed: string) => Promise<string> {
  const known = new Map<string, Promise<string>>()
  return typed => {
    const answer = known.get(typed) ?? of(typed)
    known.set(typed, answer)
    return answer
  }
}
