import { readFileSync } from 'node:fs'

/** An answer of Meilisearch 1.50, as it was recorded. */
export const recorded = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`answers/${name}.json`, import.meta.url), 'utf8')) as unknown
