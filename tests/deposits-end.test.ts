import { expect, test } from 'vitest'
import { newId } from '../shared/ids.ts'
import { isWhole, missed, openDeposits as open } from './support/deposits.ts'
import { money } from './support/payments.ts'

const price = 105_000

test.each([
  [25, 50_000, 'returned'],
  [23, 25_000, 'returned'],
  [7, 25_000, 'returned'],
  [5, 0, 'kept'],
])('called off %i hours ahead %i đồng come back, which was said before', async (hours, backVnd, state) => {
  const shop = await open()
  const { id } = await shop.book('10:00', '2026-01-08')
  await shop.pay(id)
  shop.clock.at = new Date(Date.parse('2026-01-08T10:00:00+07:00') - hours * 3_600_000)
  expect((await shop.mine(id)).deposit.ifCancelledVnd).toBe(backVnd)
  await shop.owner('POST', '/policies', { words: 'Không hoàn.', refundTiers: [] }) // later words do not bind
  expect((await shop.lan('POST', `/bookings/${id}/cancel`, { scope: 'this' })).status).toBe(200)
  expect(await shop.mine(id)).toMatchObject({ status: 'cancelled', deposit: { state, backVnd } })
  expect(await shop.back(id)).toEqual(backVnd ? { deposit: backVnd } : {})
  await isWhole(shop)
})

test('called off by the shop all comes back, whatever the hour', async () => {
  const shop = await open()
  const { id } = await shop.book()
  await shop.pay(id)
  shop.clock.at = new Date('2026-01-06T09:30:00+07:00')
  await shop.owner('POST', `/bookings/${id}/cancel`, {})
  expect(await shop.back(id)).toEqual({ cancelled: 50_000 })
  await isWhole(shop)
})

test('who does not come loses it, and gets it counted again when they came after all', async () => {
  const shop = await open()
  const { id } = await shop.book()
  await shop.pay(id)
  await missed(shop, id)
  expect((await shop.mine(id)).deposit.state).toBe('kept')
  await shop.owner('POST', `/bookings/${id}/undo-no-show`)
  expect((await shop.mine(id)).deposit.state).toBe('paid')
  expect(await shop.back(id)).toEqual({})
  await isWhole(shop)
})

test('done, it is a part of what was paid: the till takes the rest, the points count all', async () => {
  const shop = await open()
  const { id } = await shop.book()
  await shop.pay(id)
  shop.clock.at = new Date('2026-01-06T10:30:00+07:00')
  const done = await shop.owner('POST', `/bookings/${id}/complete`, {})
  expect(done.body).toMatchObject({ paidVnd: price, points: 10 })
  expect((await shop.mine(id)).deposit.state).toBe('used')
  expect((await shop.owner('GET', '/money')).body).toMatchObject({ cashVnd: price - 50_000, transferVnd: 0 })
  expect((await shop.owner('GET', '/money?day=2026-01-05')).body).toMatchObject({ transfer: { deposit: 50_000 } })
  await isWhole(shop)
  const refund = { id: newId(), amountVnd: price, reason: 'Khách không vừa ý' }
  expect((await shop.owner('POST', `/bookings/${id}/refunds`, refund)).status).toBe(201)
  await isWhole(shop)
})

test('a rest that is paid by transfer is the rest after the deposit', async () => {
  const shop = await open()
  const { id } = await shop.book()
  await shop.pay(id)
  shop.clock.at = new Date('2026-01-06T10:30:00+07:00')
  const asked = await shop.askAtTill(id, price - 50_000)
  await shop.tell(price - 50_000, asked.memo)
  const payment = { method: 'transfer', paymentId: asked.id }
  expect((await shop.owner('POST', `/bookings/${id}/complete`, { payment })).body.paidVnd).toBe(price)
  await isWhole(shop)
})

test.each([
  [price - 20_000, 'used', 30_000],
  [price, 'returned', 50_000],
])('of a bill that is %i đồng lower, what the deposit was too much goes back', async (discountVnd, state, backVnd) => {
  const shop = await open()
  const { id } = await shop.book()
  await shop.pay(id)
  shop.clock.at = new Date('2026-01-06T10:30:00+07:00')
  expect((await shop.owner('POST', `/bookings/${id}/complete`, { discountVnd })).status).toBe(200)
  expect((await shop.mine(id)).deposit.state).toBe(state)
  expect(await shop.back(id)).toEqual({ deposit: backVnd })
  await isWhole(shop)
})

test('who runs the shop lets it go, with a reason; the visit is agreed and what had come pays for a part', async () => {
  const shop = await open()
  const { id } = await shop.book()
  const memo = await shop.pay(id, 20_000)
  const waive = async (role: 'staff' | 'manager') =>
    (await shop.staff(role))('POST', `/bookings/${id}/deposit/waive`, { reason: 'Khách quen' })
  expect((await waive('staff')).status).toBe(403)
  expect((await waive('manager')).body).toMatchObject({
    status: 'booked',
    deposit: { state: 'waived', reason: 'Khách quen', receivedVnd: 20_000, backVnd: 0 },
  })
  expect((await waive('manager')).status).toBe(200)
  await shop.tell(10_000, memo)
  expect(await shop.back(id)).toEqual({ late: 10_000 })
  shop.clock.at = new Date('2026-01-06T10:30:00+07:00')
  await shop.owner('POST', `/bookings/${id}/complete`, {})
  expect(await money(shop)).toMatchObject({ cashVnd: price - 20_000 })
  expect((await shop.owner('GET', '/money?day=2026-01-05')).body).toMatchObject({ transfer: { deposit: 20_000 } })
  await isWhole(shop)
})

test('a deposit that was let go comes back when the visit is called off, and cannot be let go once it is over', async () => {
  const shop = await open()
  const [gone, over] = [await shop.book('10:00'), await shop.book('11:00')]
  await shop.pay(gone.id, 20_000)
  await shop.owner('POST', `/bookings/${gone.id}/deposit/waive`, { reason: 'x' })
  shop.clock.at = new Date('2026-01-06T09:30:00+07:00')
  await shop.rounds()
  await shop.lan('POST', `/bookings/${gone.id}/cancel`, { scope: 'this' })
  expect(await shop.back(gone.id)).toEqual({ cancelled: 20_000 })
  const late = await shop.owner('POST', `/bookings/${over.id}/deposit/waive`, { reason: 'x' })
  expect(late.body.code).toBe('deposit_over')
  await isWhole(shop)
})

test('moved, a visit keeps its deposit; one that waits for it never longer than it begins', async () => {
  const shop = await open({ rules: { depositMinutes: 240 } })
  const [paid, waits] = [await shop.book('10:00'), await shop.book('16:00', '2026-01-05')]
  await shop.pay(paid.id)
  const move = (id: string, startsAt: string) => shop.lan('POST', `/bookings/${id}/move`, { startsAt, scope: 'this' })
  expect((await move(paid.id, '2026-01-07T10:00:00+07:00')).body.deposit.state).toBe('paid')
  const moved = (await move(waits.id, '2026-01-05T09:00:00+07:00')).body
  expect(moved.expiresAt).toBe(moved.deposit.expiresAt)
  expect(Date.parse(moved.expiresAt)).toBe(Date.parse('2026-01-05T09:00:00+07:00'))
  await shop.pass(65)
  expect((await shop.mine(waits.id)).status).toBe('expired')
  await isWhole(shop)
})
