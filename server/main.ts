import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { accounts, shop as shopTable } from '../drizzle/schema/index.ts'
import { minuteMs } from '../shared/time.ts'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { seedDemo } from './demo/seed.ts'
import { createLog } from './log.ts'
import { projectFolder } from './project.ts'
import { passTime, startRounds } from './rounds.ts'
import { openShop, type Shop } from './shop.ts'
import { newOwnerLink } from './staff/accounts.ts'
import { standInRoutes } from './zalo/stand-in/serve.ts'
import { createStandIn } from './zalo/stand-in/stand-in.ts'

/** Opens the shop, listens, runs the rounds, and stops cleanly when told to. Says on `tell` what a person must know. */
export async function start(config: Config, tell: (line: string) => void) {
  const log = createLog(config.logLevel)
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  const travel = async (minutes: number) => {
    aheadMs += minutes * minuteMs
    await passTime(shop)
  }
  const webhooks = `http://127.0.0.1:${config.port}/webhooks`
  const urls = { webhookUrl: `${webhooks}/zalo`, checkoutCallbackUrl: `${webhooks}/checkout` }
  const standIn = config.standIn ? createStandIn({ settings: config.zalo, now, ...urls, fetch, travel }) : undefined
  if (standIn) standIn.switches.strangersHaveZalo = true // the demo's customers
  const shop = await openShop(config, { now, fetch, firstTokens: standIn?.firstTokens() })
  await firstStart(shop, config, tell)

  const dist = join(projectFolder, 'dist')
  const folders = { miniAppFolder: join(dist, 'mini-app'), phoneFolder: join(dist, 'phone') }
  const pretend = standIn && standInRoutes(standIn, folders)
  const app = createApp(shop, { log, adminFolder: join(dist, 'admin'), standIn: pretend })
  const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port })
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const stopRounds = startRounds(shop, log)
  if (standIn && !isLoopback(config.host))
    tell(`Warning: the pretend Zalo answers on ${config.host}. Anyone who reaches it can sign in as anybody.`)

  tell(`Khách Quen: ${config.publicUrl}`)

  async function stop() {
    server.close()
    await stopRounds()
    await shop.rest()
    shop.close()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop().then(() => process.exit(0)))
}

/** An empty database gets the demo shop, or with real credentials an empty shop and a link that makes its owner. */
async function firstStart(shop: Shop, { standIn, publicUrl }: Config, tell: (line: string) => void) {
  const isEmpty = (await shop.read.$count(shopTable)) === 0
  if (isEmpty && standIn) await seedDemo(shop)
  else if (isEmpty) await shop.write((tx) => tx.insert(shopTable).values(newShop))
  if ((await shop.read.$count(accounts)) > 0) return
  const token = await shop.write((tx) => newOwnerLink(tx, shop.now()))
  tell(`Create the owner within a day: ${publicUrl}/admin/first?token=${token}`)
}

const newShop = { id: 1, name: 'Tiệm mới', address: 'Chưa có địa chỉ', phone: 'Chưa có số' }

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || host.startsWith('127.')
