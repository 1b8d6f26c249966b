import { afterAll, it } from 'vitest'
import { openEmptyIndex } from '../servers/opensearch/open-empty.ts'
import {
  openSearchUnderTest,
  WHY_NO_OPENSEARCH,
  type OpenSearchUnderTest,
} from '../servers/opensearch/opensearch-node.ts'
import { describeEngine, type EngineUnderTest } from './engine-contract.ts'
import { describeTwin } from './twin-contract.ts'

let started: Promise<OpenSearchUnderTest> | undefined

async function openEmpty(): Promise<EngineUnderTest> {
  const { url } = await (started ??= openSearchUnderTest())
  return openEmptyIndex(url)
}

if (WHY_NO_OPENSEARCH === undefined) {
  afterAll(async () => {
    await (await started)?.stop()
  })
  describeEngine('opensearch', openEmpty)
  describeTwin('opensearch', openEmpty, { corpora: 4, queriesEach: 150 })
} else {
  it.skip(`opensearch keeps the contract (${WHY_NO_OPENSEARCH})`, () => undefined)
}
