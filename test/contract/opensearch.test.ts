import { afterAll, it } from 'vitest'
import { openEmptyIndex } from '../servers/opensearch/open-empty.ts'
import {
  openSearchUnderTest,
  WHY_NO_OPENSEARCH,
  type OpenSearchUnderTest,
} from '../servers/opensearch/opensearch-node.ts'
import { describeEdits } from './edits-contract.ts'
import { describeEngine, type EngineUnderTest } from './engine-contract.ts'
import { describeTwin } from './twin-contract.ts'
import { describeVerification } from './verification-contract.ts'

let started: Promise<OpenSearchUnderTest> | undefined

const open = (shards: number) => async (): Promise<EngineUnderTest> => {
  const { url } = await (started ??= openSearchUnderTest())
  return openEmptyIndex(url, { shards })
}

if (WHY_NO_OPENSEARCH === undefined) {
  afterAll(async () => {
    await (await started)?.stop()
  })
  describeEngine('opensearch', open(1))
  describeEdits('opensearch', open(1))
  describeVerification('opensearch', open(1), { verifies: true })
  describeTwin('opensearch', open(1), { corpora: 4, queriesEach: 150 })
  describeTwin('opensearch on 3 shards', open(3), { corpora: 1, queriesEach: 100 })
} else {
  it.skip(`opensearch keeps the contract (${WHY_NO_OPENSEARCH})`, () => undefined)
}
