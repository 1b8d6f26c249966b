import { SearchParameters, toSearchRequest } from '../../src/http/search-parameters.ts'
import type { SearchRequest } from '../../src/search/request.ts'
import { MAX_LIMIT } from '../../src/search/request.ts'
import { readCases } from '../case-file.ts'

const EXPECTED = ['found', 'none', 'repaired', 'query_too_long'] as const
export type Expected = (typeof EXPECTED)[number]

/** A search as a reader makes it: what is typed, and the parameters beside it. */
export type ComparedQuery = {
  readonly category: string
  readonly line: number
  /** As it stands in the case file. */
  readonly shown: string
  readonly request: SearchRequest
  /** That something is found, nothing, something after a word was widened, or that the query is refused. */
  readonly expected: Expected
}

/**
 * `typed ==> expected` or `typed ?? name=value&name=value ==> expected`, the parameters as those of `/api/search`, but not
 * encoded. `\*65{word }` repeats.
 */
export function readQueries(): ComparedQuery[] {
  return readCases('comparison.txt').map(({ line, heading, input, expected }) => {
    const [, typed = input, parameters = ''] = /^(.*?)(?:^| )\?\? (.*)$/su.exec(input) ?? []
    return {
      category: heading,
      line,
      shown: input,
      request: requestOf(typed, parameters),
      expected: expectedOf(expected, line),
    }
  })
}

function requestOf(typed: string, parameters: string): SearchRequest {
  const query: Record<string, string[]> = {}
  for (const parameter of parameters.split('&').filter(one => one !== '')) {
    const [name = '', ...value] = parameter.split('=')
    query[name] = [...(query[name] ?? []), value.join('=')]
  }
  const entries = Object.entries(query).map(([name, values]) => [
    name,
    values.length > 1 ? values : values[0],
  ])
  const q = typed.replaceAll(/\\\*(\d+)\{(.*?)\}/gu, (_, times: string, text: string) =>
    text.repeat(Number(times)),
  )
  return toSearchRequest(
    SearchParameters.parse({ limit: String(MAX_LIMIT), ...Object.fromEntries(entries), q }),
  )
}

function expectedOf(expected: string, line: number): Expected {
  const known = EXPECTED.find(one => one === expected)
  if (known === undefined)
    throw new Error(`comparison.txt:${line} expects ${expected}: ${EXPECTED.join(', ')}`)
  return known
}
