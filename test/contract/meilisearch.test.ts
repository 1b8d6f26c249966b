import { afterAll, it } from 'vitest'
import { openEmptyIndex } from '../servers/meilisearch/open-empty.ts'
import {
  meilisearchUnderTest,
  WHY_NO_MEILISEARCH,
  type MeilisearchUnderTest,
} from '../servers/meilisearch/meilisearch-server.ts'
import { describeEdits } from './edits-contract.ts'
import { describeEngine, type EngineUnderTest } from './engine-contract.ts'
import { describeTwin } from './twin-contract.ts'
import { describeVerification } from './verification-contract.ts'

let started: Promise<MeilisearchUnderTest> | undefined

const openEmpty = async (): Promise<EngineUnderTest> =>
  openEmptyIndex(await (started ??= meilisearchUnderTest()))

if (WHY_NO_MEILISEARCH === undefined) {
  afterAll(async () => {
    await (await started)?.stop()
  })
  describeEngine('meilisearch', openEmpty)
  describeEdits('meilisearch', openEmpty)
  describeVerification('meilisearch', openEmpty, { verifies: true })
  describeTwin('meilisearch', openEmpty, { corpora: 3, queriesEach: 100 })
} else {
  it.skip(`meilisearch keeps the contract (${WHY_NO_MEILISEARCH})`, () => undefined)
}
