import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** `npm run dev`: the script of the page, built anew when its sources change, and the service from its sources. */
const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
const watching = await build({
  configFile,
  mode: 'development',
  logLevel: 'warn',
  build: { watch: {}, minify: false },
})
// the service reads what was built when it starts
if ('on' in watching) {
  await new Promise<void>(resolve => {
    watching.on('event', ({ code }) => {
      if (code === 'END' || code === 'ERROR') resolve()
    })
  })
}
// ends when the service does
await import('../src/main.ts')
if ('close' in watching) await watching.close()
