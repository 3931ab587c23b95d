import { bookingParts, bookings, claims, feedback, orders, visitRefunds } from '../../drizzle/schema/index.ts'
import type { Tx } from '../../server/database.ts'
import { addMinutes, hourMs } from '../../shared/time.ts'
import { writeHours } from './figured-hours.ts'
import { mergeOrPart, type Past, pastOf, writePeople } from './figured-shop.ts'
import { known } from './test-shop.ts'

const statuses = [
  ...(['completed', 'completed', 'completed', 'completed', 'no_show', 'no_show', 'cancelled', 'cancelled'] as const),
  ...(['requested', 'declined', 'expired', 'booked', 'arrived', 'in_service'] as const),
]
const team = [known.thao.id, known.quan.id]

/** A shop's bookings as they went, with hours and days off, what people said of them, orders between. The same for a seed. */
export async function writeVisits(tx: Tx, seed: number) {
  const past = pastOf(tx, seed)
  await writePeople(past)
  await writeHours(past)
  for (let i = past.random.below(4); i > 0; i--) await mergeOrPart(past)
  const visits: Visit[] = []
  for (let i = 15 + past.random.below(40); i > 0; i--) visits.push(visitOf(past, visits))
  await tx.insert(bookings).values(visits.map(({ row }) => row))
  await tx.insert(bookingParts).values(visits.flatMap(({ parts }) => parts))
  await writeClaims(past, visits)
  await writeOrders(past)
  await writeOpinions(past, visits)
  await writeRefunds(past, visits)
  for (let i = past.random.below(4); i > 0; i--) await mergeOrPart(past)
}

type Visit = ReturnType<typeof visitOf>

function visitOf(past: Past, before: { row: typeof bookings.$inferInsert }[]) {
  const { random, chance, pick, people, when } = past
  const id = random.id()
  const startsAt = new Date(Math.floor(when().getTime() / 300_000) * 300_000)
  const parts = partsOf(past, id, startsAt)
  const endsAt = parts.map((part) => part.endsAt).reduce((a, b) => (a > b ? a : b))
  const status = pick(statuses)
  const other = before.length > 0 && chance(50) ? pick(before).row : undefined
  const early = pick([-0.5, 0, 1, 23, 24, 30, 72, 100, 168, 400]) * hourMs
  const createdAt = other
    ? new Date(other.endsAt.getTime() + pick([-3, 0, 23, 24, 25]) * hourMs)
    : new Date(startsAt.getTime() - early)
  const row = {
    ...{ id, serviceId: known.haircut.id, staffId: parts[0]!.staffId, status, startsAt, endsAt, createdAt },
    customerId: other?.customerId ?? (chance(85) ? pick(people) : null),
    statusAt: status === 'cancelled' ? new Date(startsAt.getTime() - pick([0.5, 2, 3, 50]) * hourMs) : endsAt,
    source: pick(['mini_app', 'desk', 'walk_in'] as const),
    waitlistId: chance(20) ? random.id() : null,
    ...{ priceVnd: 100_000, discountVnd: chance(30) ? 20_000 : 0, serviceName: 'Cắt tóc', statusBy: 'test' },
  }
  return { row, parts }
}

/** One part or two, by one or by both; the second may begin before the first is over. */
function partsOf({ chance, pick }: Past, bookingId: string, at: Date) {
  const one = (position: number, startsAt: Date) => ({
    ...{ bookingId, position, startsAt, endsAt: addMinutes(startsAt, pick([15, 30, 90])), staffId: pick(team) },
    ...{ serviceId: known.haircut.id, addons: [], name: 'Cắt tóc', staffAsked: false, priceVnd: 50_000 },
  })
  const first = one(0, at)
  return chance(30) ? [first, one(1, addMinutes(first.endsAt, pick([-10, 0, 20])))] : [first]
}

/** Who is taken, with the time around; all of one session, so that they may fall together. */
async function writeClaims({ tx, chance, pick }: Past, visits: Visit[]) {
  const rows = visits
    .filter(() => chance(60))
    .flatMap(({ parts }) => parts)
    .map(({ bookingId, staffId, startsAt, endsAt }) => ({
      ...{ bookingId, staffId, session: 'one', people: 1, capacity: 1 },
      ...{ workFromAt: startsAt.getTime(), fromAt: startsAt.getTime() - pick([0, 10]) * 60_000 },
      ...{ workToAt: endsAt.getTime(), toAt: endsAt.getTime() + pick([0, 15]) * 60_000 },
    }))
  if (rows.length > 0) await tx.insert(claims).values(rows)
}

async function writeOrders({ tx, random, chance, pick, people, when }: Past) {
  const rows = Array.from({ length: 1 + random.below(6) }, () => {
    const at = when()
    return {
      ...{ id: random.id(), customerId: chance(80) ? pick(people) : null, source: 'till' as const, asked: '' },
      ...{ fulfilment: 'counter' as const, payment: 'cash' as const, status: 'done' as const, statusBy: 'test' },
      ...{ statusAt: at, createdAt: at, goodsVnd: 60_000, discountVnd: 0, shippingVnd: 0 },
    }
  })
  await tx.insert(orders).values(rows)
}

/** Some at the very same instant, some just at the ends of ninety days. */
async function writeOpinions({ tx, random, chance, pick, when }: Past, visits: Visit[]) {
  const one = when().getTime()
  const rows = visits.flatMap(({ row: { id, customerId, endsAt } }) => {
    if (!customerId || chance(30)) return []
    const at = new Date(chance(30) ? one - pick([0, 0, 45, 90]) * 24 * hourMs : endsAt.getTime() + hourMs)
    const recommend = chance(70) ? random.below(11) : null
    return [{ id: random.id(), bookingId: id, customerId, rating: 1 + random.below(5), words: '', recommend, at }]
  })
  if (rows.length > 0) await tx.insert(feedback).values(rows)
}

async function writeRefunds({ tx, random, chance }: Past, visits: Visit[]) {
  const rows = visits
    .filter(({ row: { status } }) => status === 'completed' && chance(20))
    .map(({ row: { id, priceVnd, discountVnd } }) => ({
      ...{ id: random.id(), bookingId: id, reason: 'thử', by: 'test', at: new Date(0) },
      amountVnd: chance(60) ? priceVnd - discountVnd : 1 + random.below(70_000),
    }))
  if (rows.length > 0) await tx.insert(visitRefunds).values(rows)
}
