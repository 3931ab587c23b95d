import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditLog } from '../drizzle/schema/index.ts'
import { examine } from '../server/doctor.ts'
import { balanceOf } from '../server/loyalty/points.ts'
import { newId } from '../shared/ids.ts'
import { openTestShop, type TestShop, unlimited, wish } from './support/shop.ts'
import { known } from './support/test-shop.ts'

test('a completed visit earns by what was paid, and says how', async () => {
  const shop = await openTestShop()
  const { lan, bookingId } = await visitDone(shop, { discountVnd: 5_000 })
  const { body } = await lan('GET', '/points')
  expect(body.balance).toBe(10)
  expect(body.entries).toMatchObject([
    { points: 10, reason: 'earned', sum: { paidVnd: 100_000, unitVnd: 10_000, base: 10 }, about: 'Cắt tóc' },
  ])
  expect((await lan('GET', '/bookings')).body[0]).toMatchObject({ id: bookingId, status: 'completed', points: 10 })
})

test('the part paid by points earns nothing', async () => {
  const shop = await openTestShop()
  const { lan } = await visitDone(shop, { discountVnd: 5_000, coveredByPointsVnd: 30_000 })
  expect((await lan('GET', '/points')).body.balance).toBe(7)
})

test('completing twice earns once, also at the same time', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  const desk = await shop.staff()
  const asked = wish()
  await lan('POST', '/bookings', asked)
  shop.wait(150)
  const answers = await Promise.all(
    Array.from({ length: 100 }, () => desk('POST', `/bookings/${asked.id}/complete`, {})),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect((await lan('GET', '/points')).body).toMatchObject({ balance: 10, entries: [{ points: 10 }] })
})

test('a discount above the price is refused with its field', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  const asked = wish()
  await lan('POST', '/bookings', asked)
  shop.wait(150)
  const answer = await (await shop.staff())('POST', `/bookings/${asked.id}/complete`, { discountVnd: 200_000 })
  expect([answer.status, answer.body.field]).toEqual([400, 'discountVnd'])
  expect((await lan('GET', '/points')).body.balance).toBe(0)
})

test('a price that only the work tells is said when it is done, earns, and is kept with who said it', async () => {
  const shop = await openTestShop()
  const { lan, desk, bookingId, complete } = await colourDone(shop)
  const done = { status: 'completed', paidVnd: 700_000, points: 70 }
  for (const answer of [
    await complete({ priceVnd: 720_000, discountVnd: 20_000 }),
    await complete({ priceVnd: 720_000, discountVnd: 20_000 }),
  ])
    expect(answer).toMatchObject({ status: 200, body: done })
  expect((await complete({ priceVnd: 730_000, discountVnd: 20_000 })).body.code).toBe('booking_over')
  expect((await complete({ discountVnd: 20_000 })).body).toMatchObject(done)

  expect((await lan('GET', '/points')).body).toMatchObject({ balance: 70, entries: [{ sum: { paidVnd: 700_000 } }] })
  expect((await lan('GET', '/bookings')).body[0]).toMatchObject({ id: bookingId, priceVnd: 720_000 })
  expect((await desk('GET', '/today')).body.bookings).toMatchObject([{ id: bookingId, hasOpenPrice: true }])
  const book = await shop.shop.read.select().from(auditLog).where(eq(auditLog.act, 'booking_completed'))
  expect(book).toMatchObject([
    {
      about: bookingId,
      before: { status: 'booked', priceVnd: 555_000 },
      after: { priceVnd: 720_000, discountVnd: 20_000 },
    },
  ])
  expect(await examine(shop.shop.read)).toEqual([])
})

test('an open price that nobody says is the one that was booked; a discount cannot be above the one that is said', async () => {
  const shop = await openTestShop()
  const { complete } = await colourDone(shop)
  const over = await complete({ priceVnd: 100_000, discountVnd: 200_000 })
  expect([over.status, over.body.field]).toEqual([400, 'discountVnd'])
  expect((await complete({})).body).toMatchObject({ paidVnd: 555_000, points: 55 })
})

test('a fixed price is not said again', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  const asked = wish()
  await lan('POST', '/bookings', asked)
  shop.wait(150)
  const complete = async () => (await shop.staff())('POST', `/bookings/${asked.id}/complete`, { priceVnd: 500_000 })
  expect(await complete()).toMatchObject({ status: 400, body: { field: 'priceVnd' } })
  expect((await lan('GET', '/bookings')).body[0]).toMatchObject({ status: 'booked', priceVnd: 105_000 })
})

test('of a hundred redemptions of points for one reward, one succeeds', async () => {
  const shop = await openTestShop()
  const { lan, desk } = await visitDone(shop, {})
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      desk('POST', `/customers/${lan.id}/redemptions`, { id: newId(), offerId: known.wash.id }),
    ),
  )
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(answers.filter(({ body }) => body.code === 'not_enough_points')).toHaveLength(99)
  expect(await balanceOf(shop.shop.read, lan.id, shop.shop.now())).toBe(0)
})

test('a redemption asked for twice with the same id is one', async () => {
  const shop = await openTestShop()
  const { lan, desk } = await visitDone(shop, {})
  const asked = { id: newId(), offerId: known.wash.id }
  const first = await desk('POST', `/customers/${lan.id}/redemptions`, asked)
  const second = await desk('POST', `/customers/${lan.id}/redemptions`, asked)
  expect([first.status, second.status]).toEqual([201, 201])
  expect((await lan('GET', '/points')).body.entries.map(({ points }: { points: number }) => points)).toEqual([-10, 10])
})

test('a small correction counts at once, a large one when a second person approves', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  const [owner, manager] = [await shop.staff('owner'), await shop.staff('manager')]
  const ask = (points: number) => ({ id: newId(), points, reasonCode: 'goodwill', note: 'Chờ lâu' })
  const small = await manager('POST', `/customers/${lan.id}/adjustments`, ask(100))
  const large = await manager('POST', `/customers/${lan.id}/adjustments`, ask(101))
  expect([small.body.status, large.body.status]).toEqual(['done', 'waiting'])
  expect((await lan('GET', '/points')).body.balance).toBe(100)
  expect((await manager('POST', `/adjustments/${large.body.id}/approve`)).body.code).toBe('own_request')
  expect((await owner('POST', `/adjustments/${large.body.id}/approve`)).body.status).toBe('done')
  expect((await owner('POST', `/adjustments/${large.body.id}/approve`)).body.code).toBe('already_decided')
  expect((await lan('GET', '/points')).body.balance).toBe(201)
})

test('a correction below zero is refused', async () => {
  const shop = await openTestShop()
  const lan = await shop.customer('lan')
  const answer = await (await shop.staff('owner'))('POST', `/customers/${lan.id}/adjustments`, {
    ...{ id: newId(), points: -1, reasonCode: 'correction', note: '' },
  })
  expect([answer.status, answer.body.code]).toEqual([409, 'not_enough_points'])
})

/** Lan's haircut at ten, completed at half past. */
async function visitDone(shop: TestShop, paid: object) {
  const lan = await shop.customer('lan')
  const desk = await shop.staff()
  const asked = wish()
  await lan('POST', '/bookings', asked)
  shop.wait(150)
  await desk('POST', `/bookings/${asked.id}/complete`, paid)
  return { lan, desk, bookingId: asked.id }
}

/** Lan's haircut and a colour whose price begins at 450.000 đ, which is over. */
async function colourDone(shop: TestShop) {
  const { id, ...colour } = known.colour
  const change = { ...colour, photoUrl: null, priceKind: 'from' }
  expect((await (await shop.staff('owner'))('PUT', `/services/${id}`, change)).status).toBeLessThan(300)
  const lan = await shop.customer('lan')
  const desk = await shop.staff()
  const asked = wish('10:00', { parts: [{ serviceId: known.haircut.id }, { serviceId: id }] })
  expect((await lan('POST', '/bookings', asked)).status).toBe(201)
  shop.wait(300)
  const complete = (paid: object) => desk('POST', `/bookings/${asked.id}/complete`, paid)
  return { lan, desk, bookingId: asked.id, complete }
}

test('the desk reads the whole history of a customer page by page, each entry once', async () => {
  const shop = await openTestShop({ configure: unlimited })
  const [{ id: customerId }, owner] = [await shop.customer('lan'), await shop.staff('owner')]
  for (let points = 1; points <= 100; points++)
    await owner('POST', `/customers/${customerId}/adjustments`, {
      ...{ id: newId(), points, reasonCode: 'goodwill', note: `Lần ${points}` },
    })
  const read: number[] = []
  let { body: page } = await owner('GET', `/customers/${customerId}/points/older`)
  while (page.length > 0) {
    read.push(...page.map((entry: { points: number }) => entry.points))
    const { at, id } = page.at(-1)
    page = (await owner('GET', `/customers/${customerId}/points/older?${new URLSearchParams({ at, id })}`)).body
  }
  expect(read.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
})
