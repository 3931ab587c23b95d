import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { firstProgramme, type Programme } from '../shared/programme.ts'
import { clockOf, dayOf } from '../shared/time.ts'
import { type Client, openTestShop, type TestShop, unlimited } from './support/shop.ts'
import { known } from './support/test-shop.ts'

const zone = 'Asia/Ho_Chi_Minh'
const gold = { id: newId(), name: 'Vàng', from: 1, thousandths: 1500, discountPercent: 0, welcomeOfferId: null }
const campaign = (more: Partial<Programme['campaigns'][number]> = {}) => ({
  ...{ id: newId(), name: 'Tuần lễ vàng', thousandths: 2000, bonus: 0, fromDay: '2026-01-01', toDay: '2026-12-31' },
  ...{ weekdays: [], fromMinute: 0, toMinute: 1440, tierIds: [], ...more },
})

async function open(rules: Partial<Programme> = {}, now?: string) {
  const shop = await openTestShop({ configure: unlimited, ...(now && { now }) })
  /** Anew each time: nobody stays signed in for weeks. */
  const owner: Client = async (...asked) => (await shop.staff('owner'))(...asked)
  const programme = { ...firstProgramme(10_000), ...rules }
  expect((await owner('PUT', '/programme', programme)).status).toBe(200)
  shop.wait(1)
  const { id } = await shop.customer('lan')
  const lan = Object.assign(async (...asked: Parameters<Client>) => (await shop.customer('lan'))(...asked), { id })
  const pass = async (minutes: number) => {
    shop.wait(minutes)
    await shop.rounds()
  }
  return { ...shop, owner, lan, pass, points: async () => (await lan('GET', '/points')).body }
}
type Open = Awaited<ReturnType<typeof open>>

/** A visit of Lan's that is done and paid now. */
async function visit(
  { owner, lan, wait }: Pick<Open, 'owner' | 'lan'> & Pick<TestShop, 'wait'>,
  paid: object = {},
  parts: object[] = [{ serviceId: known.haircut.id }],
) {
  const id = newId()
  wait(35)
  const booked = await owner('POST', '/bookings', { id, parts, startsAt: null, customerId: lan.id, newCustomer: null })
  expect(booked.status).toBe(201)
  const done = await owner('POST', `/bookings/${id}/complete`, paid)
  return {
    id,
    ...done,
    refund: (amountVnd: number) =>
      owner('POST', `/bookings/${id}/refunds`, { id: newId(), amountVnd, reason: 'Khách đổi ý' }),
  }
}
const opened = async ({ owner, lan }: Open, points: number) =>
  expect(
    (
      await owner('POST', `/customers/${lan.id}/adjustments`, {
        id: newId(),
        points,
        reasonCode: 'opening',
        note: 'Sổ cũ',
      })
    ).body.status,
  ).toBe('done')

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
  const done = await visit(shop, { pointsUsed: 25, voucherId })
  expect(done.body).toMatchObject({ paidVnd: 60_000, points: 6 })
  expect((await shop.points()).balance).toBe(30 - 25 + 6)
  expect((await shop.owner('GET', '/offers')).body.find(({ id }: { id: string }) => id === offerId)).toMatchObject({
    used: 1,
    costVnd: 20_000,
  })

  await done.refund(24_000)
  expect((await shop.points()).balance).toBe(11 - 2 + 10)
  await done.refund(36_000)
  const { balance, vouchers } = await shop.points()
  expect([balance, vouchers.map(({ state }: { state: string }) => state).sort()]).toEqual([30, ['open', 'returned']])
  expect((await shop.owner('GET', '/offers')).body.find(({ id }: { id: string }) => id === offerId)).toMatchObject({
    open: 1,
    used: 0,
    costVnd: 0,
  })
  expect(await examine(shop.shop.read)).toEqual([])
})

/** An offer that is on. */
async function offer({ owner }: Pick<Open, 'owner'>, pointsCost: number, more: object = {}) {
  const id = newId()
  const nothing = {
    amountVnd: null,
    percent: null,
    mostVnd: null,
    serviceId: null,
    stock: null,
    perPerson: null,
    budgetVnd: null,
  }
  const wish = {
    ...nothing,
    id,
    name: 'Quà',
    words: '',
    kind: 'gift',
    costVnd: 0,
    pointsCost,
    fromDay: null,
    toDay: null,
  }
  const rest = { weekdays: [], audience: { kind: 'everybody' }, validDays: null, startsAfterDays: 0, alone: true }
  expect((await owner('POST', '/offers', { ...wish, ...rest, ...more })).status).toBe(201)
  expect((await owner('POST', `/offers/${id}/state`, { state: 'live' })).status).toBe(200)
  return id
}
