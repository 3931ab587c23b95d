import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Browser, chromium } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import { messaging } from '../../drizzle/schema/index.ts'
import { projectFolder } from '../../server/project.ts'
import { standInRoutes } from '../../server/zalo/stand-in/serve.ts'
import { openTestShop } from './shop.ts'

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking']

export const miniAppFolder = join(projectFolder, 'dist/mini-app')
const phoneFolder = join(projectFolder, 'dist/phone')

/** The built Mini App in a real browser on a phone's screen. Each test opens a shop of its own behind it. */
export async function openMiniApp() {
  const browser: Browser = await chromium.launch({ executablePath: inject('chromium'), args: quiet })

  /** Today, since the browser's clock is the real one. */
  async function openShop() {
    const shop = await openTestShop({ now: new Date().toISOString() })
    // It may be night in Vietnam when tests run.
    await shop.shop.write((tx) => tx.update(messaging).set({ zaloNight: false }))
    shop.zalo.world.switches.nightRule = false
    const { miniAppId } = shop.zalo.world.settings
    const all = new Hono()
      .route('/', standInRoutes(shop.zalo, { miniAppFolder, phoneFolder }))
      .mount('/', shop.app.fetch)
    const server = serve({ fetch: all.fetch, port: 0 })
    const { port } = server.address() as AddressInfo
    shop.shop.config.miniAppOrigins = [`http://h5.zdn.vn.localhost:${port}`]
    const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
    onTestFinished(async () => {
      await context.close()
      server.close()
    })

    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (line) => ['error', 'warning'].includes(line.type()) && complaints.push(line.text()))
    page.on('pageerror', (error) => complaints.push(String(error)))
    /** `person` holds the phone; `phone` and `follow` are their answers to what Zalo asks on behalf of the shop. */
    const open = (path: string, holder: Record<string, string> = {}) => {
      const answers = new URLSearchParams({
        person: 'lan',
        phone: 'grant',
        follow: 'grant',
        userInfo: 'grant',
        ...holder,
      })
      return page.goto(`http://h5.zdn.vn.localhost:${port}/zapps/${miniAppId}${path}?${answers}`)
    }
    return { ...shop, page, context, complaints, open, port }
  }

  return { openShop, close: () => browser.close() }
}
