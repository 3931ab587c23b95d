import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { firstProgramme } from '../shared/programme.ts'
import { clockOf, dayOf } from '../shared/time.ts'
import { offer, openProgramme as open, opened, visit } from './support/programme.ts'

const zone = 'Asia/Ho_Chi_Minh'

test('order 100,000 → 10 points; refund 35,000 then 65,000: −3, then −7 (remainder) = 0 left', async () => {
  const shop = await open()
  const { refund } = await visit(shop, { discountVnd: 5000 })
  expect((await refund(35_000)).body.points).toBe(-3)
  expect((await refund(65_000)).body.points).toBe(-7)
  expect((await shop.points()).balance).toBe(0)
  expect(await refund(1)).toMatchObject({ status: 409, body: { code: 'refund_too_large' } })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('lots 5 (exp 31/12), 10 (exp 31/3); spend 8; expiry of first: debit 5+3; after 31/12 balance 7, nothing expires', async () => {
  const shop = await open({ expiry: { kind: 'fixed_day', month: 12, day: 31 } }, '2026-06-05T08:00:00+07:00')
  await opened(shop, 5)
  await shop.owner('PUT', '/programme', { ...firstProgramme(10_000), expiry: { kind: 'fixed_day', month: 3, day: 31 } })
  shop.wait(1)
  await opened(shop, 10)
  await shop.owner('POST', `/customers/${shop.lan.id}/adjustments`, {
    id: newId(),
    points: -8,
    reasonCode: 'correction',
    note: 'Tiêu',
  })
  const spent = (await shop.points()).entries[0]
  const { lots } = (await shop.lan('GET', `/points/entries/${spent.id}`)).body
  expect(
    lots.map(({ units, until }: { units: number; until: string }) => [units, dayOf(new Date(until), zone)]),
  ).toEqual([
    [-5, '2026-12-31'],
    [-3, '2027-03-31'],
  ])
  await shop.pass(Math.round((Date.parse('2027-01-01T08:00:00+07:00') - shop.shop.now().getTime()) / 60_000))
  const after = await shop.points()
  expect([after.balance, after.entries.filter(({ reason }: { reason: string }) => reason === 'expired')]).toEqual([
    7,
    [],
  ])
})

test('reserve 100 with balance 100, second reserve 1: refused; after TTL both free', async () => {
  const shop = await open()
  await opened(shop, 100)
  const offers = [await offer(shop, 100), await offer(shop, 1)]
  const take = (i: number) => shop.lan('POST', '/vouchers', { id: newId(), offerId: offers[i]! })
  expect((await take(0)).status).toBe(201)
  expect(await take(1)).toMatchObject({ status: 409, body: { code: 'not_enough_points' } })
  expect(await shop.points()).toMatchObject({ balance: 0, reserved: 100 })
  await shop.pass(24 * 60)
  expect(await shop.points()).toMatchObject({ balance: 100, reserved: 0, vouchers: [{ state: 'lapsed' }] })
  expect((await take(1)).status).toBe(201)
  expect((await take(0)).body.code).toBe('not_enough_points')
})

test.each([
  ['within_balance', 0, 3, 4],
  ['unlimited', -3, undefined, 1],
  ['only_pending', 2, 5, 6],
] as const)(
  'refund after points spent, policy %s, balance 2, reverse 5: balance %i, shortfall %s recorded, next earn of 4 → %i',
  async (refunds, balance, shortfall, next) => {
    const shop = await open({ refunds })
    const { refund } = await visit(shop, { discountVnd: 55_000 })
    await shop.owner('POST', `/customers/${shop.lan.id}/adjustments`, {
      id: newId(),
      points: -3,
      reasonCode: 'correction',
      note: 'Tiêu',
    })
    await refund(50_000)
    const after = await shop.points()
    expect([after.balance, after.entries[0].sum.shortfall]).toEqual([balance, shortfall])
    expect((await visit(shop, { discountVnd: 65_000 })).body.points).toBe(4)
    expect((await shop.points()).balance).toBe(next)
    expect(await examine(shop.shop.read)).toEqual([])
  },
)

test('month-end expiry P12M earned 2026-02-10: spendable through 2027-02-28 23:59:59', async () => {
  const shop = await open({ expiry: { kind: 'month_end', months: 12 } }, '2026-02-10T08:00:00+07:00')
  await visit(shop)
  const [{ until, units }] = (await shop.points()).expiring
  expect([dayOf(new Date(until), zone), clockOf(new Date(until), zone), units]).toEqual(['2027-02-28', '23:59', 10])
  const minutesTo = (at: string) => Math.round((Date.parse(at) - shop.shop.now().getTime()) / 60_000)
  await shop.pass(minutesTo('2027-02-28T23:59:00+07:00'))
  expect((await shop.points()).balance).toBe(10)
  shop.wait(1)
  expect((await shop.points()).balance).toBe(0)
  await shop.pass(1)
  expect((await shop.points()).entries[0]).toMatchObject({ reason: 'expired', points: -10 })
})

test('points wait their days, are seen and not spent, and go with the visit when it is refunded', async () => {
  const shop = await open({ pendingDays: 3 })
  await visit(shop)
  const second = await visit(shop)
  const costsTen = await offer(shop, 10)
  expect(await shop.points()).toMatchObject({ balance: 0, pending: 20 })
  expect((await shop.lan('POST', '/vouchers', { id: newId(), offerId: costsTen })).body.code).toBe('not_enough_points')
  await second.refund(105_000)
  expect(await shop.points()).toMatchObject({ balance: 0, pending: 10 })
  await shop.pass(3 * 24 * 60)
  expect(await shop.points()).toMatchObject({ balance: 10, pending: 0 })
})

test('by activity everything lives as long as what came last', async () => {
  const shop = await open({ expiry: { kind: 'activity', months: 2 } })
  await visit(shop)
  await shop.pass(30 * 24 * 60)
  await visit(shop)
  expect((await shop.points()).expiring).toMatchObject([{ units: 20 }])
})

test('a change of the rules holds from then on; each entry names its version', async () => {
  const shop = await open()
  await visit(shop)
  await shop.owner('PUT', '/programme', firstProgramme(5000))
  await visit(shop)
  const { entries } = await shop.points()
  expect(entries.map(({ points }: { points: number }) => points)).toEqual([21, 10])
  expect(entries[0].programmeId).toBe(entries[1].programmeId + 1)
})

test('a refund brings back what was spent on the visit: points to their lots, its voucher as a fresh one', async () => {
  const shop = await open({ asMoney: { vndPerPoint: 1000, least: 1, most: null, step: 1, mostPercent: 50 } })
  await opened(shop, 30)
  const offerId = await offer(shop, 0, { kind: 'amount', amountVnd: 20_000 })
  const voucherId = newId()
  await shop.lan('POST', '/vouchers', { id: voucherId, offerId })
  const done = await visit(shop, { pointsUsed: 25, voucherIds: [voucherId] })
  expect(done.body).toMatchObject({ paidVnd: 60_000, points: 6 })
  expect((await shop.points()).balance).toBe(30 - 25 + 6)
  expect((await shop.owner('GET', '/offers')).body.find(({ id }: { id: string }) => id === offerId)).toMatchObject({
    used: 1,
    spentVnd: 20_000,
  })

  await done.refund(24_000)
  expect((await shop.points()).balance).toBe(11 - 2 + 10)
  await done.refund(36_000)
  const { balance, vouchers } = await shop.points()
  expect([balance, vouchers.map(({ state }: { state: string }) => state).sort()]).toEqual([30, ['open', 'returned']])
  expect((await shop.owner('GET', '/offers')).body.find(({ id }: { id: string }) => id === offerId)).toMatchObject({
    open: 1,
    used: 0,
    spentVnd: 0,
  })
  expect(await examine(shop.shop.read)).toEqual([])
})
