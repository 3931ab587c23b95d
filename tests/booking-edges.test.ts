import { expect, test } from 'vitest'
import { claims } from '../drizzle/schema/index.ts'
import { newId } from '../shared/ids.ts'
import { haircut, setRules, setService, setStaff } from './support/salon.ts'
import { openTestShop, wish } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const { thao } = known
const at = (time: string, day = '2026-01-06') => `${day}T${time}:00+07:00`
const atDesk = (startsAt: string, more: object = {}) =>
  wish('', { startsAt, customerId: null, newCustomer: null, ...more })

test('who has come can neither cancel nor move the visit by themselves', async () => {
  const { customer, staff, clock } = await openTestShop()
  const [lan, desk] = [await customer('lan'), await staff()]
  const visit = wish('15:00')
  await lan('POST', '/bookings', visit)
  clock.at = new Date('2026-01-05T15:00:00+07:00')
  await desk('POST', `/bookings/${visit.id}/arrive`)
  expect((await lan('POST', `/bookings/${visit.id}/move`, { startsAt: at('10:00') })).body.code).toBe('booking_over')
  expect((await lan('POST', `/bookings/${visit.id}/cancel`, {})).body.code).toBe('booking_over')
  await desk('POST', `/bookings/${visit.id}/start`)
  expect((await lan('POST', `/bookings/${visit.id}/cancel`, {})).body.code).toBe('booking_over')
})

test('a whole series does not carry along a visit that is too near to change', async () => {
  const { customer, clock } = await openTestShop()
  const lan = await customer('lan')
  const series = { id: newId(), parts: [haircut(thao.id)], startsAt: at('10:00'), everyWeeks: 1, times: 3 }
  const [, second] = (await lan('POST', '/bookings/series', series)).body
  clock.at = new Date(at('09:30'))
  const all = { scope: 'all' }
  expect((await lan('POST', `/bookings/${second.id}/cancel`, all)).body.code).toBe('too_late_to_cancel')
  expect(
    (await lan('POST', `/bookings/${second.id}/move`, { ...all, startsAt: at('10:00', '2026-01-14') })).body.code,
  ).toBe('too_late_to_move')
  expect((await lan('GET', '/bookings')).body.map(({ status }: { status: string }) => status)).toEqual([
    'booked',
    'booked',
    'booked',
  ])
  expect((await lan('POST', `/bookings/${second.id}/cancel`, { scope: 'following' })).status).toBe(200)
})

test('a weekly series goes a week later, or earlier, as a whole', async () => {
  const { customer, staff } = await openTestShop()
  const [lan, desk] = [await customer('lan'), await staff()]
  const series = {
    id: newId(),
    parts: [haircut(thao.id)],
    startsAt: at('10:00', '2026-01-13'),
    everyWeeks: 1,
    times: 4,
  }
  const booked = (await lan('POST', '/bookings/series', series)).body
  const days = async () =>
    (await lan('GET', '/bookings')).body.map(({ startsAt }: { startsAt: string }) => startsAt.slice(5, 10)).sort()
  const move = (id: string, day: string, version: number) =>
    desk('POST', `/bookings/${id}/move`, { startsAt: at('10:00', day), version, scope: 'all' })
  expect((await move(booked[1].id, '2026-01-27', 1)).status).toBe(200)
  expect(await days()).toEqual(['01-20', '01-27', '02-03', '02-10'])
  expect((await move(booked[2].id, '2026-01-27', 2)).status).toBe(200)
  expect(await days()).toEqual(['01-13', '01-20', '01-27', '02-03'])
})

test('a time that is kept may be confirmed as long as it is kept, though the notice has run out meanwhile', async () => {
  const { customer, wait } = await openTestShop()
  const lan = await customer('lan')
  const kept = wish('09:00')
  expect((await lan('POST', '/holds', kept)).status).toBe(201)
  wait(4)
  expect((await lan('POST', '/bookings', { ...wish('09:00'), holdId: kept.id })).status).toBe(201)
})

test('a visit longer than a day is refused', async () => {
  const { shop, staff } = await openTestShop()
  await setService(shop, known.colour.id, { durationMinutes: 720 })
  const desk = await staff()
  const parts = [1, 2, 3].map(() => ({ serviceId: known.colour.id, staffId: thao.id }))
  const { status, body } = await desk('POST', '/bookings', atDesk(at('10:00'), { parts, overrideReason: 'Cô dâu' }))
  expect([status, body.code]).toEqual([400, 'bad_input'])
})

test('a visit moved at the desk begins on a whole minute', async () => {
  const { shop, staff } = await openTestShop()
  const desk = await staff()
  const visit = atDesk(at('10:00'))
  await desk('POST', '/bookings', visit)
  const moved = await desk('POST', `/bookings/${visit.id}/move`, {
    startsAt: '2026-01-06T11:00:30.123+07:00',
    version: 1,
  })
  expect([moved.status, moved.body.startsAt]).toEqual([200, '2026-01-06T04:00:00.000Z'])
  expect((await shop.read.select().from(claims)).map(({ fromAt }) => fromAt % 60_000)).toEqual([0])
})

test('a series for nobody we know is bad input', async () => {
  const { staff } = await openTestShop()
  const desk = await staff()
  const series = { id: newId(), parts: [haircut(thao.id)], startsAt: at('10:00'), everyWeeks: 1, times: 2 }
  const { status, body } = await desk('POST', '/series', { ...series, customerId: newId() })
  expect([status, body.field]).toEqual([400, 'customerId'])
})

test('who holds a time, waits, or stands in the queue, and is then known by their phone, keeps it all', async () => {
  const { customer, staff } = await openTestShop()
  const [lan, owner] = [await customer('lan'), await staff('owner')]
  const written = (await owner('POST', '/customers', { id: newId(), name: 'Chị Lan', phone: '0912345678' })).body
    .customer
  const code = new URL((await owner('GET', '/door-code')).body.url).searchParams.get('code')!
  const kept = wish('', { startsAt: at('10:00') })
  expect((await lan('POST', '/holds', kept)).status).toBe(201)
  const wait = { id: newId(), parts: [haircut(thao.id)], day: at('').slice(0, 10), fromMinute: 540, toMinute: 545 }
  expect((await lan('POST', '/waitlist', wait)).status).toBe(201)
  expect((await lan('POST', '/queue', { id: newId(), parts: [haircut()], name: 'Lan', code })).status).toBe(201)
  const { url } = (await lan('GET', '/me/calendar')).body
  expect((await lan.sharePhone()).status).toBe(200)
  expect((await lan('GET', '/me')).body.id).toBe(written.id)
  expect((await lan('GET', '/waitlist')).body).toHaveLength(1)
  expect((await lan('GET', '/queue')).body).toMatchObject({ ahead: 0 })
  expect((await lan('GET', '/me/calendar')).body.url).toBe(url)
  expect((await lan('POST', '/bookings', { ...kept, id: newId(), holdId: kept.id })).status).toBe(201)
})

test('a hold that has lapsed does not stand in the way of who came after all', async () => {
  const { customer, staff, clock, wait, shop } = await openTestShop()
  const [lan, desk] = [await customer('lan'), await staff()]
  await setService(shop, known.haircut.id, { durationMinutes: 60, leadMinutes: 0 })
  const visit = atDesk('2026-01-05T10:00:00+07:00')
  await desk('POST', '/bookings', visit)
  clock.at = new Date('2026-01-05T10:15:00+07:00')
  await desk('POST', `/bookings/${visit.id}/no-show`)
  expect((await lan('POST', '/holds', wish('10:30'))).status).toBe(201)
  expect((await desk('POST', `/bookings/${visit.id}/undo-no-show`)).body.code).toBe('slot_taken')
  wait(5)
  expect((await desk('POST', `/bookings/${visit.id}/undo-no-show`)).body.status).toBe('booked')
})

test('who came after all is seen to, though the person who was to serve them works there no longer', async () => {
  const { staff, clock, shop } = await openTestShop()
  const desk = await staff()
  const visit = atDesk('2026-01-05T10:00:00+07:00')
  await desk('POST', '/bookings', visit)
  clock.at = new Date('2026-01-05T10:15:00+07:00')
  await desk('POST', `/bookings/${visit.id}/no-show`)
  await setStaff(shop, thao.id, { active: false })
  expect((await desk('POST', `/bookings/${visit.id}/undo-no-show`)).body.status).toBe('booked')
  expect(await shop.read.$count(claims)).toBe(1)
})

test('a visit that is only stretched is still confirmed once and reminded of once', async () => {
  const opened = await openTestShop()
  const lan = await opened.customer('lan')
  await lan.sharePhone()
  const visit = wish('', { startsAt: at('15:00', '2026-01-08') })
  await lan('POST', '/bookings', visit)
  const stretch = async (minutes: number, version: number) => {
    const to = { startsAt: visit.startsAt, version, minutes }
    const desk = await opened.staff()
    expect((await desk('POST', `/bookings/${visit.id}/move`, to)).status).toBe(200)
  }
  const titles = () => opened.zalo.inboxOf('lan').map(({ template }) => template?.title)
  await stretch(45, 1)
  await opened.rounds()
  expect(titles()).toEqual(['Đặt lịch thành công'])
  opened.clock.at = new Date(at('14:30', '2026-01-07'))
  await stretch(60, 2)
  for (let quarter = 0; quarter < 8; quarter++) {
    await opened.rounds()
    opened.wait(15)
    if (quarter === 4) await stretch(75, 3)
  }
  expect(titles()).toEqual(['Đặt lịch thành công', 'Ngày mai quý khách có lịch hẹn'])
})

test('a request that is moved to an earlier time lapses by then', async () => {
  const { customer, shop } = await openTestShop()
  const lan = await customer('lan')
  await setRules(shop, { acceptance: 'manual', acceptMinutes: 1440 })
  const asked = wish('', { startsAt: at('15:00') })
  await lan('POST', '/bookings', asked)
  const moved = await lan('POST', `/bookings/${asked.id}/move`, { startsAt: '2026-01-05T14:00:00+07:00' })
  expect(moved.body.expiresAt).toBe(moved.body.startsAt)
})

test('of a series whose first visit is left out the others are booked, near and far', async () => {
  const { customer } = await openTestShop()
  const lan = await customer('lan')
  const series = { id: newId(), parts: [haircut(thao.id)], startsAt: at('10:00'), everyWeeks: 6, times: 3, skip: [0] }
  expect((await lan('POST', '/bookings/series', series)).body).toHaveLength(2)
})

test('the next is seated in the very minute in which somebody is done', async () => {
  const { staff, clock } = await openTestShop({ now: '2026-01-05T10:00:10+07:00' })
  const desk = await staff()
  const walkIn = () => ({ ...atDesk('', { parts: [haircut(thao.id)] }), startsAt: null })
  const first = walkIn()
  expect((await desk('POST', '/bookings', first)).status).toBe(201)
  clock.at = new Date('2026-01-05T10:20:30+07:00')
  expect((await desk('POST', `/bookings/${first.id}/complete`, {})).status).toBe(200)
  expect((await desk('POST', '/bookings', walkIn())).status).toBe(201)
})

test('a visit cut short where its pause would end is all work', async () => {
  const { shop, staff } = await openTestShop()
  await setService(shop, known.colour.id, { gaps: [{ fromMinute: 30, minutes: 30 }] })
  const desk = await staff()
  const visit = atDesk(at('10:00'), { parts: [{ serviceId: known.colour.id, staffId: thao.id }] })
  await desk('POST', '/bookings', visit)
  const shorter = { startsAt: visit.startsAt, version: 1, minutes: 60 }
  expect((await desk('POST', `/bookings/${visit.id}/move`, shorter)).status).toBe(200)
  expect(await shop.read.$count(claims)).toBe(1)
})

test('with a reason the desk books at any hour of any zone', async () => {
  for (const zone of ['America/New_York', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
    const { shop, staff } = await openTestShop()
    await setRules(shop, { zone })
    const desk = await staff()
    for (const hour of [0, 6, 12, 18]) {
      const startsAt = new Date(Date.parse('2026-01-07T00:00:00Z') + hour * 3_600_000).toISOString()
      const { status } = await desk('POST', '/bookings', atDesk(startsAt, { overrideReason: 'Khách quen' }))
      expect([zone, hour, status]).toEqual([zone, hour, 201])
    }
  }
})

test('a time is confirmed late only as it was kept: another service or another time needs its own notice', async () => {
  const { customer, shop, wait } = await openTestShop()
  const lan = await customer('lan')
  await setService(shop, known.colour.id, { leadMinutes: 0 })
  const kept = wish('09:00', { parts: [{ serviceId: known.colour.id, staffId: thao.id }] })
  expect((await lan('POST', '/holds', kept)).status).toBe(201)
  wait(1)
  expect((await lan('POST', '/bookings', { ...wish('09:00'), holdId: kept.id })).body.code).toBe('too_soon')
  const early = wish('09:15')
  wait(-1)
  expect((await lan('POST', '/holds', early)).status).toBe(201)
  wait(4)
  expect((await lan('POST', '/bookings', { ...wish('09:00'), holdId: early.id })).body.code).toBe('too_soon')
})
