import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { bookings, outbox } from '../drizzle/schema/index.ts'
import { tellMoved, tellOffer } from '../server/booking/news.ts'
import { forget } from '../server/notifications/outbox.ts'
import type { Intent } from '../shared/notifications.ts'
import { openMessages } from './support/messages.ts'
import { known } from './support/test-shop.ts'
import { keepVisit, moveVisit } from './support/visits.ts'

const hour = 60
const day = 24 * hour

/** Lan has a phone, and is told nothing but what the test is about. */
async function withLan(about: Intent[], now?: string) {
  const shop = await openMessages({ now, random: () => 0 })
  const lan = await shop.withPhone('lan')
  for (const { intent } of (await shop.owner('GET', '/triggers')).body.triggers)
    await shop.setTrigger(intent, { enabled: about.includes(intent) })
  const names = { customerId: lan.id, customerName: 'Lan', serviceName: 'Cắt tóc', staffName: 'Thảo' }
  const told = { ...names, shopName: 'Tiệm thử', zone: 'Asia/Ho_Chi_Minh' }
  return {
    ...shop,
    lan,
    visit: (startsAt: string) => keepVisit(shop, { customerId: lan.id, startsAt }),
    /** As the act of moving does it: the books, and the news. */
    async move(id: string, to: string) {
      const moves = await moveVisit(shop, id, to)
      await shop.shop.write((tx) => tellMoved(tx, { ...told, id, startsAt: new Date(to), moves }, shop.clock.at))
    },
    offer: (waitId: string, startsAt: string, until: string) =>
      shop.shop.write((tx) => {
        const offer = { ...told, waitId, startsAt: new Date(startsAt), until: new Date(until) }
        return tellOffer(tx, offer, shop.clock.at)
      }),
    /** When something was sent, and what time of the visit it names. */
    sent: () =>
      shop.zalo
        .inboxOf('lan')
        .map(({ at, template }) => [
          at.toISOString(),
          template!.rows.find(({ label }) => label === 'Thời gian')?.value,
        ]),
    async until(to: string) {
      while (shop.clock.at < new Date(to)) {
        shop.wait(5)
        await shop.rounds()
      }
    },
  }
}
const utc = (local: string) => new Date(`${local}+07:00`).toISOString()

test('a reminder due at 23:30 for a visit at 07:30 is sent by 22:00 the evening before, once', async () => {
  const shop = await withLan(['reminder_24h'], '2026-01-05T12:00:00+07:00')
  await shop.setTrigger('reminder_24h', { waitMinutes: 8 * hour })
  await shop.visit('2026-01-06T07:30:00+07:00')
  await shop.until('2026-01-06T08:00:00+07:00')
  expect(shop.sent()).toEqual([[utc('2026-01-05T21:30:00'), '07:30 06/01/2026']])
})

test('a reminder due early in the morning waits for the end of the night, unless that is too late', async () => {
  const shop = await withLan(['reminder_2h'], '2026-01-05T12:00:00+07:00')
  await shop.visit('2026-01-06T07:30:00+07:00') // due at 05:30
  await shop.visit('2026-01-06T06:03:00+07:00') // due at 04:03, over before the morning’s messages are out
  await shop.until('2026-01-06T08:00:00+07:00')
  expect(shop.sent()).toEqual([
    [utc('2026-01-05T21:30:00'), '06:03 06/01/2026'],
    [utc('2026-01-06T06:05:00'), '07:30 06/01/2026'],
  ])
})

test('a reminder that the night kept back too long is dropped, and the owner reads why', async () => {
  const shop = await withLan(['reminder_24h'], '2026-01-05T22:10:00+07:00') // booked at night
  await shop.setTrigger('reminder_24h', { waitMinutes: 6 * hour })
  await shop.visit('2026-01-06T06:01:00+07:00')
  await shop.until('2026-01-06T07:00:00+07:00')
  expect(shop.sent()).toEqual([])
  expect(await shop.messages()).toMatchObject([{ state: 'expired', problem: 'Đã quá lúc tin này còn ích.' }])
})

test('whatever the hour of the visit, its reminder comes once, before it, and never at night', async () => {
  const shop = await withLan(['reminder_2h'], '2026-01-05T12:00:00+07:00')
  await shop.setTrigger('reminder_2h', { waitMinutes: 3 * hour, deadlineMinutes: 30 })
  const starts = Array.from({ length: 24 }, (_, i) => `2026-01-06T${String(i).padStart(2, '0')}:10:00`)
  for (const start of starts) await shop.visit(`${start}+07:00`)
  await shop.until('2026-01-07T00:00:00+07:00')
  const sent = shop.sent()
  expect(sent.map(([, time]) => time).sort()).toEqual(starts.map((start) => `${start.slice(11, 16)} 06/01/2026`))
  for (const [at, time] of sent) {
    const local = new Date(Date.parse(at!) + 7 * hour * 60_000).toISOString()
    expect(local < `2026-01-06T${time!.slice(0, 5)}`).toBe(true)
    expect(local.slice(11, 16) >= '06:00' && local.slice(11, 16) < '22:00').toBe(true)
  }
})

test('where Zalo has no night, a reminder leaves at its hour', async () => {
  const shop = await withLan(['reminder_24h'], '2026-01-05T12:00:00+07:00')
  await shop.setMessaging({ zaloNight: false })
  shop.zalo.switches.nightRule = false
  await shop.setTrigger('reminder_24h', { waitMinutes: 8 * hour })
  await shop.visit('2026-01-06T07:30:00+07:00')
  await shop.until('2026-01-06T08:00:00+07:00')
  expect(shop.sent()).toEqual([[utc('2026-01-05T23:30:00'), '07:30 06/01/2026']])
})

test('a visit that was moved three times has one set of reminders, of its last time', async () => {
  const shop = await withLan(['reminder_24h', 'reminder_2h'])
  const id = await shop.visit('2026-01-08T10:00:00+07:00')
  for (const to of ['2026-01-08T11:00', '2026-01-08T15:00', '2026-01-09T09:30']) await shop.move(id, `${to}:00+07:00`)
  await shop.until('2026-01-09T10:00:00+07:00')
  expect(shop.sent()).toEqual([
    [utc('2026-01-08T09:30:00'), '09:30 09/01/2026'],
    [utc('2026-01-09T07:30:00'), '09:30 09/01/2026'],
  ])
})

test('who was reminded and then moves the visit is reminded afresh, and never of the old time', async () => {
  const shop = await withLan(['reminder_24h', 'booking_moved'])
  const id = await shop.visit('2026-01-06T10:00:00+07:00')
  await shop.until('2026-01-05T10:00:00+07:00')
  await shop.move(id, '2026-01-08T10:00:00+07:00')
  await shop.until('2026-01-08T10:00:00+07:00')
  expect(shop.sent().map(([, time]) => time)).toEqual(['10:00 06/01/2026', '10:00 08/01/2026', '10:00 08/01/2026'])
})

test('a reminder that still waits when the visit is moved does not leave', async () => {
  const shop = await withLan(['reminder_2h', 'booking_moved'], '2026-01-05T20:00:00+07:00')
  const id = await shop.visit('2026-01-06T07:30:00+07:00')
  await shop.until('2026-01-06T05:45:00+07:00') // it waits for the morning
  await moveVisit(shop, id, '2026-01-06T09:30:00+07:00') // even if nobody had taken it back
  await shop.until('2026-01-06T09:30:00+07:00')
  expect(shop.sent()).toEqual([[utc('2026-01-06T07:30:00'), '09:30 06/01/2026']])
})

test('who has just moved the visit is not reminded of it', async () => {
  const shop = await withLan(['reminder_24h'])
  const id = await shop.visit('2026-01-08T10:00:00+07:00')
  shop.wait(day)
  await shop.move(id, '2026-01-07T08:30:00+07:00')
  await shop.until('2026-01-07T09:00:00+07:00')
  expect(shop.sent()).toEqual([])
})

test('the question whether somebody comes takes the place of the first reminder, and its buttons keep or move the visit', async () => {
  const shop = await withLan(['reminder_24h', 'reconfirm', 'reminder_2h'])
  const id = await shop.visit('2026-01-07T10:00:00+07:00')
  await shop.until('2026-01-07T10:00:00+07:00')
  const inbox = shop.zalo.inboxOf('lan').map(({ template }) => template!)
  expect(inbox.map(({ title }) => title)).toEqual(['Quý khách vẫn đến chứ ạ?', 'Sắp đến giờ hẹn của quý khách'])
  const app = `https://zalo.me/s/${known.miniAppId}`
  expect(inbox[0]!.buttons.map(({ content }) => content)).toEqual([
    `${app}/bookings/${id}/keep`,
    `${app}/bookings/${id}/move`,
  ])
})

test('who was reminded before the owner began to ask is not asked too; who said they come is not asked again', async () => {
  const shop = await withLan(['reminder_24h'])
  const [, kept] = [await shop.visit('2026-01-06T10:00:00+07:00'), await shop.visit('2026-01-06T18:00:00+07:00')]
  await shop.until('2026-01-05T10:05:00+07:00')
  await shop.setTrigger('reconfirm', { enabled: true })
  await shop.shop.write((tx) => tx.update(bookings).set({ keptAt: shop.clock.at }).where(eq(bookings.id, kept)))
  await shop.until('2026-01-06T10:00:00+07:00')
  expect(shop.sent()).toHaveLength(1)
})

test('forgetting reaches every edition up to the one named, and no later one', async () => {
  const shop = await withLan(['booking_moved'])
  const id = await shop.visit('2026-01-08T10:00:00+07:00')
  await shop.move(id, '2026-01-08T11:00:00+07:00')
  await shop.move(id, '2026-01-08T12:00:00+07:00')
  const states = async () => (await shop.shop.read.select().from(outbox).orderBy(outbox.id)).map(({ state }) => state)
  expect(await states()).toEqual(['cancelled', 'waiting'])
  await shop.shop.write((tx) => forget(tx, id, ['booking_moved'], 1))
  expect(await states()).toEqual(['cancelled', 'waiting'])
  await shop.shop.write((tx) => forget(tx, id, ['booking_moved'], 2))
  expect(await states()).toEqual(['cancelled', 'cancelled'])
})
