import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const AppConfig = z.looseObject({
  app: z.looseObject({ title: z.string() }),
  listCSS: z.array(z.string()),
  listSyncJS: z.array(z.string()),
  listAsyncJS: z.array(z.string()),
})

/**
 * The page that Zalo would build around a Mini App: from its app-config.json alone, since index.html is never uploaded.
 * The native boundary comes first; listSyncJS is run, listAsyncJS are the modules it imports.
 */
export async function hostPage(miniAppFolder: string, miniAppId: string) {
  const config = AppConfig.parse(JSON.parse(await readFile(join(miniAppFolder, 'app-config.json'), 'utf8')))
  const address = (file: string) => attribute(`/zapps/${miniAppId}/${file.replace(/^\.?\//, '')}`)
  const given = { APP_ID: miniAppId, zAppID: miniAppId, APP_CONFIG: config, APP_ENV: 'LIVE', APP_VERSION: '1' }
  const lines = [
    '<!doctype html><html><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<meta name="version-id" content="1"><link rel="icon" href="data:,">',
    `<title>${attribute(config.app.title)}</title>`,
    `<script>Object.assign(window, ${JSON.stringify(given).replaceAll('<', '\\u003c')})</script>`,
    '<script type="module" src="/phone/fake-host.js"></script>',
    ...config.listCSS.map((file) => `<link rel="stylesheet" href="${address(file)}">`),
    ...config.listAsyncJS.map((file) => `<link rel="modulepreload" href="${address(file)}">`),
    '</head><body><div id="app"></div>',
    ...config.listSyncJS.map((file) => `<script type="module" src="${address(file)}"></script>`),
    '</body></html>',
  ]
  return lines.join('\n')
}

function attribute(text: string) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
