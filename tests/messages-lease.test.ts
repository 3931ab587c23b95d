import { expect, test } from 'vitest'
import { customers, outbox } from '../drizzle/schema/index.ts'
import { createBreakers } from '../server/notifications/breaker.ts'
import { deliver } from '../server/notifications/deliver.ts'
import { createStandIn } from '../server/zalo/stand-in/stand-in.ts'
import { createZalo } from '../server/zalo/zalo.ts'
import { newId } from '../shared/ids.ts'
import { dayMs } from '../shared/time.ts'
import { openTestShop } from './support/shop.ts'
import { createVirtualTime } from './support/virtual-time.ts'
import { createStore } from './support/zalo.ts'

const params = { customer_name: 'Lan', booking_code: 'A1', service: 'Cắt', staff: 'Thảo', time: '10:30', shop: 'Tiệm' }

test('with a Zalo so slow that leases would end, a round keeps what it holds, and nobody takes it over', async () => {
  const { shop } = await openTestShop()
  const time = createVirtualTime(new Date('2026-01-05T09:00:00+07:00'))
  const ids = Array.from({ length: 60 }, newId)
  const at = time.now()
  await shop.write(async (tx) => {
    const somebody = { name: 'Lan', nameFolded: 'lan', createdAt: at }
    await tx.insert(customers).values(ids.map((id, i) => ({ id, ...somebody, phone: `+84912340${100 + i}` })))
    const news = {
      intent: 'booking_made' as const,
      params,
      dueAt: at,
      uselessAt: new Date(at.getTime() + dayMs),
      createdAt: at,
    }
    await tx
      .insert(outbox)
      .values(ids.map((id) => ({ id, key: `booking_made:${id}`, customerId: id, about: id, ...news })))
  })
  const standIn = createStandIn({
    ...{ settings: shop.config.zalo, now: time.now, later: time.later, webhookUrl: 'http://shop.test/' },
    fetch: async () => new Response(''),
  })
  Object.assign(standIn.switches, { strangersHaveZalo: true, latencyMs: 40_000, receipts: 'never' })
  const worker = () => {
    const fetch: typeof globalThis.fetch = (url, init) =>
      standIn.fetch(String(url).replace(/^.*\/stand-in/, ''), { ...init, signal: null })
    const outside = { fetch, now: time.now, settings: shop.zaloSettings, tokens: createStore(standIn.firstTokens()) }
    return { ...shop, now: time.now, zalo: createZalo(outside), breakers: createBreakers() }
  }

  const rounds = [deliver(worker())]
  for (const seconds of [65, 75, 105]) time.later(seconds * 1000, () => void rounds.push(deliver(worker())))
  await time.until(rounds[0]!)
  await time.until(Promise.all(rounds))

  expect(standIn.messages).toHaveLength(60)
  const rows = await shop.read.select({ state: outbox.state, unknown: outbox.unknownTimes }).from(outbox)
  expect(rows).toEqual(Array(60).fill({ state: 'sent', unknown: 0 }))
})
