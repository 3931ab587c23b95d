import { expect, test } from 'vitest'
import { bookingParts, bookings } from '../drizzle/schema/index.ts'
import { newId } from '../shared/ids.ts'
import { openTestShop, type TestShop } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const at = (day: string, time: string) => new Date(`${day}T${time}:00+07:00`)

/** A haircut that stands in the book, however it came there. */
async function booked({ shop }: TestShop, day: string, time: string, staffId = known.thao.id, more: object = {}) {
  const { id: serviceId, name, priceVnd } = known.haircut
  const startsAt = at(day, time)
  const endsAt = new Date(startsAt.getTime() + 30 * 60_000)
  const visit = { serviceId, staffId, startsAt, endsAt, priceVnd }
  const id = newId()
  await shop.write(async (tx) => {
    const [source, status] = ['desk', 'booked'] as const
    const said = { status, statusAt: shop.now(), statusBy: 'test', serviceName: name, createdAt: shop.now() }
    await tx.insert(bookings).values({ id, source, ...visit, ...said, ...more })
    await tx.insert(bookingParts).values({ bookingId: id, position: 0, addons: [], name, staffAsked: false, ...visit })
  })
  return id
}

const ids = (hit: { id: string }[]) => hit.map(({ id }) => id)
const morning = { startMinute: 480, lengthMinutes: 240 }

test('other hours on one date list the bookings they leave outside, and drop none', async () => {
  const shop = await openTestShop()
  const owner = await shop.staff('owner')
  await booked(shop, '2026-01-10', '09:00')
  const [thao, quan] = [
    await booked(shop, '2026-01-10', '15:00'),
    await booked(shop, '2026-01-10', '16:00', known.quan.id),
  ]
  await booked(shop, '2026-01-11', '15:00')

  const day = { staffId: null, day: '2026-01-10', intervals: [morning], reason: 'Đám cưới' }
  const { status, body } = await owner('POST', '/special-days', { id: newId(), ...day })
  expect([status, ids(body.hit)]).toEqual([201, [thao, quan]])
  expect((await owner('GET', '/today?day=2026-01-10')).body.bookings).toHaveLength(3)
})

test('days off of one person list every visit that has a part of theirs', async () => {
  const shop = await openTestShop()
  const owner = await shop.staff('owner')
  const thao = await booked(shop, '2026-01-10', '15:00')
  const both = await booked(shop, '2026-01-11', '09:00', known.quan.id)
  await booked(shop, '2026-01-11', '15:00', known.quan.id)
  await booked(shop, '2026-01-12', '15:00')
  await shop.shop.write((tx) =>
    tx.insert(bookingParts).values({
      ...{ bookingId: both, position: 1, serviceId: known.haircut.id, addons: [], name: 'Cắt', staffAsked: false },
      ...{ staffId: known.thao.id, priceVnd: 1 },
      ...{ startsAt: at('2026-01-11', '09:30'), endsAt: at('2026-01-11', '10:00') },
    }),
  )
  const off = { id: newId(), staffId: known.thao.id, fromDay: '2026-01-10', toDay: '2026-01-11', reason: 'Đi học' }
  expect(ids((await owner('POST', '/days-off', off)).body.hit)).toEqual([thao, both])
})

test('a second word about a date and person replaces the first; the whole shop’s stays beside it', async () => {
  const shop = await openTestShop()
  const owner = await shop.staff('owner')
  const put = (staffId: string | null, intervals: object[], id = newId()) =>
    owner('POST', '/special-days', { id, staffId, day: '2026-01-10', intervals, reason: '' })
  await put(null, [morning])
  await put(known.thao.id, [])
  const id = newId()
  const last = await put(known.thao.id, [morning], id)
  expect((await put(known.thao.id, [], id)).body.specialDay).toEqual(last.body.specialDay) // sent twice
  const { specialDays } = (await owner('GET', '/hours')).body
  expect(specialDays.map((each: { staffId: string }) => each.staffId).sort()).toEqual([known.thao.id, null].sort())
  expect(specialDays.find((each: { id: string }) => each.id === id).intervals).toEqual([morning])
})

test('closing a date for one person lists that person’s bookings; taking it back lists who came to rely on it', async () => {
  const shop = await openTestShop()
  const owner = await shop.staff('owner')
  const thao = await booked(shop, '2026-01-10', '15:00')
  await booked(shop, '2026-01-10', '15:00', known.quan.id)
  const closed = { id: newId(), staffId: known.thao.id, day: '2026-01-10', intervals: [], reason: 'Nghỉ' }
  expect(ids((await owner('POST', '/special-days', closed)).body.hit)).toEqual([thao])

  const late = { ...closed, id: newId(), intervals: [{ startMinute: 1200, lengthMinutes: 120 }] }
  await owner('POST', '/special-days', late)
  const night = await booked(shop, '2026-01-10', '20:30')
  const { status, body } = await owner('DELETE', `/special-days/${late.id}`)
  expect([status, ids(body.hit)]).toEqual([200, [night]])
  expect((await owner('DELETE', `/special-days/${late.id}`)).status).toBe(404)
})

test('a blocked stretch lists whom it touches and nobody beside it', async () => {
  const shop = await openTestShop()
  const owner = await shop.staff('owner')
  await booked(shop, '2026-01-10', '13:30')
  const touched = await booked(shop, '2026-01-10', '14:00')
  await booked(shop, '2026-01-10', '15:00')
  const other = await booked(shop, '2026-01-10', '14:30', known.quan.id)
  const stretch = { startsAt: '2026-01-10T14:15:00+07:00', endsAt: '2026-01-10T15:00:00+07:00', reason: 'Họp' }
  const block = (staffId: string | null) => owner('POST', '/blocked-times', { id: newId(), staffId, ...stretch })
  const mine = await block(known.thao.id)
  expect([mine.status, ids(mine.body.hit)]).toEqual([201, [touched]])
  expect(ids((await block(null)).body.hit)).toEqual([touched, other])
  const { blockedTimes } = (await owner('GET', '/hours')).body
  expect(blockedTimes).toHaveLength(2)
  expect((await owner('DELETE', `/blocked-times/${blockedTimes[0].id}`)).status).toBe(204)
  expect((await owner('GET', '/hours')).body.blockedTimes).toHaveLength(1)
})

test('a changed week lists what no longer fits, but not what the desk booked outside on purpose', async () => {
  const shop = await openTestShop()
  const owner = await shop.staff('owner')
  const afternoon = await booked(shop, '2026-01-10', '15:00')
  await booked(shop, '2026-01-10', '21:00', known.thao.id, { overrideReason: 'Khách quen' })
  const sunday = await booked(shop, '2026-01-11', '21:00', known.thao.id, { overrideReason: 'Khách quen' })
  await booked(shop, '2026-01-12', '09:00')
  const intervals = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, ...morning }))
  const { status, body } = await owner('PUT', '/hours', { staffId: null, intervals })
  expect([status, ids(body.hit)]).toEqual([200, [afternoon, sunday]])
})

test('one person’s week concerns that person’s bookings alone', async () => {
  const shop = await openTestShop()
  const owner = await shop.staff('owner')
  await booked(shop, '2026-01-10', '15:00')
  const quan = await booked(shop, '2026-01-10', '15:00', known.quan.id)
  const hours = { staffId: known.quan.id, intervals: [{ weekday: 6, ...morning }] }
  expect(ids((await owner('PUT', '/hours', hours)).body.hit)).toEqual([quan])
})

test('a holiday decided to be closed lists its bookings, past and cancelled ones left out', async () => {
  const shop = await openTestShop({ now: '2026-04-01T08:00:00+07:00' })
  const owner = await shop.staff('owner')
  await shop.rounds()
  const holiday = await booked(shop, '2026-04-30', '10:00')
  await booked(shop, '2026-04-30', '11:00', known.quan.id, { status: 'cancelled' })
  await booked(shop, '2026-05-02', '10:00')
  const { body } = await owner('PUT', '/holidays/2026-04-30', { treatment: 'closed' })
  expect(ids(body.hit)).toEqual([holiday])
})

test('hours of one day that overlap are refused at the later one', async () => {
  const { staff } = await openTestShop()
  const owner = await staff('owner')
  const twice = [
    { startMinute: 480, lengthMinutes: 120 },
    { startMinute: 540, lengthMinutes: 60 },
  ]
  const special = await owner('POST', '/special-days', {
    ...{ id: newId(), staffId: null, day: '2026-01-10', intervals: twice, reason: '' },
  })
  expect([special.status, special.body.field]).toEqual([400, 'intervals.1.startMinute'])
  const week = await owner('PUT', '/hours', {
    staffId: null,
    intervals: twice.map((each) => ({ weekday: 1, ...each })),
  })
  expect([week.status, week.body.field]).toEqual([400, 'intervals.1.startMinute'])
})

test('nobody unknown is closed, blocked or given hours', async () => {
  const { staff } = await openTestShop()
  const owner = await staff('owner')
  const someone = { id: newId(), staffId: newId(), reason: '' }
  const wishes = [
    ['/special-days', { ...someone, day: '2026-01-10', intervals: [] }],
    ['/blocked-times', { ...someone, startsAt: '2026-01-10T08:00:00Z', endsAt: '2026-01-10T09:00:00Z' }],
  ] as const
  for (const [path, wish] of wishes) {
    const { status, body } = await owner('POST', path, wish)
    expect([path, status, body.field]).toEqual([path, 400, 'staffId'])
  }
})
