import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { openProgramme as open, visit } from './support/programme.ts'
import { known } from './support/test-shop.ts'
import { credit, wallets } from './support/wallets.ts'

const vndOf = async (shop: Parameters<typeof wallets>[0]) => (await wallets(shop)).creditVnd

test('money paid in is there once, with what was paid for it, and never runs out', async () => {
  const shop = await open()
  const id = newId()
  expect((await credit(shop, 550_000, { id, paidVnd: 500_000 })).body).toEqual({ balanceVnd: 550_000 })
  expect((await credit(shop, 550_000, { id, paidVnd: 500_000 })).body).toEqual({ balanceVnd: 550_000 })
  const entries = (await shop.lan('GET', '/wallets/credit/entries')).body
  expect(entries).toMatchObject([{ reason: 'bought', points: 550_000, sum: { paidVnd: 500_000 } }])
  await shop.pass(400 * 24 * 60)
  expect(await vndOf(shop)).toBe(550_000)
  expect((await shop.points()).balance).toBe(0)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('it is corrected below zero by no more than there is, by owner and manager alone', async () => {
  const shop = await open()
  await credit(shop, 50_000)
  expect((await credit(shop, -50_001)).body.code).toBe('not_enough_credit')
  expect((await credit(shop, -20_000)).body).toEqual({ balanceVnd: 30_000 })
  expect((await credit(shop, 0)).status).toBe(400)
  expect((await credit(shop, -1, { paidVnd: 1 })).status).toBe(400)
  expect((await credit({ ...shop, owner: await shop.staff('staff') }, 1)).status).toBe(403)
  expect((await credit({ ...shop, owner: await shop.staff('manager') }, 1)).status).toBe(201)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('what it pays at the till earns like money, once, and never more than the bill or the wallet', async () => {
  const shop = await open()
  await credit(shop, 150_000, { paidVnd: 150_000 })
  const over = await visit(shop, { creditVnd: 105_001 })
  expect(over.body).toMatchObject({ code: 'bad_input', field: 'creditVnd' })
  const pay = () => shop.owner('POST', `/bookings/${over.id}/complete`, { creditVnd: 80_000 })
  expect((await pay()).body).toMatchObject({ paidVnd: 105_000, points: 10 })
  expect((await pay()).body).toMatchObject({ paidVnd: 105_000, points: 10 })
  expect((await shop.owner('POST', `/bookings/${over.id}/complete`, {})).body.code).toBe('booking_over')
  expect(await vndOf(shop)).toBe(70_000)
  expect((await visit(shop, { creditVnd: 70_001 })).body.code).toBe('not_enough_credit')
  const file = (await shop.owner('GET', `/customers/${shop.lan.id}`)).body
  expect(file.visits.find(({ id }: { id: string }) => id === over.id)).toMatchObject({ creditVnd: 80_000 })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('of a hundred who pay with the last đồng at once, one does', async () => {
  const shop = await open()
  await credit(shop, 105_000, { paidVnd: 105_000 })
  const { id } = await visit(shop, { creditVnd: 200_000 })
  const owner = await shop.staff('owner')
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) => owner('POST', `/bookings/${id}/complete`, { creditVnd: 105_000 - (i % 2) })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(50)
  expect(await vndOf(shop)).toBe(0)
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a refund goes back to the wallet first as far as it paid, and the rest in money or into it', async () => {
  const shop = await open()
  await credit(shop, 40_000, { paidVnd: 40_000 })
  const { id } = await visit(shop, { creditVnd: 40_000 })
  const back = (amountVnd: number, to?: 'money' | 'credit', refundId = newId()) =>
    shop.owner('POST', `/bookings/${id}/refunds`, { id: refundId, amountVnd, reason: 'Đổi ý', ...(to && { to }) })
  expect((await back(30_000)).body.creditVnd).toBe(30_000)
  expect(await vndOf(shop)).toBe(30_000)
  expect((await back(20_000)).body.creditVnd).toBe(10_000)
  const last = newId()
  expect((await back(55_000, 'credit', last)).body.creditVnd).toBe(55_000)
  expect((await back(55_000, 'credit', last)).body.creditVnd).toBe(55_000)
  expect(await vndOf(shop)).toBe(95_000)
  expect((await shop.points()).balance).toBe(0)
  const owed = (await shop.owner('GET', '/liability?from=2026-01-01&to=2026-01-31')).body.others
  expect(owed.credit).toEqual({ count: 1, vnd: 95_000 })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a visit of nobody uses no package and no wallet, and is paid back in money only', async () => {
  const shop = await open()
  const id = newId()
  const parts = [{ serviceId: known.haircut.id }]
  await shop.owner('POST', '/bookings', { id, parts, startsAt: null, customerId: null, newCustomer: null })
  const complete = (paid: object) => shop.owner('POST', `/bookings/${id}/complete`, paid)
  expect((await complete({ creditVnd: 1 })).body.code).toBe('needs_customer')
  expect((await complete({ packageIds: [newId()] })).body.code).toBe('needs_customer')
  expect((await complete({})).status).toBe(200)
  const back = (to: string) =>
    shop.owner('POST', `/bookings/${id}/refunds`, { id: newId(), amountVnd: 1000, reason: 'Đổi ý', to })
  expect((await back('credit')).body.code).toBe('needs_customer')
  expect((await back('money')).status).toBe(201)
})
