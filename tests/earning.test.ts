import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import type { Programme } from '../shared/programme.ts'
import { openProgramme as open, opened, visit } from './support/programme.ts'
import { known } from './support/test-shop.ts'

const gold = { id: newId(), name: 'Vàng', from: 1, thousandths: 1500, welcomeOfferId: null }
const campaign = (more: Partial<Programme['campaigns'][number]> = {}) => ({
  ...{ id: newId(), name: 'Tuần lễ vàng', thousandths: 2000, bonus: 0, fromDay: '2026-01-01', toDay: '2026-12-31' },
  ...{ weekdays: [], fromMinute: 0, toMinute: 1440, tierIds: [], ...more },
})

test('earn 1 point/10,000 đ on 105,000 đ after 5,000 đ discount: 10 points (base 100,000)', async () => {
  const shop = await open()
  expect((await visit(shop, { discountVnd: 5000 })).body).toMatchObject({ paidVnd: 100_000, points: 10 })
  expect((await shop.points()).entries[0].sum).toEqual({ paidVnd: 100_000, unitVnd: 10_000, base: 10 })
})

test('the same order paid 30,000 by points: 7 points', async () => {
  const shop = await open({ asMoney: { vndPerPoint: 1000, least: 10, most: 50, step: 10, mostPercent: 50 } })
  await opened(shop, 40)
  expect((await visit(shop, { discountVnd: 5000, pointsUsed: 30 })).body).toMatchObject({ paidVnd: 70_000, points: 7 })
  expect((await shop.points()).balance).toBe(40 - 30 + 7)
})

test('points as money: least, most, step and share of the bill are kept to, and nothing is written otherwise', async () => {
  const shop = await open({ asMoney: { vndPerPoint: 1000, least: 10, most: 50, step: 10, mostPercent: 40 } })
  await opened(shop, 60)
  for (const pointsUsed of [5, 60, 15, 50])
    expect(await visit(shop, { pointsUsed })).toMatchObject({ status: 400, body: { field: 'pointsUsed' } })
  expect((await shop.points()).balance).toBe(60)
  expect(await visit(await open(), { pointsUsed: 10 })).toMatchObject({ body: { code: 'points_are_no_money' } })
})

test('campaign ×2, base 10, bonus +5, cap 30: 10×2+5 = 25', async () => {
  const more = { campaigns: [campaign(), campaign({ thousandths: 1500 }), campaign({ thousandths: 1000, bonus: 5 })] }
  const shop = await open({ ...more, caps: { visit: 30, day: null, month: null } })
  expect((await visit(shop, { discountVnd: 5000 })).body.points).toBe(25)
  const capped = await open({ ...more, caps: { visit: 20, day: null, month: null } })
  expect((await visit(capped, { discountVnd: 5000 })).body.points).toBe(20)
  expect((await capped.points()).entries[0].sum).toMatchObject({
    base: 10,
    capped: 5,
    campaign: { thousandths: 2000, bonus: 5 },
  })
})

test('a campaign counts on its days, weekdays and hours by the clock at the end of the visit', async () => {
  // Monday 5 January 2026, 08:36.
  const points = async (more: object) =>
    (await visit(await open({ campaigns: [campaign(more)] }), { discountVnd: 5000 })).body.points
  expect(await points({ weekdays: [1] })).toBe(20)
  expect(await points({ weekdays: [2] })).toBe(10)
  expect(await points({ fromMinute: 480, toMinute: 540 })).toBe(20)
  expect(await points({ fromMinute: 540, toMinute: 720 })).toBe(10)
  expect(await points({ fromDay: '2026-01-06' })).toBe(10)
  expect(await points({ tierIds: [gold.id] })).toBe(10)
})

test('caps of a day and a month cut what is over, and a refund makes room again', async () => {
  const shop = await open({ caps: { visit: null, day: 15, month: 18 } })
  const first = await visit(shop)
  expect([first.body.points, (await visit(shop)).body.points]).toEqual([10, 5])
  shop.wait(24 * 60)
  expect((await visit(shop)).body.points).toBe(3)
  await first.refund(105_000)
  shop.wait(24 * 60)
  expect((await visit(shop)).body.points).toBe(10)
})

test('a service earns apart or nothing, a small bill nothing, a visit its grant once a day', async () => {
  const apart = await open({ services: [{ serviceId: known.haircut.id, points: 3 }] })
  expect((await visit(apart)).body.points).toBe(3)
  const both = [{ serviceId: known.haircut.id }, { serviceId: known.colour.id }]
  expect((await visit(apart, {}, both)).body.points).toBe(3 + 45)
  expect((await visit(await open({ leastVnd: 200_000 }))).body.points).toBe(0)
  const grant = await open({ pointsPerUnit: 0, visitPoints: 2, visitLeastVnd: 50_000 })
  expect([(await visit(grant)).body.points, (await visit(grant)).body.points]).toEqual([2, 0])
  expect((await visit(grant, { discountVnd: 60_000 })).body.points).toBe(0)
})
