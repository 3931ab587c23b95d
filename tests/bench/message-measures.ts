import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { eq } from 'drizzle-orm'
import { outbox } from '../../drizzle/schema/index.ts'
import { readConfig } from '../../server/config.ts'
import { createBreakers } from '../../server/notifications/breaker.ts'
import { deliver } from '../../server/notifications/deliver.ts'
import { hold } from '../../server/notifications/hold.ts'
import { openShop } from '../../server/shop.ts'
import { createStandIn } from '../../server/zalo/stand-in/stand-in.ts'
import { signatureOf } from '../../server/zalo/webhooks.ts'
import { newId } from '../../shared/ids.ts'
import type { Ratios } from './measures.ts'
import { withWaiting } from './messages.ts'
import { measuredServer } from './server.ts'
import { median, sideBySide } from './side-by-side.ts'

const parallel = 20
const latencyMs = 50
/** Within a day's quota. */
const batch = 480

/** Messages a second handed to a Zalo in another process that takes 50 ms for each, against what 20 at once allow: 400. */
export async function handover(): Promise<Ratios> {
  const zalo = await measuredServer((await withWaiting(0)).url)
  const rates = []
  for (let round = 0; round < 4; round++) {
    const mood = { latencyMs, nightRule: false, receipts: 'never' }
    for (const quotaOut of [true, false]) // a day's quota afresh
      await fetch(`${zalo.url}/stand-in/mood`, { method: 'PUT', body: JSON.stringify({ ...mood, quotaOut }) })
    const { url, now } = await withWaiting(batch)
    const config = readConfig({ DATABASE_URL: url, PORT: new URL(zalo.url).port })
    // What one stand-in hands out every other takes.
    const nobody = async () => new Response('')
    const { firstTokens } = createStandIn({
      settings: config.zalo,
      now: () => new Date(),
      webhookUrl: 'http://x/',
      fetch: nobody,
    })
    const shop = await openShop(config, { now: () => now, fetch, firstTokens: firstTokens() })
    const began = performance.now()
    const sent = await deliver(shop)
    const seconds = (performance.now() - began) / 1000
    if (sent !== batch || (await shop.read.$count(outbox, eq(outbox.state, 'sent'))) !== batch)
      throw new Error(`Of ${batch} messages ${sent} were sent.`)
    if (round > 0) rates.push(sent / seconds)
    shop.close()
  }
  await zalo.stop()
  return { handover_vs_limit: median(rates) / ((parallel * 1000) / latencyMs) }
}

/** Taking a batch while 100,000 messages wait, against 1,000. */
export async function round(): Promise<Ratios> {
  const few = await taking(1000)
  const many = await taking(100_000)
  return { round_100k_vs_1k: await sideBySide(9, few, many) }
}

/** Milliseconds for taking a batch, which is put back each time. */
async function taking(count: number) {
  const { database, now } = await withWaiting(count)
  const putBack = new Error('put back')
  const holding = { leaseToken: newId(), most: parallel, breakers: createBreakers(), now, random: Math.random }
  return async () => {
    const began = performance.now()
    for (let i = 0; i < 40; i++)
      await database
        .write(async (tx) => {
          const { held } = await hold(tx, holding)
          if (held.length !== parallel) throw new Error(`Took ${held.length}.`)
          throw putBack
        })
        .catch((fault) => {
          if (fault !== putBack) throw fault
        })
    return (performance.now() - began) / 40
  }
}

/** How long the slowest hundredth of 500 webhooks waits that arrive at once, over connections that are open already. */
export async function webhooks(): Promise<Ratios> {
  const { url } = await withWaiting(0)
  const server = await measuredServer(url)
  const { zalo } = readConfig({ DATABASE_URL: url })
  const agent = new Agent({ keepAlive: true, maxSockets: 500, maxFreeSockets: 500 })
  const all = <Result>(each: () => Promise<Result>) => Promise.all(Array.from({ length: 500 }, each))
  const p99s = []
  for (let round = 0; round < 6; round++) {
    await all(() => post(server.url, '{}', {}, agent))
    const times = await all(() => {
      const timestamp = String(Date.now())
      const body = JSON.stringify({
        ...{ app_id: zalo.appId, event_name: 'user_send_text', timestamp },
        ...{ sender: { id: '77' }, recipient: { id: zalo.oaId } },
        message: { text: 'Tiệm còn mở không ạ?', msg_id: newId() },
      })
      return post(server.url, body, { 'x-zevent-signature': signatureOf(Buffer.from(body), timestamp, zalo) }, agent)
    })
    if (round > 0) p99s.push(times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)]!)
  }
  agent.destroy()
  await server.stop()
  return { webhook_p99_ms: median(p99s) }
}

/** Milliseconds until a webhook is answered with 200. */
async function post(url: string, body: string, headers: Record<string, string>, agent: Agent) {
  const began = performance.now()
  const asking = request(`${url}/webhooks/zalo`, { method: 'POST', headers, agent })
  asking.end(body)
  const [answer] = (await once(asking, 'response')) as [IncomingMessage]
  answer.resume()
  await once(answer, 'end')
  if (answer.statusCode !== 200) throw new Error(`A webhook was answered with ${answer.statusCode}.`)
  return performance.now() - began
}
