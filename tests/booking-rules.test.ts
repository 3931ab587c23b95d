import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { bookings, claims, holidays } from '../drizzle/schema/index.ts'
import { newId } from '../shared/ids.ts'
import { clockOf } from '../shared/time.ts'
import { addResource, colour, haircut, setHours, setRules, setService, setStaff } from './support/salon.ts'
import { type Customer, openTestShop, unlimited, wish } from './support/shop.ts'
import { known, slotsOf } from './support/test-shop.ts'

const zone = 'Asia/Ho_Chi_Minh'
const tomorrow = '2026-01-06'
const { haircut: cut, thao, quan } = known

async function startsOf(who: Customer, serviceId = cut.id, day = tomorrow, staffId: string | null = thao.id) {
  const { body } = await who('GET', slotsOf(serviceId, day, staffId))
  return (body as { startsAt: string }[]).map(({ startsAt }) => clockOf(new Date(startsAt), zone))
}
const at = (time: string, parts: object[] = [haircut(thao.id)], more: object = {}) =>
  wish('', { startsAt: `${tomorrow}T${time}:00+07:00`, parts, ...more })

test('service 60 and cleaning 15 after, open 09:00–12:00, grid 15: last start 10:45 inside hours, else 11:00', async () => {
  const { customer, shop } = await openTestShop()
  await setHours(shop, [540, 180])
  await setService(shop, cut.id, { durationMinutes: 60, bufferAfterMinutes: 15, cleaning: true })
  const lan = await customer('lan')
  const inside = await startsOf(lan)
  expect([inside.slice(0, 2), inside.at(-1)]).toEqual([['09:00', '09:15'], '10:45'])
  await setRules(shop, { buffersInsideHours: false })
  expect((await startsOf(lan)).at(-1)).toBe('11:00')
})

test('lead 2 h, now 10:05, grid 15: the first is 12:15', async () => {
  const { customer, shop } = await openTestShop({ now: '2026-01-05T10:05:00+07:00' })
  await setHours(shop, [540, 540])
  await setRules(shop, { leadMinutes: 120 })
  expect((await startsOf(await customer('lan'), cut.id, '2026-01-05'))[0]).toBe('12:15')
})

test('hours 20:00–02:00, booking 60 min at 01:15 refused; 01:00 accepted, of the business day before', async () => {
  const { customer, shop } = await openTestShop()
  await setHours(shop, [1200, 360])
  await setService(shop, cut.id, { durationMinutes: 60 })
  const lan = await customer('lan')
  expect((await startsOf(lan)).at(-1)).toBe('01:00')
  const late = { ...wish(), startsAt: '2026-01-07T01:15:00+07:00' }
  expect((await lan('POST', '/bookings', late)).body.code).toBe('slot_closed')
  expect((await lan('POST', '/bookings', { ...wish(), startsAt: '2026-01-07T01:00:00+07:00' })).status).toBe(201)
  expect(await startsOf(lan)).not.toContain('01:00')
})

test('each rule that forbids a start says so in its own words, and nothing is written', async () => {
  const { customer, shop } = await openTestShop()
  const [lan, minh] = [await customer('lan'), await customer('minh')]
  await setService(shop, cut.id, { bufferAfterMinutes: 15, doneBy: [{ staffId: thao.id, durationMinutes: null }] })
  await lan('POST', '/bookings', at('10:00'))
  const why = async (asked: object) => {
    const { status, body } = await minh('POST', '/bookings', asked)
    return [status, body.code, typeof body.detail]
  }
  const refused = (code: string) => [409, code, 'string']
  expect(await why(at('14:07'))).toEqual(refused('off_grid'))
  expect(await why(at('09:30'))).toEqual(refused('in_buffer'))
  expect(await why(at('10:00'))).toEqual(refused('slot_taken'))
  expect(await why(at('12:15'))).toEqual(refused('slot_closed'))
  expect(await why(at('14:00', [haircut(quan.id)]))).toEqual(refused('staff_cannot'))
  expect(await why(at('14:00', [{ serviceId: newId() }]))).toEqual(refused('no_such_service'))
  expect(await why(at('14:00', [haircut()], { people: 2 }))).toEqual(refused('party_too_large'))
  expect(await why(at('14:00', [{ ...haircut(), addonIds: [newId()] }]))).toEqual(refused('choice_gone'))
  expect(await why({ ...at('14:00'), startsAt: '2026-01-05T08:15:00+07:00' })).toEqual(refused('too_soon'))
  expect(await why({ ...at('14:00'), startsAt: '2026-03-05T10:00:00+07:00' })).toEqual(refused('too_far_ahead'))
  await setRules(shop, { maxPerDay: 1 })
  expect(await why(at('14:00'))).toEqual(refused('day_full'))
  await setService(shop, cut.id, { active: false })
  expect(await why(at('14:00'))).toEqual(refused('service_off'))
  expect(await shop.read.$count(bookings)).toBe(1)
  expect(await shop.read.$count(claims)).toBe(1)
})

test('of two neighbours the longer buffer counts, but cleaning adds up', async () => {
  const { customer, shop } = await openTestShop()
  const lan = await customer('lan')
  await setService(shop, cut.id, { bufferBeforeMinutes: 10, bufferAfterMinutes: 15 })
  await lan('POST', '/bookings', at('13:30'))
  const gap = async () => (await startsOf(lan)).find((start) => start > '13:30')
  expect(await gap()).toBe('14:15')
  await setService(shop, cut.id, { cleaning: true })
  expect(await gap()).toBe('14:25') // 15 of the first is a mere buffer still; 10 of cleaning and its own buffer
})

test('while dye sets its person serves somebody else, and the chair stays taken', async () => {
  const { customer, shop } = await openTestShop()
  const [lan, minh] = [await customer('lan'), await customer('minh')]
  const chair = await addResource(shop, 1)
  await setService(shop, known.colour.id, {
    gaps: [{ fromMinute: 30, minutes: 30 }],
    needs: [{ resourceId: chair, quantity: 1 }],
  })
  expect((await lan('POST', '/bookings', at('10:00', [colour(thao.id)]))).status).toBe(201)
  expect(await startsOf(minh)).toContain('10:30') // a haircut of 30 minutes in the pause
  expect((await minh('POST', '/bookings', at('10:30'))).status).toBe(201)
  expect((await minh('POST', '/bookings', at('10:30', [colour(quan.id)]))).body.code).toBe('slot_taken') // no chair
  expect((await minh('POST', '/bookings', at('13:00', [colour(quan.id)]))).status).toBe(201)
})

test('right after a visit that ends off the grid another may begin, and be booked', async () => {
  const { customer, shop } = await openTestShop()
  const [lan, minh] = [await customer('lan'), await customer('minh')]
  await setService(shop, known.colour.id, { durationMinutes: 50 })
  await lan('POST', '/bookings', at('10:00', [colour(thao.id)]))
  expect((await startsOf(minh)).filter((start) => start > '10' && start < '11:15')).toEqual(['10:50', '11:00'])
  expect((await minh('POST', '/bookings', at('10:50'))).status).toBe(201)
})

test('a group takes as many people as it holds, however they come', async () => {
  const { customer, shop } = await openTestShop()
  const people = await Promise.all(['lan', 'minh', 'hoa'].map((key) => customer(key)))
  await setService(shop, cut.id, { groupSize: 5 })
  const [lan, minh, hoa] = people as [Customer, Customer, Customer]
  expect((await lan('POST', '/bookings', at('10:00', [haircut(thao.id)], { people: 3 }))).body.priceVnd).toBe(315_000)
  expect((await minh('POST', '/bookings', at('10:00', [haircut(thao.id)], { people: 3 }))).status).toBe(409)
  expect((await minh('POST', '/bookings', at('10:00', [haircut(thao.id)], { people: 2 }))).status).toBe(201)
  expect((await hoa('POST', '/bookings', at('10:00'))).body.code).toBe('slot_taken')
  expect(await startsOf(hoa)).not.toContain('10:15') // the leader is busy with the group
})

test('three services in one visit, each with its own person, or none at all', async () => {
  const { customer, shop } = await openTestShop()
  const [lan, minh] = [await customer('lan'), await customer('minh')]
  const parts = [haircut(thao.id), colour(quan.id), haircut(thao.id)]
  const { body } = await lan('POST', '/bookings', at('08:00', parts))
  expect(
    body.parts.map(({ name, staffName, startsAt }: never) => [name, staffName, clockOf(new Date(startsAt), zone)]),
  ).toEqual([
    ['Cắt tóc', 'Thảo', '08:00'],
    ['Nhuộm tóc', 'Quân', '08:30'],
    ['Cắt tóc', 'Thảo', '10:00'],
  ])
  expect([body.serviceName, body.priceVnd]).toEqual(['Cắt tóc + Nhuộm tóc + Cắt tóc', 660_000])
  expect((await minh('POST', '/bookings', at('08:30'))).status).toBe(201) // Thảo is free between
  const tooLong = await minh('POST', '/bookings', at('10:30', [haircut(thao.id), colour(quan.id)]))
  expect(tooLong.body.code).toBe('slot_closed')
  expect(await shop.read.$count(claims)).toBe(4)
})

test('variants and extras join the time and the price, whoever does it slower takes longer', async () => {
  const { customer, shop } = await openTestShop()
  const lan = await customer('lan')
  const [long, wash] = [newId(), newId()]
  await setService(shop, cut.id, {
    variants: [{ id: long, name: 'Tóc dài', durationMinutes: 50, priceVnd: 150_000 }],
    addons: [{ id: wash, name: 'Gội', minutes: 15, priceVnd: 40_000 }],
    doneBy: [
      { staffId: thao.id, durationMinutes: null },
      { staffId: quan.id, durationMinutes: 45 },
    ],
  })
  const made = await lan('POST', '/bookings', at('10:00', [{ ...haircut(thao.id), variantId: long, addonIds: [wash] }]))
  expect(made.body).toMatchObject({ serviceName: 'Cắt tóc · Tóc dài + Gội', priceVnd: 190_000 })
  expect(Date.parse(made.body.endsAt) - Date.parse(made.body.startsAt)).toBe(65 * 60_000)
  const slow = await lan('POST', '/bookings', at('14:00', [haircut(quan.id)]))
  expect(Date.parse(slow.body.endsAt) - Date.parse(slow.body.startsAt)).toBe(45 * 60_000)
})

test('a person or the shop takes no more visits a day than the owner wants; the desk may, with a reason', async () => {
  const { customer, shop, staff } = await openTestShop()
  const [lan, desk] = [await customer('lan'), await staff()]
  await setStaff(shop, thao.id, { maxPerDay: 1 })
  await lan('POST', '/bookings', at('10:00'))
  expect(await startsOf(lan)).toEqual([])
  expect((await startsOf(lan, cut.id, tomorrow, quan.id)).length).toBeGreaterThan(0)
  const booking = { ...at('19:45'), customerId: lan.id, newCustomer: null }
  expect((await desk('POST', '/bookings', { ...booking, startsAt: `${tomorrow}T20:30:00+07:00` })).body.code).toBe(
    'needs_reason',
  )
  const reasoned = { ...booking, startsAt: `${tomorrow}T20:30:00+07:00`, overrideReason: 'Khách quen xin thêm giờ' }
  expect((await desk('POST', '/bookings', reasoned)).body.overrideReason).toBe('Khách quen xin thêm giờ')
})

test('a holiday adds what the owner says, to the thousand', async () => {
  const { customer, shop } = await openTestShop()
  await shop.write((tx) =>
    tx.insert(holidays).values({
      ...{
        day: tomorrow,
        name: 'Lễ',
        source: 'thử',
        treatment: 'usual',
        closedUntilAsked: false,
        surchargePercent: 20,
      },
    }),
  )
  const lan = await customer('lan')
  expect((await lan('POST', '/bookings', at('10:00'))).body.priceVnd).toBe(126_000)
  await shop.write((tx) => tx.update(holidays).set({ treatment: 'closed' }).where(eq(holidays.day, tomorrow)))
  expect((await lan('POST', '/bookings', at('14:00'))).body.code).toBe('shop_closed')
})

test.each([1, 8])('100 parallel claims, capacity %i: exactly so many succeed', async (capacity) => {
  const { customer, shop } = await openTestShop({ configure: unlimited })
  await setRules(shop, { maxOpenBookings: 100 })
  await setService(shop, cut.id, { groupSize: capacity })
  const lan = await customer('lan')
  const answers = await Promise.all(Array.from({ length: 100 }, () => lan('POST', '/bookings', at('10:00'))))
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(capacity)
  expect(answers.filter(({ body }) => body.code === 'slot_taken')).toHaveLength(100 - capacity)
})
