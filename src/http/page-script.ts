import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { UiLanguage } from '../../web/i18n/ui-language.ts'
import type { PageScript } from '../../web/views/document.ts'

/** What of vite's manifest is asked: which file each source became. */
const Manifest = z.record(z.string(), z.object({ file: z.string() }))

/** The address below which the bundled files are served. */
export const ASSETS_PATH = '/assets'

/**
 * The script of the page in a folder that vite has filled, by the language of its reader. Undefined where nothing was
 * built: pages need none.
 */
export function readPageScript(folder: string): ((ui: UiLanguage) => PageScript) | undefined {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) return undefined
  const manifest = Manifest.parse(JSON.parse(readFileSync(file, 'utf8')))
  const addressOf = (source: string): string | undefined => {
    const built = manifest[source]
    return built && `${ASSETS_PATH}/${built.file}`
  }
  const entry = addressOf('web/client/main.ts')
  return entry === undefined ? undefined : ui => ({ entry, catalogue: addressOf(`web/i18n/${ui}.ts`) })
}
