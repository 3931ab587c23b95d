import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/**
 * Writes the `app-config.json` that Zalo's host builds its page from: the fields of the given file, and what the build
 * put out. Only the first screen's styles are listed; a later screen brings its own.
 */
export function appConfig(source: string): Plugin {
  return {
    name: 'app-config',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk')
      const entries = chunks.filter((chunk) => chunk.isEntry)
      const waited = chunks.filter(
        (chunk) => !chunk.isEntry && entries.some((entry) => needs(entry.fileName, chunk.fileName)),
      )
      const styles = new Set([...entries, ...waited].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))

      this.emitFile({
        type: 'asset',
        fileName: 'app-config.json',
        source: JSON.stringify({
          app: JSON.parse(readFileSync(source, 'utf8')).app,
          listCSS: [...styles],
          listSyncJS: entries.map((entry) => entry.fileName),
          listAsyncJS: waited.map((chunk) => chunk.fileName),
          pages: [],
        }),
      })

      function needs(from: string, wanted: string): boolean {
        const chunk = bundle[from]
        return chunk?.type === 'chunk' && chunk.imports.some((next) => next === wanted || needs(next, wanted))
      }
    },
  }
}
