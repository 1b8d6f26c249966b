import type { Language } from '../../../src/domain/language.ts'
import type { Paragraph } from '../../../src/domain/paragraph.ts'
import { createPreparer } from '../../../src/ingest/prepare-article.ts'

const prepare = createPreparer()

/** A text as the indexer would store it, with the quotes that are found in it. */
export function prepared(text: string, language: Language): Paragraph {
  const { paragraphs } = prepare({
    id: 'prepared',
    source: 'Test',
    author: [],
    languages: [language],
    body: { kind: 'paragraphs', paragraphs: [text] },
  })
  const [first] = paragraphs
  if (!first) throw new Error('No paragraph was made')
  return { ...first.paragraph, language }
}
