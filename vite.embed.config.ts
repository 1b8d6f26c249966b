import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { BOX_CATALOGUES } from './web/embed/catalogues.ts'

const CATALOGUES = fileURLToPath(new URL('web/embed/catalogues.ts', import.meta.url))

/** Bundles the search box for pages of other sites: one classic script that asks for no other file. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  plugins: [
    {
      name: 'catalogues-of-the-box',
      /** Of the messages of the service, those that the box says. */
      load: id =>
        id === CATALOGUES ? `export const BOX_CATALOGUES = ${JSON.stringify(BOX_CATALOGUES)}` : undefined,
    },
  ],
  build: {
    // beside the script of the page
    outDir: 'dist/page',
    emptyOutDir: false,
    target: 'es2022',
    // older browsers would take light-dark() out of the page's hands
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    lib: {
      entry: 'web/embed/main.ts',
      formats: ['iife'],
      name: 'paragrafSearch',
      fileName: () => 'embed.js',
    },
  },
})
