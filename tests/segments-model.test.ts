import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookings, consents, customerFigures, customers, customerTags, wallets } from '../drizzle/schema/index.ts'
import { todayOf } from '../server/segments/conditions.ts'
import { membersOf, sizesOf } from '../server/segments/members.ts'
import { scoresDue, writeScores } from '../server/segments/scores.ts'
import type { Condition, Rule } from '../shared/segments.ts'
import { dayMs, dayOf } from '../shared/time.ts'
import { openSegments } from './support/segments.ts'
import { known } from './support/test-shop.ts'

const zone = 'Asia/Ho_Chi_Minh'
const runs = process.env.NIGHTLY ? 5000 : 300

const is = fc.constantFrom('at_least' as const, 'at_most' as const)
const counted = (field: string, max: number) =>
  fc.record({ field: fc.constant(field), is, value: fc.integer({ min: 0, max }) })
const service = fc.constantFrom(known.haircut.id, known.colour.id)
const condition = fc.oneof(
  counted('visits', 5),
  counted('net', 500_000),
  counted('spend_per_visit', 200_000),
  counted('last_visit', 200),
  counted('first_visit', 200),
  counted('points', 40),
  counted('no_shows', 2),
  ...['recency', 'frequency', 'monetary'].map((field) => counted(field, 5)),
  fc.record({ field: fc.constant('standing'), is: fc.constantFrom('active', 'late', 'left', 'never') }),
  fc.record({ field: fc.constant('birthday_month'), is: fc.constantFrom('this', 'next') }),
  fc.record({
    field: fc.constant('service'),
    is: fc.constantFrom('ever', 'never', 'last'),
    ids: fc.array(service, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ field: fc.constant('tag'), is: fc.constantFrom('has', 'has_not'), tag: fc.constantFrom('vip', 'mới') }),
  fc.record({ field: fc.constantFrom('wants_offers', 'on_zalo'), is: fc.boolean() }),
) as fc.Arbitrary<Condition>
const group = (of: fc.Arbitrary<Rule | Condition>) =>
  fc
    .tuple(fc.boolean(), fc.array(of, { minLength: 1, maxLength: 3 }))
    .map(([all, parts]): Rule => (all ? { all: parts } : { any: parts }))
const rule = group(fc.oneof(condition, group(fc.oneof(condition, group(condition)))))

/** Fourteen people of every sort, three of them known twice, and what the books hold of them. */
async function peopled() {
  const shop = await openSegments()
  const { stranger, keep } = shop
  const pick = <Of>(list: Of[], n: number) => list[n % list.length]!
  const ids: string[] = []
  for (let n = 0; n < 17; n++) {
    const more = { birthDay: pick([null, '06-03', '07-09', '12-30'], n), zaloUserId: n % 3 ? null : `z${n}` }
    const mergedInto = n >= 14 ? ids[n - 14]! : null
    const id = await stranger(`Khách ${n}`, [], { ...more, mergedInto })
    ids.push(id)
    const visits = Array.from({ length: (n * 7) % 5 }, (_, i) => ({
      ...{ daysAgo: 3 + ((n * 13 + i * 41) % 190), priceVnd: 50_000 * (1 + ((n + i) % 4)) },
      serviceId: pick([known.haircut.id, known.colour.id], n + i),
    }))
    await keep(id, visits)
    if (n % 4 === 1)
      await keep(id, [
        { daysAgo: 20, status: 'no_show' },
        { daysAgo: 400, status: 'no_show' },
      ])
    await shop.shop.write(async (tx) => {
      const about = { customerId: id, at: shop.clock.at }
      if (n % 3 !== 1) await tx.insert(wallets).values({ customerId: id, wallet: 'points', active: n * 2 })
      if (n % 2) await tx.insert(consents).values({ ...about, purpose: 'marketing', granted: true, textVersion: 'x' })
      if (n % 5 === 1)
        await tx.insert(consents).values({ ...about, purpose: 'marketing', granted: false, textVersion: 'x' })
      if (n % 3 === 2) await tx.insert(customerTags).values({ ...about, tag: pick(['vip', 'mới'], n), by: 'x' })
    })
  }
  const today = todayOf(shop.clock.at, zone)
  const scores = await scoresDue(shop.shop.read, today)
  await shop.shop.write((tx) => writeScores(tx, scores))
  return { shop, today, read: shop.shop.read, scores: new Map(scores.map(([id, ...marks]) => [id, marks])) }
}

type World = Awaited<ReturnType<typeof peopled>>

/** The same asked of the rows one by one, as one would by hand. */
async function byHand({ read, scores, today }: World) {
  const rows = await read.select().from(customers)
  const [visits, said, tags] = [
    await read.select().from(bookings),
    await read.select().from(consents),
    await read.select().from(customerTags),
  ]
  const [purses, figures] = [await read.select().from(wallets), await read.select().from(customerFigures)]
  const dayNumber = (at: Date) => Date.parse(dayOf(at, zone)) / dayMs
  return rows
    .filter(({ mergedInto }) => mergedInto === null)
    .map((person) => {
      const records = rows.filter(({ id, mergedInto }) => id === person.id || mergedInto === person.id)
      const isTheirs = ({ customerId }: { customerId: string | null }) => records.some(({ id }) => id === customerId)
      const done = visits
        .filter((visit) => isTheirs(visit) && visit.status === 'completed')
        .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
      const days = [...new Set(done.map(({ startsAt }) => dayNumber(startsAt)))]
      const net = done.reduce((sum, { priceVnd }) => sum + priceVnd, 0)
      const [recency, frequency, monetary] = scores.get(person.id) ?? []
      const numbers: Record<string, number | undefined> = {
        ...{
          visits: days.length,
          net,
          spend_per_visit: days.length ? net / days.length : undefined,
          recency,
          frequency,
          monetary,
        },
        last_visit: days.length ? today.day - days.at(-1)! : undefined,
        first_visit: days.length ? today.day - days[0]! : undefined,
        points: purses.filter(isTheirs).reduce((sum, { active, owed }) => sum + active + owed, 0),
        no_shows: visits.filter(
          (visit) => isTheirs(visit) && visit.status === 'no_show' && today.day - dayNumber(visit.startsAt) < 365,
        ).length,
      }
      const figure = figures.find(({ personId }) => personId === person.id)
      const { day } = today
      const standing = {
        ...{ never: !figure, active: !!figure && figure.activeUntil >= day && figure.lateOn > day },
        ...{
          late: !!figure && figure.lateOn <= day && day < figure.lapsesOn,
          left: !!figure && figure.lapsesOn <= day,
        },
      }
      const holds = (asked: Rule | Condition): boolean => {
        if ('all' in asked) return asked.all.every(holds)
        if ('any' in asked) return asked.any.some(holds)
        switch (asked.field) {
          case 'standing':
            return standing[asked.is]
          case 'birthday_month':
            return person.birthDay?.slice(0, 2) === (asked.is === 'this' ? '06' : '07')
          case 'service': {
            const had = (asked.is === 'last' ? done.slice(-1) : done).some(({ serviceId }) =>
              asked.ids.includes(serviceId),
            )
            return asked.is === 'never' ? !had : had
          }
          case 'tag':
            return tags.some((each) => isTheirs(each) && each.tag === asked.tag) === (asked.is === 'has')
          case 'wants_offers':
            return (
              (said
                .filter(isTheirs)
                .sort((a, b) => a.id - b.id)
                .at(-1)?.granted ?? false) === asked.is
            )
          case 'on_zalo':
            return records.some(({ zaloUserId }) => zaloUserId !== null) === asked.is
          case 'tier':
            return asked.is === 'none'
          default: {
            const number = numbers[asked.field]
            return number !== undefined && (asked.is === 'at_least' ? number >= asked.value : number <= asked.value)
          }
        }
      }
      return { id: person.id, net, holds }
    })
}

test('any rule means the same people in SQL as by hand', async () => {
  const world = await peopled()
  const everybody = await byHand(world)
  await fc.assert(
    fc.asyncProperty(rule, async (asked) => {
      const meant = everybody.filter(({ holds }) => holds(asked))
      const members = await membersOf(world.read, asked, world.today, 0)
      expect(members.map(({ id }) => id).sort()).toEqual(meant.map(({ id }) => id).sort())
      const { sizes, people } = await sizesOf(world.read, [asked, { all: [asked] }], world.today)
      expect(sizes[0]).toMatchObject({ people: meant.length, netVnd: meant.reduce((sum, { net }) => sum + net, 0) })
      expect([sizes[1], people]).toEqual([sizes[0], 14])
    }),
    { numRuns: runs },
  )
})

test('with fifty customers scores are fifths of them, the same for who is equal; with fewer they follow fixed marks', async () => {
  const { shop, stranger, clock } = await openSegments()
  const today = todayOf(clock.at, zone)
  const week = await stranger('Tuần', [5, 12, 19, 26, 33, 40, 47, 54, 61])
  const once = await stranger('Một', [100])
  const few = new Map((await scoresDue(shop.read, today)).map(([id, ...marks]) => [id, marks]))
  expect([few.get(week), few.get(once)]).toEqual([
    [5, 5, 4], // 9 visits, 1.8 times what is spent in the middle
    [1, 1, 1],
  ])
  for (let n = 0; n < 48; n++) await stranger(`Khách ${n}`, [200 + n])
  await shop.write(async (tx) => writeScores(tx, await scoresDue(tx, today)))
  const marks = await shop.read.values<number[]>(
    sql`SELECT s.recency, count(*), count(DISTINCT s.frequency) FROM customer_scores s GROUP BY 1 ORDER BY 1`,
  )
  expect(marks.map(([recency, people]) => [recency, people])).toEqual([1, 2, 3, 4, 5].map((score) => [score, 10]))
  const often = await shop.read.values<number[]>(
    sql`SELECT s.frequency, count(*) FROM customer_scores s GROUP BY 1 ORDER BY 1`,
  )
  expect(often).toEqual([
    [1, 49],
    [5, 1],
  ])
  expect(await scoresDue(shop.read, today)).toEqual([])
})
