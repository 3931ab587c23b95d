import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { firstProgramme, type Programme } from '../shared/programme.ts'
import { offer, openProgramme as open, opened, visit, type WithProgramme } from './support/programme.ts'
import { known } from './support/test-shop.ts'

const worth = { asMoney: { vndPerPoint: 1000, least: 1, most: null, step: 1, mostPercent: 50 } }
const caps = (some: Partial<Programme['caps']>) => ({ caps: { visit: null, day: null, month: null, ...some } })
const tryOut = async ({ owner }: Pick<WithProgramme, 'owner'>, rules: Partial<Programme> = {}) => {
  const answer = await owner('POST', '/programme/simulate', { ...firstProgramme(10_000), ...worth, ...rules })
  expect(answer.status).toBe(200)
  return answer.body
}
const haircutAndColour = [{ serviceId: known.haircut.id }, { serviceId: known.colour.id }]

test('the rules that hold anyway change nothing, also with caps, a grant of the day and points taken back', async () => {
  const rules = { ...worth, ...caps({ day: 15, month: 40 }), visitPoints: 2 }
  const shop = await open(rules)
  for (const days of [1, 1, 2, 1, 60, 41]) {
    const { refund } = await visit(shop)
    if (days === 2) expect((await refund(105_000)).status).toBe(201) // makes room in its month again
    await shop.pass(days * 24 * 60 - 35)
  }
  await visit(shop)
  await visit(shop)
  const { winners, losers, points, visits, customers } = await tryOut(shop, rules)
  expect({ winners, losers, visits, customers }).toEqual({ winners: 0, losers: 0, visits: 8, customers: 1 })
  expect(points.instead).toBe(points.now)
  expect(points.now).toBeGreaterThan(60)
})

test('half the đồng a point doubles what was earned, what that costs, and what is owed by as much', async () => {
  const shop = await open(worth)
  await opened(shop, 5)
  await visit(shop)
  await visit(shop, { discountVnd: 5000 })
  expect(await tryOut(shop, { unitVnd: 5000 })).toEqual({
    ...{ from: '2025-02-01', visits: 2, customers: 1, winners: 1, losers: 0, points: { now: 20, instead: 41 } },
    costVnd: { now: 20_000, instead: 41_000 },
    greatest: { winners: [{ customerId: shop.lan.id, name: 'Khách Zalo', difference: 21 }], losers: [] },
    liability: { now: 25_000, instead: 46_000 },
  })
})

test('a cap makes losers, and only who goes over it', async () => {
  const shop = await open(worth)
  const { id } = await shop.customer('minh')
  const minh = { ...shop, lan: Object.assign(await shop.customer('minh'), { id }) }
  await visit(shop, {}, haircutAndColour)
  await visit(minh)
  const outcome = await tryOut(shop, caps({ day: 20 }))
  expect(outcome).toMatchObject({ customers: 2, winners: 0, losers: 1, points: { now: 65, instead: 30 } })
  expect(outcome.greatest.losers).toEqual([{ customerId: shop.lan.id, name: 'Khách Zalo', difference: -35 }])
})

test('points that are spent cannot be missing: what is owed sinks by what is left of them, and nobody else’s', async () => {
  const shop = await open(worth)
  const gift = await offer(shop, 8, { costVnd: 4000 })
  await visit(shop)
  await shop.owner('POST', `/customers/${shop.lan.id}/redemptions`, { id: newId(), offerId: gift })
  await opened({ ...shop, lan: Object.assign(shop.lan, { id: (await shop.customer('minh')).id }) }, 5)
  const outcome = await tryOut(shop, { pointsPerUnit: 0 })
  // Of Lan's 10 points 2 are left; Minh's 5 came from no visit and stay.
  expect(outcome).toMatchObject({ points: { now: 10, instead: 0 }, liability: { now: 3500, instead: 2500 } })
  expect(outcome.costVnd).toEqual({ now: 5000, instead: 0 }) // as gifts have cost: 500 đ a point
})

test('a campaign counts on its weekdays, and a service that is taken out earns nothing', async () => {
  const shop = await open(worth)
  await visit(shop) // Monday 5 January 2026
  shop.wait(24 * 60)
  await visit(shop, {}, haircutAndColour)
  const monday = {
    ...{ id: newId(), name: 'Thứ Hai', thousandths: 2000, bonus: 0, fromDay: '2026-01-01', toDay: '2026-12-31' },
    ...{ weekdays: [1], fromMinute: 0, toMinute: 1440, tierIds: [] },
  }
  expect((await tryOut(shop, { campaigns: [monday] })).points).toEqual({ now: 65, instead: 75 })
  const services = [{ serviceId: known.colour.id, points: 0 }]
  expect((await tryOut(shop, { services })).points).toEqual({ now: 65, instead: 20 })
})

test('visits of the twelve months that end with this one count, and no earlier ones', async () => {
  const shop = await open(worth, '2025-03-31T08:00:00+07:00')
  await visit(shop)
  await shop.pass(24 * 60)
  await visit(shop)
  shop.clock.at = new Date('2026-03-15T08:00:00+07:00')
  expect(await tryOut(shop)).toMatchObject({ visits: 1, points: { now: 10, instead: 10 } })
})

test('while 5,000 visits are replayed 200 others are answered, and nothing is written', async () => {
  const shop = await open(worth)
  await visit(shop)
  shop.wait(24 * 60)
  await manyVisits(shop, 4999)
  const reader = await shop.staff('manager')
  const before = await everything(shop)
  let isOver = false
  const simulated = tryOut(shop, { unitVnd: 5000 }).finally(() => {
    isOver = true
  })
  let meanwhile = 0
  for (let asked = 0; asked < 200; asked++) {
    expect((await reader('GET', '/programme')).status).toBe(200)
    if (!isOver) meanwhile++
    await nextTurn()
  }
  expect(await simulated).toMatchObject({ visits: 5000, customers: 1, points: { now: 10, instead: 21 * 5000 } })
  expect(meanwhile).toBeGreaterThan(10)
  expect(await everything(shop)).toEqual(before)
})

test('who serves may not try rules out, and rules that make no sense are bad input', async () => {
  const shop = await open()
  const wish = firstProgramme(10_000)
  expect(await (await shop.staff('manager'))('POST', '/programme/simulate', wish)).toMatchObject({ status: 200 })
  expect(await (await shop.staff('staff'))('POST', '/programme/simulate', wish)).toMatchObject({ status: 403 })
  const wrong = { ...wish, unitVnd: 0 }
  expect(await shop.owner('POST', '/programme/simulate', wrong)).toMatchObject({
    status: 400,
    body: { field: 'unitVnd' },
  })
})

/** Haircuts of Lan's that earned nothing when they were paid, one a minute. */
const manyVisits = ({ shop, lan, clock }: WithProgramme, count: number) =>
  shop.write(async (tx) => {
    const at = clock.at.getTime() - count * 60_000
    await tx.run(sql`WITH RECURSIVE nth(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < ${count})
      INSERT INTO bookings (id, customer_id, service_id, staff_id, source, status, status_at, status_by,
        starts_at, ends_at, service_name, price_vnd, created_at)
      SELECT 'past-' || n, ${lan.id}, ${known.haircut.id}, ${known.thao.id}, 'desk', 'completed', ${at} + n * 60000, 'desk',
        ${at} + n * 60000 - 1800000, ${at} + n * 60000, 'Cắt tóc', 105000, 0 FROM nth`)
    await tx.run(sql`INSERT INTO booking_parts
        (booking_id, position, service_id, addons, name, staff_id, staff_asked, starts_at, ends_at, price_vnd)
      SELECT id, 0, service_id, '[]', service_name, staff_id, 0, starts_at, ends_at, price_vnd FROM bookings
      WHERE id LIKE 'past-%'`)
  })

const everything = async ({ shop }: WithProgramme) => {
  const count = (table: string) => sql.raw(`(SELECT count(*) FROM ${table})`)
  const tables = ['ledger_entries', 'postings', 'lots', 'programmes', 'audit_log', 'outbox'].map(count)
  return shop.read.values(sql`SELECT ${sql.join(tables, sql`, `)}`)
}
