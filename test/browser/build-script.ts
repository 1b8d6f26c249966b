import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'

export type BuiltScript = { readonly folder: string; remove(): void }

/** The script of the page, or of the search box, as `npm run build` makes it, in a folder of its own. */
export async function buildScript(
  config: 'vite.config.ts' | 'vite.embed.config.ts' = 'vite.config.ts',
): Promise<BuiltScript> {
  const configFile = fileURLToPath(new URL(`../../${config}`, import.meta.url))
  const folder = mkdtempSync(join(tmpdir(), 'paragraf-page-'))
  await build({ configFile, logLevel: 'warn', build: { outDir: folder } })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
