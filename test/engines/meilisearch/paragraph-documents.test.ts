import { describe, expect, it } from 'vitest'
import { goneDocuments, paragraphDocuments } from '../../../src/engines/meilisearch/paragraph-documents.ts'
import { tokensOf } from '../../../src/engines/meilisearch/token-text.ts'
import { analyzedArticle, type QuoteDraft } from '../../contract/articles.ts'

const documentsOf = (text: string, quotes: readonly QuoteDraft[]) => {
  const [paragraph] = analyzedArticle({ id: 'a', language: 'en', paragraphs: [{ text, quotes }] }).paragraphs
  if (!paragraph) throw new Error('unreachable')
  const documents = paragraphDocuments(paragraph, { hash: 'h', isHead: true })
  return { id: paragraph.paragraph.id, paragraph: paragraph.paragraph, documents }
}

describe('the documents of a paragraph', () => {
  it('without quotes are one, which is also what stands outside of speech', () => {
    const { documents } = documentsOf('Rain fell.', [])
    expect(documents).toMatchObject([{ role: ['live', 'text'], isHead: true, terms: ['rain', 'fell'] }])
    expect(documents[0]).not.toHaveProperty('quoteKeys')
  })

  it('with a quote are the paragraph, the quote and the rest, in which no pair jumps over the quote', () => {
    const { id, documents } = documentsOf('He said “rain fell” and left.', [
      { text: 'rain fell', speaker: 'Ada' },
    ])
    expect(documents).toMatchObject([
      { id, role: ['live'], pairs: ['he said', 'said rain', 'rain fell', 'fell and', 'and left'] },
      { id: `${id}_q0`, role: 'quote', quote: 0, terms: ['rain', 'fell'], pairs: ['rain fell'], length: 2 },
      { id: `${id}_t`, role: 'text', terms: ['he', 'said', 'and', 'left'], pairs: ['he said', 'and left'] },
    ])
    const [, said, outside] = documents
    expect(said).toMatchObject({ speakerNames: ['%0041da'], speakerOfArticle: 'a|%0041da' })
    expect(said).not.toHaveProperty('isHead')
    const { tokens } = outside as unknown as { tokens: string }
    expect(tokensOf(tokens).map(({ term }) => term)).toEqual(['he', 'said', '', '', 'and', 'left'])
  })

  it('with a scare quote only need no other text', () => {
    const { id, documents } = documentsOf('The “plan” failed.', [{ text: 'plan', kind: 'scare' }])
    expect(documents).toMatchObject([
      { id, role: ['live', 'text'], quoteKeys: ['scare'] },
      { id: `${id}_q0`, quoteKeys: ['scare'], terms: ['plan'] },
    ])
  })

  it('that are not written any more are replaced by empty ones', () => {
    const { id, paragraph } = documentsOf('“One,” he said, “two.”', [{ text: 'One,' }, { text: 'two.' }])
    const gone = goneDocuments([paragraph], new Set([id, `${id}_q0`, `${id}_t`]))
    expect(gone).toEqual([{ id: `${id}_q1`, role: 'gone', articleKey: 'a', sourceName: '%0054estavisa' }])
  })
})
