import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** Bundles what the page runs in the browser. The names hold a hash, so that they may be cached for ever. */
export default defineConfig(({ mode }) => {
  const name = mode === 'development' ? '[name].js' : '[name]-[hash].js'
  return {
    root: fileURLToPath(new URL('.', import.meta.url)),
    base: '/assets/',
    publicDir: false,
    build: {
      outDir: 'dist/page',
      emptyOutDir: true,
      target: 'es2022',
      manifest: 'manifest.json',
      modulePreload: false,
      rolldownOptions: {
        input: { page: 'web/client/main.ts' },
        output: { entryFileNames: name, chunkFileNames: name },
      },
    },
  }
})
