import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The pretend phone, and the script that makes a page look like Zalo to the Mini App inside it. */
export default defineConfig({
  root: here('.'),
  base: '/phone/',
  build: {
    outDir: here('../../../../dist/phone'),
    emptyOutDir: true,
    rolldownOptions: {
      input: { phone: here('index.html'), 'fake-host': here('../fake-host/native.ts') },
      output: {
        entryFileNames: ({ name }) => (name === 'fake-host' ? 'fake-host.js' : 'assets/[name].[hash].js'),
      },
    },
  },
})
