import { readFile } from 'node:fs/promises'
import path from 'node:path'
import ignore from 'ignore'
import type { Ignore } from 'ignore'
import { systemCodeOf } from '../src/errors.ts'

export const IGNORE_FILE = '.paragrafignore'

/** The rules of one `.paragrafignore`, for paths below its folder. */
export type IgnoreRules = { readonly below: string; readonly rules: Ignore }

/** The rules of a folder: none or one. Throws when there is a file that cannot be read. */
export async function readIgnoreFile(folder: string, { below }: { below: string }): Promise<IgnoreRules[]> {
  try {
    const patterns = await readFile(path.join(folder, IGNORE_FILE), 'utf8')
    return [{ below, rules: ignore({ ignorecase: false }).add(patterns) }]
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT') return []
    throw error
  }
}

/** As git decides: the innermost folder whose rules say anything, for or against. A folder's path ends in `/`. */
export function isIgnored(innermostFirst: readonly IgnoreRules[], relativePath: string): boolean {
  for (const { below, rules } of innermostFirst) {
    const { ignored, unignored } = rules.test(relativePath.slice(below.length))
    if (ignored || unignored) return ignored
  }
  return false
}
