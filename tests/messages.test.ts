import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { outbox } from '../drizzle/schema/index.ts'
import { deliver } from '../server/notifications/deliver.ts'
import { openTestShop, type TestShop, wish } from './support/shop.ts'

test('a booking is confirmed, reminded of twice, and asked about afterwards', async () => {
  const shop = await openTestShop()
  const { lan, titles } = await withPhone(shop)
  const asked = wish('15:00', { startsAt: '2026-01-07T15:00:00+07:00' })
  await lan('POST', '/bookings', asked)
  await shop.rounds()
  expect(titles()).toHaveLength(1)
  const [made] = shop.zalo.inboxOf('lan')
  expect(JSON.stringify(made)).toContain('15:00 07/01/2026')
  shop.wait(31 * 60)
  await shop.rounds()
  shop.wait(22 * 60)
  await shop.rounds()
  expect(titles()).toHaveLength(3)
  shop.wait(3 * 60)
  await (await shop.staff())('POST', `/bookings/${asked.id}/complete`, {})
  await shop.rounds()
  expect(titles()).toHaveLength(4)
  shop.wait(60)
  await shop.rounds()
  expect(new Set(titles()).size).toBe(5)
  const states = await shop.shop.read.select({ state: outbox.state }).from(outbox)
  expect(states.map(({ state }) => state)).toEqual(Array(5).fill('delivered'))
})

test('reminders die with the booking, which is told', async () => {
  const shop = await openTestShop()
  const { lan, titles } = await withPhone(shop)
  const asked = wish('15:00', { startsAt: '2026-01-07T15:00:00+07:00' })
  await lan('POST', '/bookings', asked)
  await lan('POST', `/bookings/${asked.id}/cancel`)
  shop.wait(72 * 60)
  await shop.rounds()
  expect(titles()).toEqual([]) // all too late to be of use
  const rows = await shop.shop.read.select({ intent: outbox.intent, state: outbox.state }).from(outbox)
  expect(Object.fromEntries(rows.map(({ intent, state }) => [intent, state]))).toEqual({
    booking_made: 'cancelled',
    booking_cancelled: 'expired',
  })
})

test('nothing leaves at night; it waits for the morning if it is still of use', async () => {
  const shop = await openTestShop({ now: '2026-01-05T21:50:00+07:00' })
  const { lan, titles } = await withPhone(shop)
  shop.wait(20)
  await lan('POST', '/bookings', wish('09:00', { startsAt: '2026-01-06T09:00:00+07:00' }))
  await shop.rounds()
  expect(titles()).toEqual([])
  shop.wait(7 * 60 + 49) // 05:59
  await shop.rounds()
  expect(titles()).toEqual([])
  shop.wait(10)
  await shop.rounds()
  expect(titles()).toHaveLength(1)
})

test('a customer without a phone costs no try, and can be told once they share it', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  await lan('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  const owner = await shop.staff('owner')
  const { body } = await owner('GET', '/messages?state=dead')
  expect(body.messages).toMatchObject([{ intent: 'booking_made', problem: expect.stringContaining('số điện thoại') }])
  await sharePhone(shop, lan)
  expect((await owner('POST', `/messages/${body.messages[0].id}/send-again`)).status).toBe(204)
  await shop.rounds()
  expect(shop.zalo.inboxOf('lan')).toHaveLength(1)
})

test('Zalo failing loses nothing: tried again, told in admin, delivered once', async () => {
  const shop = await openTestShop()
  const { lan, titles } = await withPhone(shop)
  shop.zalo.trouble.next('business', '500')
  await lan('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  const { body } = await (await shop.staff())('GET', '/messages?state=waiting')
  expect(body.messages).toContainEqual(
    expect.objectContaining({ intent: 'booking_made', attempts: 1, problem: expect.any(String) }),
  )
  shop.wait(1)
  await shop.rounds()
  expect(titles()).toHaveLength(1)
})

test('an answer lost after sending is settled by the receipt: nothing is sent twice', async () => {
  const shop = await openTestShop({ zaloTimeoutMs: 1000 })
  const { lan, titles } = await withPhone(shop)
  shop.zalo.trouble.next('business', 'timeout')
  await lan('POST', '/bookings', wish('10:30'))
  await shop.rounds()
  shop.wait(16)
  await shop.rounds()
  expect(titles()).toHaveLength(1)
  expect((await (await shop.staff())('GET', '/messages')).body.counts).toMatchObject({ delivered: 1 })
})

test('an answer lost and no receipt either is sent once more, and then no more', async () => {
  const shop = await openTestShop({ zaloTimeoutMs: 1000 })
  const { lan, titles } = await withPhone(shop)
  shop.zalo.switches.receipts = 'never'
  shop.zalo.trouble.next('business', 'timeout', 'timeout')
  await lan('POST', '/bookings', wish('09:30'))
  await shop.rounds()
  expect((await (await shop.staff())('GET', '/messages')).body.counts).toEqual({ unknown: 1 })
  for (let i = 0; i < 5; i++) {
    shop.wait(16)
    await shop.rounds()
  }
  expect(titles()).toHaveLength(2)
  expect((await (await shop.staff())('GET', '/messages')).body.counts).toEqual({ dead: 1 })
})

test('a fault for good is a dead letter with its reason', async () => {
  const shop = await openTestShop()
  const { lan } = await withPhone(shop)
  shop.zalo.trouble.next('business', -119)
  await lan('POST', '/bookings', wish('15:00'))
  await shop.rounds()
  const { body } = await (await shop.staff())('GET', '/messages?state=dead')
  expect(body.counts.dead).toBe(1)
  expect(body.messages[0].problem.length).toBeGreaterThan(10)
})

test('a round that died with a message in its hands leaves it unknown, not lost', async () => {
  const shop = await openTestShop()
  const { lan, titles } = await withPhone(shop)
  await lan('POST', '/bookings', wish('15:00'))
  const held = { state: 'sending' as const, leaseToken: 'gone', leaseUntil: new Date(shop.clock.at.getTime() + 60_000) }
  await shop.shop.write((tx) => tx.update(outbox).set(held).where(eq(outbox.intent, 'booking_made')))
  expect(await deliver(shop.shop)).toBe(0) // still held
  shop.wait(2)
  await shop.rounds()
  expect((await (await shop.staff())('GET', '/messages?state=unknown')).body.total).toBe(1)
  shop.wait(16)
  await shop.rounds()
  expect(titles()).toHaveLength(1)
})

test('a message whose outcome stayed unknown twice is given up on, also when it was the rounds that died', async () => {
  const shop = await openTestShop()
  const { lan, titles } = await withPhone(shop)
  await lan('POST', '/bookings', wish('15:00'))
  for (const counts of [{ unknown: 1 }, { dead: 1 }]) {
    const held = {
      state: 'sending' as const,
      dueAt: shop.clock.at,
      leaseToken: 'gone',
      leaseUntil: new Date(shop.clock.at.getTime() + 60_000),
    }
    await shop.shop.write((tx) => tx.update(outbox).set(held).where(eq(outbox.intent, 'booking_made')))
    shop.wait(2)
    await shop.rounds()
    expect((await (await shop.staff())('GET', '/messages')).body.counts).toEqual(counts)
  }
  expect(titles()).toEqual([])
})

test('a hundred rounds at once send each message once', async () => {
  const shop = await openTestShop()
  const { lan, titles } = await withPhone(shop)
  await lan('POST', '/bookings', wish('15:00'))
  await Promise.all(Array.from({ length: 100 }, () => deliver(shop.shop)))
  expect(titles()).toHaveLength(1)
})

async function withPhone(shop: TestShop) {
  const lan = await shop.customer('lan')
  await sharePhone(shop, lan)
  return { lan, titles: () => shop.zalo.inboxOf('lan').map(({ template }) => template?.title) }
}

const sharePhone = ({ zalo }: TestShop, who: Awaited<ReturnType<TestShop['customer']>>) =>
  who('POST', '/me/phone', { code: zalo.phoneCodeOf(who.key), accessToken: zalo.accessTokenOf(who.key) })
