import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createQuotationCheck } from '../../src/citation/check-quotation.ts'
import type { CheckQuotation } from '../../src/citation/check-quotation.ts'
import { openEmbeddedEngine } from '../../src/engines/embedded/embedded-engine.ts'
import { createPreparer } from '../../src/ingest/prepare-article.ts'
import type { EngineUnderTest } from '../contract/engine-contract.ts'
import { openEmptyIndex as openMeilisearch } from '../servers/meilisearch/open-empty.ts'
import { meilisearchUnderTest, WHY_NO_MEILISEARCH } from '../servers/meilisearch/meilisearch-server.ts'
import { openEmptyIndex as openOpenSearch } from '../servers/opensearch/open-empty.ts'
import { openSearchUnderTest, WHY_NO_OPENSEARCH } from '../servers/opensearch/opensearch-node.ts'
import { readExpected } from '../seeds.ts'
import type { ExpectedParagraph } from '../seeds.ts'

/** The check asks nothing of an engine that not every engine can answer: the same claims find the same quotations. */

const CLAIMS: readonly (readonly [claim: string, verdict: string, place: string | undefined])[] = [
  ['Is this when we sing?', 'verbatim', 'ferry-en-ostrel#4'],
  ['“we were told NOTHING until she was already stuck”', 'altered', 'ferry-en-ostrel#3'],
  ['"We were told nothing, until she was already stuck"', 'verbatim', 'ferry-en-ostrel#3'],
  ['We were told nothing … too late to turn her', 'trimmed', 'ferry-en-ostrel#3'],
  ['We were told nothing until the ship was stuck', 'altered', 'ferry-en-ostrel#3'],
  ['telefone nobody bridge picked somebody', 'altered', 'ferry-en-ostrel#6'],
  ['Vi fikk ingen beskjed før ferja alt sto fast', 'altered', 'ferry-nb-havneblad-v1#2'],
  ['我们找的是木炭不是音乐', 'verbatim', 'flute-zh-ostrel#0'],
  ['Nobody has ever said a word about purple elephants', 'notFound', undefined],
  ['it is', 'trimmed', undefined],
]

type Opened = EngineUnderTest

function byArticle(): Map<string, ExpectedParagraph[]> {
  const articles = new Map<string, ExpectedParagraph[]>()
  for (const paragraph of readExpected()) {
    articles.set(paragraph.articleId, [...(articles.get(paragraph.articleId) ?? []), paragraph])
  }
  return articles
}

async function openEmbedded(): Promise<Opened> {
  const directory = mkdtempSync(join(tmpdir(), 'paragraf-check-'))
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

function describeCheck(name: string, open: () => Promise<Opened>): void {
  describe(`the check on ${name}`, () => {
    let opened: Opened
    let checker: CheckQuotation
    beforeAll(async () => {
      opened = await open()
      const prepare = createPreparer()
      const articles = byArticle()
      await opened.engine.put(
        [...articles].map(([id, paragraphs]) =>
          prepare({
            id,
            source: 'Newsroom',
            author: [],
            // the wire is first, as in the newsroom
            publishedAt: id.endsWith('-ostrel') ? 1000 : 2000,
            body: { kind: 'paragraphs', paragraphs: paragraphs.map(({ text }) => text) },
          }),
        ),
      )
      checker = createQuotationCheck(opened.engine)
    }, 300_000)
    afterAll(async () => {
      await checker.close()
      await opened.dispose()
    })

    for (const [claim, verdict, place] of CLAIMS) {
      it(`finds ${claim}`, async () => {
        const checked = await checker.check({ text: claim }, { deadline: performance.now() + 60_000 })
        expect(checked.verdict).toBe(verdict)
        const [first] = checked.matches
        const paragraph = first?.paragraphs[0]
        if (place !== undefined)
          expect(paragraph && `${paragraph.articleId}#${paragraph.position}`).toBe(place)
      })
    }
  })
}

describeCheck('embedded', openEmbedded)

if (WHY_NO_MEILISEARCH === undefined) {
  let server: Awaited<ReturnType<typeof meilisearchUnderTest>> | undefined
  afterAll(() => server?.stop())
  describeCheck('meilisearch', async () => openMeilisearch((server = await meilisearchUnderTest())))
} else {
  it.skip(`the check works on meilisearch (${WHY_NO_MEILISEARCH})`, () => undefined)
}

if (WHY_NO_OPENSEARCH === undefined) {
  let server: Awaited<ReturnType<typeof openSearchUnderTest>> | undefined
  afterAll(() => server?.stop())
  describeCheck('opensearch', async () => openOpenSearch((server = await openSearchUnderTest()).url))
} else {
  it.skip(`the check works on opensearch (${WHY_NO_OPENSEARCH})`, () => undefined)
}
