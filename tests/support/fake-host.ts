import { mkdtemp, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build } from 'vite'
import { inject } from 'vitest'
import { standInRoutes } from '../../server/zalo/stand-in/serve.ts'
import { openZalo, zaloSettings } from './zalo.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']

export type SdkCall = (sdk: typeof import('zmp-sdk/apis')) => unknown

/** A real browser, in which the real SDK meets the fake host of a stand-in. */
export async function openFakeHost() {
  const zalo = openZalo()
  const folder = await mkdtemp(join(tmpdir(), 'fake-host-'))
  const [phoneFolder, miniAppFolder] = [join(folder, 'phone'), join(folder, 'mini-app')]
  const configFile = here('../../server/zalo/stand-in/phone/vite.config.ts')
  await build({ configFile, logLevel: 'error', build: { outDir: phoneFolder } })
  await build({
    configFile: false,
    logLevel: 'error',
    base: './',
    build: {
      outDir: miniAppFolder,
      rolldownOptions: {
        input: here('sdk-page.ts'),
        output: { entryFileNames: 'assets/main.module.js' },
      },
    },
  })
  const config = { app: { title: 'Tiệm thử' }, listCSS: [], listSyncJS: ['assets/main.module.js'], listAsyncJS: [] }
  await writeFile(join(miniAppFolder, 'app-config.json'), JSON.stringify(config))

  const routes = standInRoutes(zalo.standIn, { miniAppFolder, phoneFolder })
  const server = serve({ fetch: routes.fetch, port: 0 })
  const { port } = server.address() as AddressInfo
  const browser: Browser = await chromium.launch({ executablePath: inject('chromium'), args: quiet })

  /** A new page; what the browser complains of is kept. */
  async function newPage(address: string) {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(address)
    return { page, complaints }
  }
  const openPhone = () => newPage(`http://localhost:${port}/phone`)
  /** Opens an address within the Mini App, as Zalo would. */
  const open = async (path: string) => {
    const opened = await newPage(`http://h5.zdn.vn.localhost:${port}/zapps/${zaloSettings.miniAppId}${path}`)
    await opened.page.waitForFunction('window.sdk')
    return { ...opened, ask: (call: SdkCall) => askSdk(opened.page, call) }
  }

  const close = async () => {
    await browser.close()
    server.close()
  }
  return { ...zalo, open, openPhone, close, port }
}

/** What a call of the SDK comes to: its result, or the code it was refused with. */
function askSdk(page: Page, call: SdkCall): Promise<unknown> {
  return page.evaluate(
    `Promise.resolve((${call})(window.sdk)).catch((refusal) => ({ refused: refusal.code })).then((result) => result ?? 'done')`,
  )
}
