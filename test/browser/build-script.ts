import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const configFile = fileURLToPath(new URL('../../vite.config.ts', import.meta.url))

export type BuiltScript = { readonly folder: string; remove(): void }

/** The script of the page as `npm run build` makes it, in a folder of its own. */
export async function buildScript(): Promise<BuiltScript> {
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-page-'))
  await build({ configFile, logLevel: 'warn', build: { outDir: folder } })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
