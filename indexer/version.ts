import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const Package = z.object({ name: z.literal('paragraf'), version: z.string() })

/** The package's version. Its package.json is one folder up from the source, two from the build. */
export async function readVersion(): Promise<string> {
  for (const place of ['../package.json', '../../package.json']) {
    try {
      return Package.parse(JSON.parse(await readFile(new URL(place, import.meta.url), 'utf8'))).version
    } catch {
      // Not this one.
    }
  }
  return 'unknown'
}
