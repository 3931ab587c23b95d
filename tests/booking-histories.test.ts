import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claims, services } from '../drizzle/schema/index.ts'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { minuteMs } from '../shared/time.ts'
import { addResource, setRules, setService } from './support/salon.ts'
import { type Customer, openTestShop, type TestShop, unlimited } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const group = newId()
const kinds = [known.haircut.id, known.colour.id, group]
const staff = [null, known.thao.id, known.quan.id]

/** Two who cut with a pause after, dye on the only chair with a gap in it, and lead groups of four. */
async function openSalon() {
  const shop = await openTestShop({ configure: unlimited })
  const chair = await addResource(shop.shop, 1)
  await setRules(shop.shop, { maxOpenBookings: 50, slotMinutes: 30 })
  await setService(shop.shop, known.haircut.id, { bufferAfterMinutes: 10 })
  await setService(shop.shop, known.colour.id, {
    ...{ gaps: [{ fromMinute: 30, minutes: 30 }], needs: [{ resourceId: chair, quantity: 1 }] },
    ...{ bufferAfterMinutes: 15, cleaning: true },
  })
  const same = { category: 'Lớp', durationMinutes: 45, priceVnd: 50_000, active: true }
  await shop.shop.write((tx) => tx.insert(services).values({ ...same, id: group, name: 'Lớp yoga', groupSize: 4 }))
  return { ...shop, lan: await shop.customer('lan'), minh: await shop.customer('minh'), desk: await shop.staff() }
}
type Salon = Awaited<ReturnType<typeof openSalon>>

const part = fc.record({ serviceId: fc.constantFrom(...kinds), staffId: fc.constantFrom(...staff) })
const halfHours = fc.integer({ min: 0, max: 23 })
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('book' as const),
      parts: fc.array(part, { minLength: 1, maxLength: 3 }),
      at: halfHours,
      people: fc.constantFrom(1, 1, 1, 2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('hold' as const),
      parts: fc.array(part, { minLength: 1, maxLength: 2 }),
      at: halfHours,
      people: fc.constant(1),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('move' as const), which: fc.nat(20), at: halfHours }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('hand over' as const),
      which: fc.nat(20),
      at: halfHours,
      minutes: fc.constantFrom(undefined, 20, 75),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom(
        'cancel' as const,
        'arrive' as const,
        'complete' as const,
        'no-show' as const,
        'undo-no-show' as const,
      ),
      which: fc.nat(20),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 90 }) }) },
)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

const timeOf = (at: number) => new Date(Date.parse('2026-01-05T08:00:00+07:00') + at * 30 * minuteMs).toISOString()

/** Does one act through the API, and answers with its status. */
async function perform(salon: Salon, ids: string[], each: Act, n: number): Promise<number> {
  const who: Customer = n % 2 ? salon.lan : salon.minh
  if (each.do === 'wait') {
    salon.wait(each.minutes)
    return 200
  }
  if (each.do === 'book' || each.do === 'hold') {
    const asked = { id: newId(), parts: each.parts, people: each.people, startsAt: timeOf(each.at) }
    const { status } = await who('POST', each.do === 'book' ? '/bookings' : '/holds', asked)
    if (status === 201 && each.do === 'book') ids.push(asked.id)
    return status
  }
  if (ids.length === 0) return 200
  const id = ids[each.which % ids.length]!
  const path = `/bookings/${id}`
  if (each.do === 'move') {
    const moved = await salon.lan('POST', `${path}/move`, { startsAt: timeOf(each.at) })
    return moved.status === 404
      ? (await salon.minh('POST', `${path}/move`, { startsAt: timeOf(each.at) })).status
      : moved.status
  }
  if (each.do === 'hand over') {
    const [{ version }] = (await salon.shop.read
      .values<[number]>(sql`SELECT version FROM bookings WHERE id = ${id}`)
      .then((rows) => rows.map(([v]) => ({ version: v })))) as [{ version: number }]
    const to = { startsAt: timeOf(each.at), version, minutes: each.minutes, overrideReason: 'khách xin' }
    return (await salon.desk('POST', `${path}/move`, to)).status
  }
  return (
    await salon.desk('POST', `${path}/${each.do}`, each.do === 'cancel' || each.do === 'complete' ? {} : undefined)
  ).status
}

test('no accepted history has two works of one person overlap, exceeds a group or a chair, or loses a claim', async () => {
  let [accepted, refused] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 10, maxLength: 40 }), async (history) => {
      const salon = await openSalon()
      const ids: string[] = []
      for (const [n, each] of history.entries()) {
        const status = await perform(salon, ids, each, n)
        if (status >= 500) throw new Error(salon.lines.filter((line) => line.includes('fault')).join())
        expect([200, 201, 400, 409]).toContain(status)
        if (status < 300) accepted++
        else refused++
      }
      expect(await examine(salon.shop.read)).toEqual([])
      expect(await overlaps(salon)).toEqual([])
    }),
    { numRuns: 60 },
  )
  expect(accepted).toBeGreaterThan(300)
  expect(refused).toBeGreaterThan(100)
})

test('what is booked, moved about and cancelled leaves the claims as they were', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ parts: fc.array(part, { minLength: 1, maxLength: 2 }), at: halfHours }), { maxLength: 6 }),
      fc.array(part, { minLength: 1, maxLength: 3 }),
      fc.array(halfHours, { minLength: 1, maxLength: 5 }),
      async (others, parts, times) => {
        const salon = await openSalon()
        for (const other of others)
          await salon.minh('POST', '/bookings', { id: newId(), parts: other.parts, startsAt: timeOf(other.at + 24) })
        const before = await claimed(salon)
        const id = newId()
        for (const at of times) {
          const startsAt = timeOf(at + 24)
          const asked = await salon.lan('POST', '/bookings', { id, parts, startsAt })
          if (asked.status === 201) await salon.lan('POST', `/bookings/${id}/move`, { startsAt })
        }
        await salon.desk('POST', `/bookings/${id}/cancel`, {})
        expect(await claimed(salon)).toEqual(before)
      },
    ),
    { numRuns: 60 },
  )
})

const claimed = async ({ shop }: TestShop) =>
  (await shop.read.select().from(claims)).map(({ id: _, packed: __, ...claim }) => JSON.stringify(claim)).sort()

/** Looked at without the claims: parts of one person at the same time, but for the people of one group and the gap of a dye. */
async function overlaps({ shop }: TestShop) {
  const parts = await shop.read.values<[string, string, string, number, number, number]>(
    sql`SELECT p.booking_id, p.service_id, p.staff_id, p.starts_at, p.ends_at, b.created_at FROM booking_parts p
      JOIN bookings b ON b.id = p.booking_id WHERE b.status IN ('requested', 'booked', 'arrived', 'in_service')`,
  )
  const works = parts.flatMap(([booking, service, who, from, to]) =>
    service === known.colour.id
      ? [
          [booking, service, who, from, from + 30 * minuteMs],
          [booking, service, who, from + 60 * minuteMs, to],
        ]
      : [[booking, service, who, from, to]],
  ) as [string, string, string, number, number][]
  return works.filter(([booking, service, who, from, to]) =>
    works.some(([other, otherService, otherWho, otherFrom, otherTo]) => {
      const isSameGroup = service === group && otherService === group && from === otherFrom
      return other !== booking && otherWho === who && otherFrom < to && otherTo > from && !isSameGroup
    }),
  )
}
