import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { createApp } from '../../server/app.ts'
import { type Config, readConfig } from '../../server/config.ts'
import { createLog } from '../../server/log.ts'
import { takeInAll } from '../../server/notifications/take-in.ts'
import { passTime } from '../../server/rounds.ts'
import { openShop } from '../../server/shop.ts'
import { newSession } from '../../server/staff/sessions.ts'
import { createStandIn } from '../../server/zalo/stand-in/stand-in.ts'
import { newId } from '../../shared/ids.ts'
import type { Role } from '../../shared/staff.ts'
import { known } from './test-shop.ts'

type Answered = {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at whatever came back
  body: any
  headers: Headers
}
export type Client = (method: string, path: string, json?: unknown) => Promise<Answered>

type Given = { now?: string; zaloTimeoutMs?: number; random?: () => number; configure?: (config: Config) => void }

/** A shop of its own for one test: a real file, the real app, the stand-in over the real client, a clock in hand. */
export async function openTestShop({
  now = '2026-01-05T08:00:00+07:00',
  zaloTimeoutMs = 10_000,
  random,
  configure,
}: Given = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'khach-quen-test-'))
  const file = join(folder, 'shop.db')
  copyFileSync(inject('template'), file)
  const clock = { at: new Date(now) }
  const config = readConfig({ DATABASE_URL: `file:${file}`, LOG_LEVEL: 'silent' })
  config.zalo.timeoutMs = zaloTimeoutMs
  configure?.(config)
  const lines: string[] = []
  const log = createLog('info', { write: (line: string) => void lines.push(line) })
  const tellShop: typeof fetch = async (url, init) => app.request(new URL(String(url)).pathname, init)
  const zalo = createStandIn({
    settings: config.zalo,
    now: () => clock.at,
    webhookUrl: 'http://shop/webhooks/zalo',
    checkoutCallbackUrl: 'http://shop/webhooks/checkout',
    fetch: tellShop,
  })
  const asked: string[] = []
  const shop = await openShop(config, {
    now: () => clock.at,
    fetch: (input, init) => {
      const path = String(input).replace(/^.*\/stand-in/, '')
      asked.push(path)
      return zalo.fetch(path, init)
    },
    firstTokens: zalo.firstTokens(),
    random,
  })
  const app = createApp(shop, { log, adminFolder: folder })
  onTestFinished(async () => {
    await zalo.settled() // a receipt must not find the shop closed
    await shop.rest()
    shop.close()
    rmSync(folder, { recursive: true })
  })

  const client =
    (base: string, headers: Record<string, string>): Client =>
    async (method, path, json) => {
      const answer = await app.request(base + path, {
        method,
        headers: { ...headers, ...(json !== undefined && { 'content-type': 'application/json' }) },
        body: json === undefined ? undefined : JSON.stringify(json),
      })
      const text = await answer.text()
      return {
        status: answer.status,
        body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
        headers: answer.headers,
      }
    }

  return {
    app,
    shop,
    zalo,
    clock,
    log,
    lines,
    file,
    /** How often Zalo was asked for something whose address begins so. */
    asked: (path: string) => asked.filter((each) => each.startsWith(path)).length,
    anybody: client('', {}),
    /** Somebody of the stand-in's people, signed in to the Mini App. */
    async customer(key: string) {
      const { body } = await client('/api', {})('POST', '/session', { accessToken: zalo.accessTokenOf(key) })
      const ask = client('/api', { authorization: `Bearer ${body.token}` })
      const sharePhone = () =>
        ask('POST', '/me/phone', { code: zalo.phoneCodeOf(key), accessToken: zalo.accessTokenOf(key) })
      return Object.assign(ask, { id: body.customer.id as string, token: body.token as string, key, sharePhone })
    },
    /** Somebody who works here, signed in to the admin page. */
    async staff(role: Role = 'staff') {
      const token = await shop.write((tx) => newSession(tx, known.accounts[role].id, clock.at))
      const headers = { cookie: `khach-quen=${token}`, 'x-requested-with': 'khach-quen' }
      return Object.assign(client('/admin/api', headers), { headers })
    },
    /** Lets time pass. */
    wait(minutes: number) {
      clock.at = new Date(clock.at.getTime() + minutes * 60_000)
    },
    /** What Zalo has told so far is taken in. */
    async settled() {
      await zalo.settled()
      await takeInAll(shop)
    },
    /** All that is due is done. */
    async rounds() {
      await passTime(shop)
      await zalo.settled()
      await takeInAll(shop)
    },
  }
}

/** For tests that write more in a minute than a person would. */
export function unlimited(config: Config) {
  config.writesPerMinute = { customer: 0, shop: 0 }
}

export type TestShop = Awaited<ReturnType<typeof openTestShop>>
export type Customer = Awaited<ReturnType<TestShop['customer']>>

/** A booking of Thảo's haircut at a time of the first day. */
export const wish = (time = '10:00', more: object = {}) => ({
  id: newId(),
  parts: [{ serviceId: known.haircut.id, staffId: known.thao.id as string | null }],
  startsAt: `2026-01-05T${time}:00+07:00`,
  ...more,
})
