import { createHash } from 'node:crypto'
import type { AnalyzedArticle } from '../../domain/analyzed.ts'

/** Everything of an article that is stored or searched. */
export const contentHash = ({ language, paragraphs }: AnalyzedArticle): string =>
  createHash('sha256')
    .update(JSON.stringify([language, paragraphs.map(({ paragraph }) => paragraph)]))
    .digest('base64url')
