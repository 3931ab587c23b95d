import { expect, test } from 'vitest'
import { bankSettings } from '../drizzle/schema/index.ts'
import { newId } from '../shared/ids.ts'
import { isWhole, missed, openDeposits as open } from './support/deposits.ts'
import { money } from './support/payments.ts'
import { known } from './support/test-shop.ts'

const price = 105_000

test.each([
  [{ kind: 'fixed', vnd: 50_000 }, 50_000],
  [{ kind: 'fixed', vnd: 500_000 }, price],
  [{ kind: 'percent', percent: 30 }, 31_500],
  [{ kind: 'full' }, price],
] as const)(
  'a service asks for %j ahead, and the visit waits for it with its time held',
  async (deposit, amountVnd) => {
    const shop = await open({ deposit })
    const held = await shop.lan('POST', '/holds', { ...shop.wish('10:00'), policyId: undefined })
    expect(held.body.deposit).toMatchObject({ amountVnd, why: 'service', policy: { id: shop.policy.id } })
    const booked = await shop.book()
    expect(booked).toMatchObject({ status: 'requested', deposit: { amountVnd, why: 'service', state: 'awaited' } })
    expect(await shop.free('10:00')).toBe(false)
    const told = await shop.shop.read.values<[string]>("SELECT params FROM outbox WHERE intent = 'deposit_asked'")
    expect(told.map(([params]) => JSON.parse(params).link)).toEqual([`/bookings/${booked.id}`])
    await isWhole(shop)
  },
)

test('two services of a visit ask for their deposits together', async () => {
  const shop = await open()
  const parts = [{ serviceId: known.haircut.id }, { serviceId: known.haircut.id }]
  const booked = await shop.lan('POST', '/bookings', shop.wish('10:00', '2026-01-06', { parts }))
  expect(booked.body.deposit.amountVnd).toBe(100_000)
})

test('who did not come often enough pays ahead, until that is long ago; the larger of both is asked', async () => {
  const shop = await open({ deposit: null, rules: { riskNoShows: 2, riskDays: 7, riskPercent: 50 } })
  for (const time of ['09:00', '09:30']) {
    const { id, status } = await shop.book(time)
    expect(status).toBe('booked')
    await missed(shop, id)
  }
  const risky = await shop.book('10:00', '2026-01-08')
  expect(risky).toMatchObject({ status: 'requested', deposit: { amountVnd: 52_500, why: 'risk' } })
  await shop.setService({ kind: 'full' })
  expect((await shop.book('11:00', '2026-01-08')).deposit).toMatchObject({ amountVnd: price, why: 'service' })
  await shop.setService(null)
  await shop.pass(8 * 24 * 60)
  expect((await shop.book('10:00', '2026-01-16')).deposit).toBeNull()
  await isWhole(shop)
})

test('nothing is asked for where the shop cannot be paid, nor at the desk unless it asks', async () => {
  const shop = await open()
  const at = (time: string, more: object) => ({
    ...{ id: newId(), parts: [{ serviceId: known.haircut.id }], startsAt: `2026-01-06T${time}:00+07:00` },
    ...{ customerId: shop.lan.id, newCustomer: null, ...more },
  })
  expect((await shop.owner('POST', '/bookings', at('10:00', {}))).body).toMatchObject({
    status: 'booked',
    deposit: null,
  })
  const asked = await shop.owner('POST', '/bookings', at('11:00', { deposit: true }))
  expect(asked.body).toMatchObject({ status: 'requested', deposit: { amountVnd: 50_000 } })
  await shop.pay(asked.body.id)
  expect((await shop.mine(asked.body.id)).status).toBe('booked')
  await shop.shop.write((tx) => tx.delete(bankSettings))
  const { config } = shop.shop
  config.zalo.checkoutKey = ''
  expect((await shop.book('14:00')).deposit).toBeNull()
  await isWhole(shop)
})

test('the policy of now is agreed to before a deposit is asked for', async () => {
  const shop = await open()
  const without = { ...shop.wish('10:00'), policyId: undefined }
  expect((await shop.lan('POST', '/bookings', without)).body.code).toBe('policy_not_accepted')
  const { id } = (await shop.owner('POST', '/policies', { words: 'Mới', refundTiers: [] })).body
  expect((await shop.lan('POST', '/bookings', shop.wish('10:00'))).body.code).toBe('policy_not_accepted')
  expect((await shop.lan('POST', '/bookings', { ...shop.wish('10:00'), policyId: id })).status).toBe(201)
})

test('several visits at once are refused where a deposit is due', async () => {
  const shop = await open()
  const { policyId: _, ...wish } = shop.wish('10:00')
  const series = { ...wish, everyWeeks: 1, times: 2 }
  expect((await shop.lan('POST', '/bookings/series', series)).body.code).toBe('series_deposit')
})

test('paid in time the visit is agreed, once, and its news goes out', async () => {
  const shop = await open()
  const { id } = await shop.book()
  const memo = await shop.pay(id)
  expect(await shop.mine(id)).toMatchObject({ status: 'booked', deposit: { state: 'paid', receivedVnd: 50_000 } })
  await shop.pass(40)
  expect((await shop.mine(id)).status).toBe('booked')
  expect(await money(shop)).toMatchObject({ transfer: { deposit: 50_000 }, transfers: [] })
  expect((await shop.lan('POST', `/bookings/${id}/deposit`, {})).body.code).toBe('deposit_over')
  await shop.tell(20_000, memo)
  expect(await shop.back(id)).toEqual({ over: 20_000 })
  await isWhole(shop)
})

test('where the shop answers each wish itself it has its usual time from the payment on, and declining gives all back', async () => {
  const shop = await open({ rules: { acceptance: 'manual', acceptMinutes: 120 } })
  const { id } = await shop.book()
  expect((await shop.owner('POST', `/bookings/${id}/accept`)).body.code).toBe('deposit_unpaid')
  shop.wait(20)
  await shop.pay(id)
  const waiting = await shop.mine(id)
  expect(waiting).toMatchObject({ status: 'requested', deposit: { state: 'paid' } })
  expect(Date.parse(waiting.expiresAt)).toBe(shop.clock.at.getTime() + 120 * 60_000)
  expect((await shop.owner('POST', `/bookings/${id}/decline`, {})).status).toBe(200)
  expect(await shop.back(id)).toEqual({ cancelled: 50_000 })
  const late = await shop.book('11:00')
  await shop.pay(late.id)
  await shop.pass(121)
  expect(await shop.mine(late.id)).toMatchObject({ status: 'expired', deposit: { state: 'returned', backVnd: 50_000 } })
  await isWhole(shop)
})

test('too little keeps waiting and says so; at the end of its time the slot is free and what came goes back', async () => {
  const shop = await open()
  const { id } = await shop.book()
  const memo = await shop.pay(id, 20_000)
  expect(await shop.mine(id)).toMatchObject({ status: 'requested', deposit: { state: 'awaited', receivedVnd: 20_000 } })
  await shop.pass(31)
  expect(await shop.mine(id)).toMatchObject({ status: 'expired', deposit: { state: 'lapsed', backVnd: 20_000 } })
  expect(await shop.free('10:00')).toBe(true)
  await shop.tell(30_000, memo)
  expect(await shop.mine(id)).toMatchObject({ status: 'expired', deposit: { state: 'lapsed', backVnd: 50_000 } })
  expect(await shop.back(id)).toEqual({ late: 50_000 })
  expect((await money(shop)).transfers).toEqual([])
  await isWhole(shop)
})

test('two halves make a whole, and more than asked goes back', async () => {
  const shop = await open()
  const { id } = await shop.book()
  const memo = await shop.pay(id, 20_000)
  await shop.tell(40_000, memo)
  expect(await shop.mine(id)).toMatchObject({ status: 'booked', deposit: { state: 'paid', receivedVnd: 60_000 } })
  expect(await shop.back(id)).toEqual({ over: 10_000 })
  await isWhole(shop)
})

test('money that comes after the time but before anybody looked is late all the same', async () => {
  const shop = await open()
  const { id } = await shop.book()
  const { memo } = await shop.transferOf(id)
  shop.wait(30)
  await shop.tell(50_000, memo)
  expect(await shop.mine(id)).toMatchObject({ status: 'expired', deposit: { state: 'lapsed', backVnd: 50_000 } })
  await isWhole(shop)
})

test('a deposit is paid only by whom it was asked of, and in a way that the shop has', async () => {
  const shop = await open()
  const { id } = await shop.book()
  const minh = await shop.customer('minh')
  expect((await minh('POST', `/bookings/${id}/deposit`, {})).status).toBe(404)
  shop.shop.config.zalo.checkoutKey = ''
  expect((await shop.lan('POST', `/bookings/${id}/deposit`, { method: 'checkout' })).body.code).toBe(
    'checkout_not_ready',
  )
  const [one, two] = [await shop.transferOf(id), await shop.transferOf(id)]
  expect(one.id).toBe(two.id)
  expect((await money(shop)).transfers).toMatchObject([{ id: one.id, what: 'Cắt tóc', forKind: 'deposit' }])
  expect((await shop.owner('POST', `/payments/${one.id}/seen`)).status).toBe(200)
  expect((await shop.mine(id)).status).toBe('booked')
  await isWhole(shop)
})

test('the time of a visit that lapsed is offered to who waits for it', async () => {
  const shop = await open()
  const { id } = await shop.book()
  const minh = await shop.customer('minh')
  const wait = { id: newId(), parts: shop.wish('10:00').parts, day: '2026-01-06', fromMinute: 600, toMinute: 600 }
  expect((await minh('POST', '/waitlist', wait)).status).toBe(201)
  await shop.pass(31)
  expect((await shop.mine(id)).status).toBe('expired')
  const [offered] = (await minh('GET', '/waitlist')).body
  expect(offered).toMatchObject({ state: 'offered', deposit: { amountVnd: 50_000, why: 'service' } })
  const take = (more: object) => minh('POST', `/waitlist/${wait.id}/accept`, { id: newId(), ...more })
  expect((await take({})).body.code).toBe('policy_not_accepted')
  expect((await take({ policyId: shop.policy.id })).body).toMatchObject({
    status: 'requested',
    deposit: { state: 'awaited' },
  })
  await isWhole(shop)
})

test('the desk is told what a visit would ask for, and the customer’s file how often they stayed away', async () => {
  const shop = await open({ rules: { riskNoShows: 1 } })
  const due = async () => {
    const { parts, startsAt } = shop.wish('15:00', '2026-01-07')
    const wanted = JSON.stringify({ parts })
    const query = new URLSearchParams({ wanted, customerId: shop.lan.id, startsAt })
    return (await shop.owner('GET', `/deposits/due?${query}`)).body.due
  }
  expect(await due()).toMatchObject({ amountVnd: 50_000, why: 'service', minutes: 30, noShows: 0 })
  const { id } = await shop.book()
  await shop.pay(id)
  await missed(shop, id)
  expect(await due()).toMatchObject({ amountVnd: 52_500, why: 'risk', minutes: 30, noShows: 1 })
  expect((await shop.owner('GET', `/customers/${shop.lan.id}`)).body.noShows).toEqual({ count: 1, days: 90, most: 1 })
})
