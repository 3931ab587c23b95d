import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { bookingEvents, claims, policies } from '../drizzle/schema/index.ts'
import { newId } from '../shared/ids.ts'
import { haircut, setRules } from './support/salon.ts'
import { type Customer, openTestShop, type TestShop, wish } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const { thao, quan } = known
const at = (time: string, day = '2026-01-06') => `${day}T${time}:00+07:00`

async function openWith(keys: string[], now?: string) {
  const shop = await openTestShop(now ? { now } : {})
  const people = await Promise.all(keys.map((key) => shop.customer(key)))
  for (const who of people) await who.sharePhone()
  return { ...shop, people: people as [Customer, Customer, Customer] }
}
const titlesOf = (shop: TestShop, key: string) => shop.zalo.inboxOf(key).map(({ template }) => template?.title)

test('a request holds its time, is accepted by hand, and only then confirmed', async () => {
  const opened = await openWith(['lan', 'minh'])
  const [lan, minh] = opened.people
  await setRules(opened.shop, { acceptance: 'manual', acceptMinutes: 60 })
  const asked = wish('', { startsAt: at('10:00') })
  expect((await lan('POST', '/bookings', asked)).body).toMatchObject({ status: 'requested', canCancel: true })
  expect((await minh('POST', '/bookings', wish('', { startsAt: at('10:00') }))).body.code).toBe('slot_taken')
  const desk = await opened.staff()
  expect((await desk('GET', '/requests')).body.requested.map(({ id }: { id: string }) => id)).toEqual([asked.id])
  await opened.rounds()
  expect(titlesOf(opened, 'lan')).toEqual([])
  expect((await desk('POST', `/bookings/${asked.id}/accept`)).body.status).toBe('booked')
  expect((await desk('POST', `/bookings/${asked.id}/accept`)).status).toBe(200)
  expect((await desk('POST', `/bookings/${asked.id}/decline`, {})).body.code).toBe('request_over')
  await opened.rounds()
  expect(titlesOf(opened, 'lan')).toEqual(['Đặt lịch thành công'])
})

test('a request that is declined or that nobody answers frees its time, and the customer is told', async () => {
  const opened = await openWith(['lan', 'minh'])
  const [lan, minh] = opened.people
  await setRules(opened.shop, { acceptance: 'manual', acceptMinutes: 60 })
  const [no, late] = [wish('', { startsAt: at('10:00') }), wish('', { startsAt: at('11:00') })]
  for (const asked of [no, late]) await lan('POST', '/bookings', asked)
  const desk = await opened.staff()
  expect((await desk('POST', `/bookings/${no.id}/decline`, { reason: 'Kín lịch' })).body.status).toBe('declined')
  opened.wait(61)
  await opened.rounds()
  const mine = (await lan('GET', '/bookings')).body
  expect(mine.map(({ status }: { status: string }) => status).sort()).toEqual(['declined', 'expired'])
  expect(titlesOf(opened, 'lan')).toHaveLength(2)
  expect(await opened.shop.read.$count(claims)).toBe(0)
  expect((await minh('POST', '/bookings', wish('', { startsAt: at('10:00') }))).status).toBe(201)
})

test('moved three times it keeps its id, counts its moves, and frees exactly what it took', async () => {
  const opened = await openWith(['lan', 'minh'])
  const [lan, minh] = opened.people
  const asked = wish('', { startsAt: at('10:00') })
  await lan('POST', '/bookings', asked)
  for (const time of ['11:00', '14:00', '10:15'])
    expect((await lan('POST', `/bookings/${asked.id}/move`, { startsAt: at(time) })).status).toBe(200)
  const [booking] = (await lan('GET', '/bookings')).body
  expect(booking).toMatchObject({ id: asked.id, moves: 3, version: 4, startsAt: '2026-01-06T03:15:00.000Z' })
  expect(await opened.shop.read.$count(claims)).toBe(1)
  expect((await minh('POST', '/bookings', wish('', { startsAt: at('14:00') }))).status).toBe(201)
  expect((await lan('POST', `/bookings/${asked.id}/move`, { startsAt: at('14:15') })).body.code).toBe('slot_taken')
  expect((await lan('POST', `/bookings/${asked.id}/move`, { startsAt: at('15:07') })).body.code).toBe('off_grid')
  expect(await opened.shop.read.$count(claims)).toBe(2)
  const events = await opened.shop.read.select().from(bookingEvents).where(eq(bookingEvents.bookingId, asked.id))
  expect(events.map(({ by, movedFrom }) => [by, movedFrom?.toISOString()])).toEqual([
    ['customer', undefined],
    ['customer', '2026-01-06T03:00:00.000Z'],
    ['customer', '2026-01-06T04:00:00.000Z'],
    ['customer', '2026-01-06T07:00:00.000Z'],
  ])
})

test('who was not asked for by name may be another at another time; who was asked for stays', async () => {
  const opened = await openWith(['lan', 'minh'])
  const [lan, minh] = opened.people
  await minh('POST', '/bookings', wish('', { startsAt: at('11:00') }))
  const [anybody, thaos] = [
    wish('', { startsAt: at('10:00'), parts: [haircut()] }),
    wish('', { startsAt: at('14:00') }),
  ]
  await minh('POST', '/bookings', wish('', { startsAt: at('10:00'), parts: [haircut(quan.id)] }))
  expect((await lan('POST', '/bookings', anybody)).body.staffName).toBe('Thảo')
  await lan('POST', '/bookings', thaos)
  expect((await lan('POST', `/bookings/${anybody.id}/move`, { startsAt: at('11:00') })).body.staffName).toBe('Quân')
  expect((await lan('POST', `/bookings/${thaos.id}/move`, { startsAt: at('11:00') })).body.code).toBe('slot_taken')
})

test('reschedule 3 times: same UID, SEQUENCE 3, one set of reminders', async () => {
  const opened = await openWith(['lan'])
  const [lan] = opened.people
  const asked = wish('', { startsAt: at('10:00', '2026-01-08') })
  await lan('POST', '/bookings', asked)
  const entry = async () => {
    const { url } = (await lan('GET', `/bookings/${asked.id}/calendar`)).body
    return (await opened.anybody('GET', new URL(url).pathname)).body as string
  }
  const uid = /UID:(\S+)/
  const [before] = [(await entry()).match(uid)![1]]
  for (const [day, time] of [
    ['2026-01-09', '11:00'],
    ['2026-01-07', '14:00'],
    ['2026-01-08', '15:00'],
  ] as const) {
    opened.wait(90)
    await lan('POST', `/bookings/${asked.id}/move`, { startsAt: at(time, day) })
  }
  const after = await entry()
  expect([after.match(uid)![1], after.match(/SEQUENCE:(\d+)/)![1]]).toEqual([before, '3'])
  for (let hour = 0; hour < 80; hour++) {
    await opened.rounds()
    opened.wait(60)
  }
  const told = opened.zalo.inboxOf('lan').map(({ template }) => template!)
  expect(told.map(({ title }) => title)).toEqual([
    'Lịch hẹn đã được dời',
    'Ngày mai quý khách có lịch hẹn',
    'Sắp đến giờ hẹn của quý khách',
  ])
  expect(told.every((each) => JSON.stringify(each).includes('15:00 08/01/2026'))).toBe(true)
})

test('the desk moves to another person, stretches, and is told when somebody else was faster', async () => {
  const opened = await openWith(['lan'])
  const [lan] = opened.people
  const desk = await opened.staff()
  const asked = wish('', { startsAt: at('10:00') })
  await lan('POST', '/bookings', asked)
  const to = { startsAt: at('11:00'), version: 1, staffIds: [quan.id], minutes: 45 }
  expect((await desk('POST', `/bookings/${asked.id}/try-move`, to)).body).toEqual({ ok: true })
  const moved = await desk('POST', `/bookings/${asked.id}/move`, to)
  expect(moved.body).toMatchObject({ staffName: 'Quân', endsAt: '2026-01-06T04:45:00.000Z', version: 2 })
  expect((await desk('POST', `/bookings/${asked.id}/move`, to)).body.code).toBe('changed_meanwhile')
  const closed = { startsAt: at('20:30'), version: 2 }
  expect((await desk('POST', `/bookings/${asked.id}/try-move`, closed)).body.code).toBe('needs_reason')
  await opened.rounds()
  expect(titlesOf(opened, 'lan')).toEqual(['Lịch hẹn đã được dời'])
})

test('a shop that cancels by phone only says so; so does one whose hour has come', async () => {
  const opened = await openWith(['lan'])
  const [lan] = opened.people
  const asked = wish('14:00')
  await lan('POST', '/bookings', asked)
  await setRules(opened.shop, { selfCancel: false })
  expect((await lan('POST', `/bookings/${asked.id}/cancel`, {})).body.code).toBe('only_by_phone')
  expect((await lan('POST', `/bookings/${asked.id}/move`, { startsAt: at('10:00') })).body.code).toBe('only_by_phone')
  await setRules(opened.shop, { selfCancel: true })
  opened.wait(5 * 60)
  expect((await lan('POST', `/bookings/${asked.id}/cancel`, {})).body.code).toBe('too_late_to_cancel')
  expect((await lan('POST', `/bookings/${asked.id}/move`, { startsAt: at('10:00') })).body.code).toBe(
    'too_late_to_move',
  )
})

test('every four weeks, six times: conflicts are listed, and all that are not left out are booked or none', async () => {
  const opened = await openWith(['lan', 'minh'])
  const [lan, minh] = opened.people
  const desk = await opened.staff()
  const inTheWay = { ...wish('', { startsAt: at('10:00', '2026-02-03') }), customerId: minh.id, newCustomer: null }
  expect((await desk('POST', '/bookings', inTheWay)).status).toBe(201)
  const series = { id: newId(), parts: [haircut(thao.id)], startsAt: at('10:00'), everyWeeks: 4, times: 6 }
  const preview = (await lan('POST', '/bookings/series/preview', series)).body.visits
  expect(preview.map(({ ok }: { ok: boolean }) => ok)).toEqual([true, false, true, true, true, true])
  expect((await lan('POST', '/bookings/series', series)).body.code).toBe('series_conflict')
  expect((await lan('GET', '/bookings')).body).toEqual([])
  const booked = await lan('POST', '/bookings/series', { ...series, skip: [1] })
  expect(booked.body.map(({ startsAt }: { startsAt: string }) => startsAt.slice(0, 10))).toEqual([
    ...['2026-01-06', '2026-03-03', '2026-03-31', '2026-04-28', '2026-05-26'],
  ])
  expect((await lan('POST', '/bookings/series', { ...series, skip: [1] })).body).toHaveLength(5)
  await opened.rounds()
  expect(titlesOf(opened, 'lan')).toEqual(['Đặt lịch thành công'])

  const [, second] = booked.body
  const moved = { startsAt: at('11:00', '2026-03-04'), scope: 'following' }
  expect((await lan('POST', `/bookings/${second.id}/move`, moved)).body.code).toBe('too_far_ahead')
  const byDesk = { ...moved, version: 1 }
  expect((await desk('POST', `/bookings/${second.id}/move`, byDesk)).status).toBe(200)
  const days = async () =>
    (await lan('GET', '/bookings')).body
      .filter(({ status }: { status: string }) => status === 'booked')
      .map(({ startsAt }: { startsAt: string }) => startsAt.slice(0, 13))
      .sort()
  expect(await days()).toEqual(['2026-01-06T03', '2026-03-04T04', '2026-04-01T04', '2026-04-29T04', '2026-05-27T04'])
  expect((await lan('POST', `/bookings/${second.id}/cancel`, { scope: 'following' })).status).toBe(200)
  expect(await days()).toEqual(['2026-01-06T03'])
})

test('a time is kept while somebody confirms, for them alone, and no longer than the shop says', async () => {
  const opened = await openWith(['lan', 'minh'])
  const [lan, minh] = opened.people
  const asked = { ...wish('', { startsAt: at('10:00') }) }
  const kept = await lan('POST', '/holds', asked)
  expect(kept.body).toMatchObject({ expiresAt: '2026-01-05T01:05:00.000Z', priceVnd: 105_000 })
  expect((await minh('POST', '/bookings', wish('', { startsAt: at('10:00') }))).body.code).toBe('slot_taken')
  expect((await lan('POST', '/bookings', { ...wish('', { startsAt: at('10:00') }), holdId: asked.id })).status).toBe(
    201,
  )

  const second = wish('', { startsAt: at('14:00') })
  await lan('POST', '/holds', second)
  await lan('POST', '/holds', wish('', { startsAt: at('15:00') }))
  expect((await minh('POST', '/bookings', wish('', { startsAt: at('14:00') }))).status).toBe(201) // one at a time
  opened.wait(5)
  expect((await minh('POST', '/bookings', wish('', { startsAt: at('15:00') }))).status).toBe(201)
})

test('who was asked to confirm keeps the visit with one tap, and a move asks again', async () => {
  const opened = await openWith(['lan'])
  const [lan] = opened.people
  const asked = wish('', { startsAt: at('10:00') })
  await lan('POST', '/bookings', asked)
  const kept = await lan('POST', `/bookings/${asked.id}/keep`)
  expect(kept.body.keptAt).toBe('2026-01-05T01:00:00.000Z')
  expect((await lan('POST', `/bookings/${asked.id}/move`, { startsAt: at('11:00') })).body.keptAt).toBe(null)
})

test('the words about cancelling that a visit was booked under stay with it', async () => {
  const opened = await openWith(['lan'])
  const [lan] = opened.people
  const put = (id: number, text: string) =>
    opened.shop.write((tx) =>
      tx.insert(policies).values({ id, words: text, refundTiers: [], cancelHours: 2, at: new Date(0) }),
    )
  await put(1, 'Huỷ trước 2 giờ.')
  const asked = wish('', { startsAt: at('10:00') })
  await lan('POST', '/bookings', asked)
  await put(2, 'Huỷ trước 6 giờ.')
  expect((await lan('GET', '/bookings')).body[0].policyWords).toBe('Huỷ trước 2 giờ.')
})
