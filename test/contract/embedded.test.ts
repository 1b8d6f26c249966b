import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedEngine } from '../../src/engines/embedded/embedded-engine.ts'
import { describeEdits } from './edits-contract.ts'
import { describeEngine, type EngineUnderTest } from './engine-contract.ts'
import { describeTwin } from './twin-contract.ts'
import { describeVerification } from './verification-contract.ts'

async function openEmpty(): Promise<EngineUnderTest> {
  const directory = mkdtempSync(join(tmpdir(), 'paragraf-contract-'))
  const engine = openEmbeddedEngine({ directory })
  await engine.prepare()
  return {
    engine,
    dispose: async () => {
      await engine.close()
      rmSync(directory, { recursive: true })
    },
  }
}

describeEngine('embedded', openEmpty)
describeEdits('embedded', openEmpty)
describeVerification('embedded', openEmpty, { verifies: false })
describeTwin('embedded', openEmpty, { corpora: 20, queriesEach: 500 })
