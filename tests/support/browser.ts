import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { chromium, type Frame, type Page } from 'playwright-core'
import { inject, onTestFinished } from 'vitest'
import { createApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { seedDemo } from '../../server/demo/seed.ts'
import { createLog } from '../../server/log.ts'
import { takeInAll } from '../../server/notifications/take-in.ts'
import { projectFolder } from '../../server/project.ts'
import { passTime } from '../../server/rounds.ts'
import { openShop } from '../../server/shop.ts'
import { standInRoutes } from '../../server/zalo/stand-in/serve.ts'
import { createStandIn } from '../../server/zalo/stand-in/stand-in.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The pretend phone's own consent sheet, drawn in a frame of another origin; not a word about the app. */
const ownSheet = /^Blocked autofocusing/

/**
 * The demo shop on a port, as `npm start` serves it, with its clock in hand, and a real browser whose clock is the same.
 * With SCREENSHOTS set to a folder, `look` keeps what each step looks like, narrow and wide.
 */
export async function openDemoShop({
  now = '2026-11-23T09:00:00+07:00',
  connected = true,
  zaloTimeoutMs = 10_000,
  browserArgs = [] as string[],
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-demo-'))
  const clock = { at: new Date(now) }
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => void lines.push(line) })

  // The stand-in listens on the shop's own port, which is known only once somebody listens.
  let answer: (request: Request, env: unknown) => Response | Promise<Response> = () => new Response('', { status: 503 })
  const server = serve({ fetch: (request, env) => answer(request, env), port: 0 })
  const { port } = server.address() as AddressInfo
  const config = readConfig({ DATABASE_URL: `file:${join(folder, 'shop.db')}`, PORT: String(port) })
  config.zalo.timeoutMs = zaloTimeoutMs
  const surroundings = { now: () => clock.at, fetch }
  const standIn = createStandIn({
    settings: config.zalo,
    webhookUrl: `http://127.0.0.1:${port}/webhooks/zalo`,
    checkoutCallbackUrl: `http://127.0.0.1:${port}/webhooks/checkout`,
    travel: (minutes) => wait(minutes),
    ...surroundings,
  })
  standIn.switches.strangersHaveZalo = true
  const shop = await openShop(config, { ...surroundings, firstTokens: connected ? standIn.firstTokens() : undefined })
  await seedDemo(shop)
  const dist = join(projectFolder, 'dist')
  const pretend = standInRoutes(standIn, { miniAppFolder: join(dist, 'mini-app'), phoneFolder: join(dist, 'phone') })
  const app = createApp(shop, { log, adminFolder: join(dist, 'admin'), standIn: pretend })
  answer = app.fetch

  /** Lets time pass for the shop and the browser, and does what is due. */
  async function wait(minutes: number) {
    clock.at = new Date(clock.at.getTime() + minutes * 60_000)
    for (const page of pages) await page.clock.setFixedTime(clock.at)
    await passTime(shop)
    await standIn.settled()
    await takeInAll(shop)
  }

  const browser = await chromium.launch({ executablePath: inject('chromium'), args: [...quiet, ...browserArgs] })
  const complaints: string[] = []
  const pages: Page[] = []
  onTestFinished(async () => {
    await browser.close()
    server.close()
    await standIn.settled()
    await shop.rest()
    shop.close()
    rmSync(folder, { recursive: true })
  })

  return {
    url: `http://localhost:${port}`,
    miniAppUrl: `http://h5.zdn.vn.localhost:${port}/zapps/${config.zalo.miniAppId}`,
    shop,
    clock,
    standIn,
    lines,
    /** What the browser complained of. */
    complaints,
    async open(path: string, width = 1280) {
      const context = await browser.newContext({
        viewport: { width, height: width < 600 ? 844 : 900 },
        locale: 'vi-VN',
        reducedMotion: 'reduce', // a button that still moves can be missed by a click
      })
      const page = await context.newPage()
      await page.clock.setFixedTime(clock.at)
      page.on(
        'console',
        (line) =>
          ['error', 'warning'].includes(line.type()) && !ownSheet.test(line.text()) && complaints.push(line.text()),
      )
      page.on('pageerror', (error) => complaints.push(String(error)))
      await page.goto(path.startsWith('http') ? path : `http://localhost:${port}${path}`)
      pages.push(page)
      return page
    },
    wait,
    look,
  }
}

/** The Mini App in the pretend phone's frame. */
export async function miniAppOf(page: Page, name: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(`iframe[title*="${name}"]`)).contentFrame()
  if (!frame) throw new Error(`No Mini App of ${name}.`)
  return frame
}

let steps = 0

async function look(page: Page, step: string) {
  const folder = process.env.SCREENSHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const before = page.viewportSize()!
  steps++
  for (const [width, height] of [
    [390, 844],
    [1280, 900],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
    await page.screenshot({ path: join(folder, `${String(steps).padStart(2, '0')}-${step}-${width}.png`) })
  }
  await page.setViewportSize(before)
}
