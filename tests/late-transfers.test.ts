import { expect, test } from 'vitest'
import { examine } from '../server/doctor.ts'
import { newId } from '../shared/ids.ts'
import { ask, atTheTill, money, openPayments as open, pay } from './support/payments.ts'
import type { Client } from './support/shop.ts'
import { known } from './support/test-shop.ts'
import { wallets } from './support/wallets.ts'

const price = 105_000

/** What is to go back, the smallest first. */
async function owed({ owner }: { owner: Client }) {
  const { paybacks } = (await owner('GET', '/paybacks')).body as { paybacks: { id: string; amountVnd: number }[] }
  return paybacks.toSorted((a, b) => a.amountVnd - b.amountVnd)
}

test('where a part came by transfer the till takes no cash for the whole', async () => {
  const shop = await open()
  const id = await atTheTill(shop)
  const asked = await ask(shop, id)
  await shop.tell(60_000, asked.memo)
  expect((await shop.owner('POST', `/bookings/${id}/complete`, {})).body.code).toBe('transfer_came')
  expect((await pay(shop, id, { method: 'cash' })).body.code).toBe('transfer_came')
  expect((await pay(shop, id, { method: 'transfer', paymentId: asked.id, rest: 'cash' })).status).toBe(200)
  expect(await money(shop)).toMatchObject({ cashVnd: 45_000, transferVnd: 60_000 })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('a transfer that comes when its visit is over is owed back: out of the drawer, by transfer, or into the wallet', async () => {
  const shop = await open()
  const visits = [await atTheTill(shop), await atTheTill(shop), await atTheTill(shop)]
  const asked = await Promise.all(visits.map((id) => ask(shop, id)))
  for (const { id } of asked) await shop.owner('POST', `/payments/${id}/drop`)
  for (const id of visits.slice(0, 2)) expect((await pay(shop, id, { method: 'cash' })).status).toBe(200)
  await shop.tell(50_000, asked[2]!.memo)
  expect(await owed(shop)).toEqual([])
  expect((await shop.owner('POST', `/bookings/${visits[2]}/cancel`, { reason: 'Khách đi' })).status).toBe(200)
  for (const { memo } of asked.slice(0, 2)) await shop.tell(price, memo)
  const paybacks = await owed(shop)
  expect(paybacks).toMatchObject([
    { amountVnd: 50_000 },
    { amountVnd: price, customerId: shop.lan.id },
    { amountVnd: price },
  ])
  const before = await money(shop)
  for (const [i, way] of ['cash', 'credit', 'transfer'].entries())
    expect((await shop.owner('POST', `/paybacks/${paybacks[i]!.id}/done`, { way })).status).toBe(200)
  expect((await money(shop)).expectedCashVnd - before.expectedCashVnd).toBe(-50_000)
  expect((await wallets(shop)).creditVnd).toBe(price)
  expect((await shop.owner('GET', '/money/differences')).body).toEqual({ differences: [], waiting: 0 })
  expect(await examine(shop.shop.read)).toEqual([])
})

test('what would go back stays when the visit it came for takes place after all', async () => {
  const shop = await open()
  const id = newId()
  const parts = [{ serviceId: known.haircut.id }]
  const wish = { id, parts, startsAt: '2026-01-05T09:00:00+07:00', customerId: shop.lan.id, newCustomer: null }
  expect((await shop.owner('POST', '/bookings', { ...wish, overrideReason: 'x' })).status).toBe(201)
  const asked = await ask(shop, id)
  await shop.tell(50_000, asked.memo)
  shop.wait(90)
  expect((await shop.owner('POST', `/bookings/${id}/no-show`, {})).status).toBe(200)
  expect(await owed(shop)).toHaveLength(1)
  expect((await shop.owner('POST', `/bookings/${id}/undo-no-show`, {})).status).toBe(200)
  expect(await owed(shop)).toEqual([])
  expect((await pay(shop, id, { method: 'transfer', paymentId: asked.id, rest: 'cash' })).status).toBe(200)
  expect(await examine(shop.shop.read)).toEqual([])
})
