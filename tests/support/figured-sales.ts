import { eq } from 'drizzle-orm'
import { bookings, orderLines, orderRefunds, orders, visitRefunds } from '../../drizzle/schema/index.ts'
import { addMinutes } from '../../shared/time.ts'
import type { Past } from './figured-shop.ts'
import { known } from './test-shop.ts'

export async function visit({ tx, random, chance, pick, people, when, done }: Past) {
  const id = random.id()
  const service = pick([known.haircut, known.colour])
  const startsAt = when()
  const discountVnd = chance(30) ? 20_000 : 0
  const coveredByPointsVnd = chance(20) ? 15_000 : 0
  await tx.insert(bookings).values({
    ...{ id, customerId: chance(90) ? pick(people) : null, serviceId: service.id, staffId: known.thao.id },
    ...{ startsAt, endsAt: addMinutes(startsAt, 1), priceVnd: service.priceVnd, discountVnd, coveredByPointsVnd },
    ...{ serviceName: service.name, source: 'desk', statusAt: startsAt, statusBy: 'test', createdAt: startsAt },
    status: chance(85) ? 'completed' : 'no_show',
  })
  done.push({ id, kind: 'visit', leftVnd: service.priceVnd - discountVnd - coveredByPointsVnd })
}

export async function order({ tx, random, chance, pick, people, when, done }: Past) {
  const id = random.id()
  const isDone = chance(85)
  const goodsVnd = 100_000 + 80_000
  const discountVnd = chance(30) ? 18_000 : 0
  const at = when()
  await tx.insert(orders).values({
    ...{ id, customerId: chance(80) ? pick(people) : null, source: 'till' as const, fulfilment: 'counter' as const },
    payment: 'cash' as const,
    ...{
      status: isDone ? ('done' as const) : ('placed' as const),
      statusAt: at,
      statusBy: 'test',
      createdAt: at,
      asked: '',
    },
    ...{ goodsVnd, discountVnd, shippingVnd: 25_000 },
  })
  const line = { orderId: id, options: [], quantity: 1, name: 'Món' }
  await tx.insert(orderLines).values([
    { ...line, position: 0, unitPriceVnd: 100_000, serviceId: known.haircut.id, offVnd: discountVnd },
    { ...line, position: 1, unitPriceVnd: 80_000 },
  ])
  if (!isDone && chance(70)) await tx.update(orders).set({ status: 'done' }).where(eq(orders.id, id))
  if (isDone) done.push({ id, kind: 'order', leftVnd: goodsVnd - discountVnd })
}

export async function payBack({ tx, random, chance }: Past, one: Past['done'][number]) {
  if (one.leftVnd <= 0) return
  const amountVnd = chance(40) ? one.leftVnd : 1 + random.below(one.leftVnd)
  one.leftVnd -= amountVnd
  const back = { id: random.id(), amountVnd, reason: 'thử', by: 'test', at: new Date(0) }
  if (one.kind === 'visit') await tx.insert(visitRefunds).values({ ...back, bookingId: one.id })
  else {
    const shippingVnd = chance(50) ? 25_000 : 0
    const whole = { ...back, orderId: one.id, amountVnd: amountVnd + shippingVnd, shippingVnd }
    await tx.insert(orderRefunds).values({ ...whole, creditVnd: 0, lines: [], restock: false })
    if (one.leftVnd === 0 && chance(70))
      await tx.update(orders).set({ status: 'returned' }).where(eq(orders.id, one.id))
  }
}
