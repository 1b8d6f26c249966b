import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** `npm run dev`: the scripts of browsers, built anew when their sources change, and the service from its sources. */
const watching = [
  // empties their folder
  await watch('vite.config.ts'),
  await watch('vite.embed.config.ts'),
]
// ends when the service does
await import('../src/main.ts')
for (const { close } of watching) await close()

async function watch(config: string): Promise<{ readonly close: () => Promise<void> }> {
  const watcher = await build({
    configFile: fileURLToPath(new URL(`../${config}`, import.meta.url)),
    mode: 'development',
    logLevel: 'warn',
    build: { watch: {}, minify: false },
  })
  if (!('on' in watcher)) throw new TypeError(`${config} is not watched.`)
  // the service reads what was built when it starts
  await new Promise<void>(resolve => {
    watcher.on('event', ({ code }) => {
      if (code === 'END' || code === 'ERROR') resolve()
    })
  })
  return { close: () => watcher.close() }
}
