import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { outbox } from '../drizzle/schema/index.ts'
import type { Database } from '../server/database.ts'
import { deliver } from '../server/notifications/deliver.ts'
import { newId } from '../shared/ids.ts'
import { openMessages } from './support/messages.ts'
import { wish } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const sendings = '/business/message/template'

/** So many strangers with phones, each of whom has just booked by telephone. */
async function withBookings(count: number, given: Parameters<typeof openMessages>[0] = {}) {
  const shop = await openMessages(given)
  shop.zalo.switches.strangersHaveZalo = true
  async function book(n: number) {
    const startsAt = `2026-01-05T${String(9 + (n >> 1)).padStart(2, '0')}:30:00+07:00`
    const staffId = n % 2 ? known.thao.id : known.quan.id
    const newCustomer = { name: `Khách ${n}`, phone: `09050000${String(n).padStart(2, '0')}` }
    const parts = [{ serviceId: known.haircut.id, staffId }]
    const asked = { id: newId(), parts, startsAt, customerId: null, newCustomer, overrideReason: 'thử' }
    expect((await shop.owner('POST', '/bookings', asked)).status).toBe(201)
  }
  for (let n = 0; n < count; n++) await book(n)
  const seconds = (n: number) => shop.wait(n / 60)
  return { ...shop, book, seconds }
}

const counts = async (shop: Awaited<ReturnType<typeof openMessages>>) =>
  (await shop.owner('GET', '/messages')).body.counts

test('after five failures nothing is asked of Zalo for a minute, then one message tries', async () => {
  const shop = await withBookings(5)
  shop.zalo.trouble.always('business', '500')
  await shop.rounds()
  expect(shop.asked(sendings)).toBe(5)
  for (let n = 5; n < 9; n++) await shop.book(n)
  for (let i = 0; i < 11; i++) {
    shop.seconds(5)
    await shop.rounds()
  }
  expect(shop.asked(sendings)).toBe(5)
  shop.seconds(6)
  await shop.rounds()
  expect(shop.asked(sendings)).toBe(6) // one has tried, in vain
  shop.seconds(59)
  await shop.rounds()
  expect(shop.asked(sendings)).toBe(6)
  shop.zalo.trouble.always('business', undefined)
  shop.seconds(2)
  await shop.rounds()
  shop.wait(1)
  await shop.rounds()
  expect(await counts(shop)).toEqual({ delivered: 9 })
  expect(shop.asked(sendings)).toBe(6 + 9)
})

test('fewer than five failures in 30 seconds spare nothing, however long they go on', async () => {
  const shop = await withBookings(1, { random: () => 0 })
  shop.zalo.trouble.always('business', '500')
  for (let n = 1; n <= 10; n++) {
    await shop.rounds()
    expect(shop.asked(sendings)).toBe(n)
    shop.seconds(8)
  }
})

test('Zalo says when to come back, and is left alone until then', async () => {
  const shop = await withBookings(1, { random: () => 0 })
  shop.zalo.trouble.next('business', '429') // in 2 seconds; without a word from Zalo it would be one
  await shop.rounds()
  shop.seconds(1.9)
  await shop.rounds()
  expect(shop.asked(sendings)).toBe(1)
  shop.seconds(0.1)
  await shop.rounds()
  expect(await counts(shop)).toEqual({ delivered: 1 })
})

test('a broken connection burns no try and pauses all messages of that host', async () => {
  const shop = await withBookings(1)
  shop.zalo.trouble.always('business', -135)
  for (let n = 1; n <= 20; n++) {
    await shop.rounds()
    await shop.rounds()
    expect(shop.asked(sendings)).toBe(n)
    if (n < 15) await shop.book(n)
    shop.seconds(61)
  }
  const waiting = await shop.messages()
  expect(new Set(waiting.map(({ state, attempts }) => `${state} ${attempts}`))).toEqual(new Set(['waiting 0']))
  shop.zalo.trouble.always('business', undefined)
  await shop.rounds()
  shop.wait(1)
  await shop.rounds()
  expect(await counts(shop)).toEqual({ delivered: 15 })
})

test('what was given up on can be sent again or dropped, by owner and manager, and the audit log knows', async () => {
  const shop = await withBookings(2)
  shop.zalo.trouble.next('business', -119, -119)
  await shop.rounds()
  const [one, two] = await shop.messages()
  const [clerk, manager] = [await shop.staff('staff'), await shop.staff('manager')]
  for (const act of ['send-again', 'drop'])
    expect((await clerk('POST', `/messages/${one!.id}/${act}`)).status).toBe(403)
  expect((await manager('POST', `/messages/${one!.id}/send-again`)).status).toBe(204)
  expect((await manager('POST', `/messages/${two!.id}/drop`)).status).toBe(204)
  expect((await shop.owner('POST', `/messages/${two!.id}/drop`)).status).toBe(204) // a second time is no fault
  for (const minutes of [0, 60]) {
    shop.wait(minutes)
    await shop.rounds()
    expect((await shop.messages()).map(({ state }) => state)).toEqual(['delivered', 'dropped'])
  }
  const again = await shop.owner('POST', `/messages/${two!.id}/send-again`)
  expect([again.status, again.body.code]).toEqual([409, 'not_sendable'])
  const late = await shop.owner('POST', `/messages/${one!.id}/drop`)
  expect([late.status, late.body.code]).toEqual([409, 'not_droppable'])
  const { entries } = (await shop.owner('GET', '/audit')).body
  const acts = entries.map(({ act, about }: { act: string; about: string }) => `${act} ${about}`)
  expect(acts).toEqual(expect.arrayContaining([`send_again ${one!.id}`, `drop_message ${two!.id}`]))
})

test('while the first message of a customer is tried again the second waits; those of others go', async () => {
  const shop = await openMessages({ random: () => 0.99 })
  const [lan, minh] = [await shop.withPhone('lan'), await shop.withPhone('minh')]
  await lan('POST', '/bookings', wish('10:00'))
  shop.zalo.trouble.next('business', '500')
  await shop.rounds()
  await lan('POST', '/bookings', wish('11:00'))
  await minh('POST', '/bookings', wish('12:00', { startsAt: '2026-01-05T13:00:00+07:00' }))
  await shop.rounds()
  expect([shop.zalo.inboxOf('lan').length, shop.zalo.inboxOf('minh').length]).toEqual([0, 1])
  shop.wait(0.1)
  await shop.rounds()
  const times = shop.zalo.inboxOf('lan').map(({ template }) => template!.rows.at(-1)!.value)
  expect(times).toEqual(['10:00 05/01/2026', '11:00 05/01/2026'])
})

test.each(['before', 'while'] as const)(
  'a round that loses its lease %s it sends leaves the message to who holds it now',
  async (moment) => {
    const shop = await withBookings(1)
    shop.zalo.switches.receipts = 'never'
    const { read, write } = shop.shop
    const now = { leaseToken: 'another', leaseUntil: new Date(shop.clock.at.getTime() + 60_000) }
    const passOn = () => write((tx) => tx.update(outbox).set(now).where(eq(outbox.state, 'sending')))
    const late: Database['write'] = async (work) => {
      const done = await write(work)
      if (moment === 'before') await passOn()
      return done
    }
    const { fetch } = shop.zalo
    shop.zalo.fetch = async (...asked) => {
      await passOn()
      return fetch(...asked)
    }
    await deliver({ ...shop.shop, write: late })
    expect(shop.asked(sendings)).toBe(moment === 'before' ? 0 : 1)
    expect(await read.select().from(outbox)).toMatchObject([{ state: 'sending', ...now, zaloMessageId: null }])
  },
)

test.each(['html', 'empty', 'huge', 'odd'] as const)(
  'a reply that is %s leaves it unknown whether the message went; after the wait it goes once more, and no more',
  async (ailment) => {
    const shop = await withBookings(1)
    shop.zalo.switches.receipts = 'never'
    shop.zalo.trouble.always('business', ailment)
    await shop.rounds()
    expect([await counts(shop), shop.asked(sendings)]).toEqual([{ unknown: 1 }, 1])
    shop.wait(14)
    await shop.rounds()
    expect(shop.asked(sendings)).toBe(1)
    for (let i = 0; i < 5; i++) {
      shop.wait(15)
      await shop.rounds()
    }
    expect([await counts(shop), shop.asked(sendings)]).toEqual([{ dead: 1 }, 2])
  },
)

test('Zalo keeps silent after it took the message, and its receipt comes: it went once', async () => {
  const shop = await withBookings(1, { zaloTimeoutMs: 50 })
  shop.zalo.trouble.next('business', 'timeout')
  for (let i = 0; i < 3; i++) {
    await shop.rounds()
    shop.wait(16)
  }
  expect([await counts(shop), shop.asked(sendings)]).toEqual([{ delivered: 1 }, 1])
  expect(shop.zalo.messages).toHaveLength(1)
})
