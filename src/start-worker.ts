import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/**
 * Starts a source file on another thread: from the build, where it has become `.js`, and from sources, which Node 20 can't
 * read by itself: there the loader of development comes first.
 */
export function startWorker(file: URL, workerData?: unknown): Worker {
  if (import.meta.url.endsWith('.ts')) return new Worker(withLoader(file), { eval: true, workerData })
  return new Worker(new URL(file.href.replace(/\.ts$/, '.js')), { workerData })
}

function withLoader(file: URL): string {
  // what `require` finds is the loader's CommonJS half, which can't load the other one in a worker
  const loader = createRequire(import.meta.url)
    .resolve('tsx/esm/api')
    .replace(/\.cjs$/, '.mjs')
  const [api, entry] = [pathToFileURL(loader).href, file.href].map(url => JSON.stringify(url))
  return `import(${api}).then(({ register }) => { register(); return import(${entry}) })`
}
