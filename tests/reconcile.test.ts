import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { orderLines, orders, payments } from '../drizzle/schema/index.ts'
import { examine } from '../server/doctor.ts'
import { takeChoice } from '../server/payments/checkout-chosen.ts'
import { newId } from '../shared/ids.ts'
import { openCheckout, totalVnd } from './support/checkout.ts'
import { missed, openDeposits } from './support/deposits.ts'
import { line, openOrders, type WithOrders } from './support/orders.ts'
import { ask, atTheTill, openPayments, pay } from './support/payments.ts'
import type { Client } from './support/shop.ts'

const price = 105_000
const hour = 60

/** What differs, and how much waits for somebody. */
async function told(owner: Client) {
  const { status, body } = await owner('GET', '/money/differences')
  expect(status).toBe(200)
  return body as { differences: { why: string; id: string; vnd: number }[]; waiting: number }
}
const whyOf = async (owner: Client) => (await told(owner)).differences.map(({ why }) => why)
const nothing = { differences: [], waiting: 0 }

test('a transfer that fell short is a difference from the next day on, until the rest is there', async () => {
  const shop = await openPayments()
  const id = await atTheTill(shop)
  const asked = await ask(shop, id)
  await shop.tell(60_000, asked.memo)
  expect(await told(shop.owner)).toEqual(nothing)
  shop.wait(24 * hour)
  const short = { why: 'short', forKind: 'visit', forId: id, vnd: 45_000, customerId: shop.lan.id, words: asked.memo }
  expect(await told(shop.owner)).toMatchObject({ differences: [short], waiting: 1 })
  await shop.tell(45_000, asked.memo)
  expect((await pay(shop, id, { method: 'transfer', paymentId: asked.id })).status).toBe(200)
  expect(await told(shop.owner)).toEqual(nothing)
})

test('money of the bank that names nobody is a difference until it is placed or put aside', async () => {
  const shop = await openPayments()
  const asked = await ask(shop, await atTheTill(shop))
  await shop.tell(price, 'tien toc', 'FT1')
  await shop.tell(1000, 'thu nghiem', 'FT2')
  expect((await told(shop.owner)).differences).toMatchObject([
    { why: 'unplaced', id: 'FT1', vnd: price, words: 'tien toc' },
    { why: 'unplaced', id: 'FT2' },
  ])
  await shop.owner('POST', '/bank-notices/FT1/match', { paymentId: asked.id })
  await shop.owner('POST', '/bank-notices/FT2/dismiss', { reason: 'Thử' })
  expect(await told(shop.owner)).toEqual(nothing)
})

test('money of Checkout that nobody could place is a difference until somebody says how it was set right', async () => {
  const shop = await openCheckout()
  const owner = await shop.staff('owner')
  const zaloOrderId = await shop.openSheet()
  await shop.post(shop.callback(zaloOrderId, { amount: 1000 }))
  const [held] = (await told(owner)).differences
  expect(held).toMatchObject({ why: 'held', vnd: 1000, forId: shop.orderId, words: zaloOrderId })
  const settle = (client: Client, note: string) => client('POST', `/held-checkouts/${held!.id}/settle`, { note })
  expect((await settle(await shop.staff('staff'), 'x')).status).toBe(403)
  expect((await settle(owner, '')).status).toBe(400)
  for (const _ of [1, 2]) expect((await settle(owner, 'Đã hoàn trong Zalo')).status).toBe(200)
  expect((await owner('POST', '/held-checkouts/999/settle', { note: 'x' })).status).toBe(404)
  expect((await told(owner)).differences).toEqual([])
  expect((await owner('GET', '/paybacks')).body.held).toEqual([])
  const acts = (await owner('GET', '/audit')).body.entries.map(({ act }: { act: string }) => act)
  expect(acts.filter((act: string) => act === 'settle_checkout')).toHaveLength(1)
})

test('money that is to go back waits for somebody at once, and after a day it is a difference', async () => {
  const shop = await openPayments()
  const id = await atTheTill(shop)
  const asked = await ask(shop, id)
  await shop.tell(60_000, asked.memo)
  await shop.owner('POST', `/bookings/${id}/cancel`, { reason: 'Khách đi' })
  expect(await told(shop.owner)).toEqual({ differences: [], waiting: 1 })
  shop.wait(24 * hour)
  const { differences, waiting } = await told(shop.owner)
  expect([differences, waiting]).toMatchObject([[{ why: 'payback', vnd: 60_000, forId: id }], 1])
  await shop.owner('POST', `/paybacks/${differences[0]!.id}/done`, { way: 'transfer' })
  expect(await told(shop.owner)).toEqual(nothing)
})

test('a sheet of Checkout that says nothing is a difference after twenty minutes, until it has said', async () => {
  const shop = await openCheckout()
  const owner = await shop.staff('owner')
  const zaloOrderId = await shop.openSheet()
  shop.wait(19)
  expect(await whyOf(owner)).toEqual([])
  shop.wait(1)
  expect((await told(owner)).differences).toMatchObject([{ why: 'unanswered', vnd: totalVnd, words: zaloOrderId }])
  await shop.post(shop.callback(zaloOrderId))
  expect(await whyOf(owner)).toEqual([])
})

test('what Checkout should have been told of is a difference after an hour, until it was told', async () => {
  const shop = await openCheckout()
  const owner = await shop.staff('owner')
  const zaloOrderId = await shop.openSheet()
  await shop.shop.write((tx) => takeChoice(tx, { zaloOrderId, method: 'COD' }, shop.clock.at))
  await shop.become('cancelled', 0)
  shop.zalo.trouble.next('payment', '500')
  await shop.rounds()
  shop.wait(59)
  expect(await whyOf(owner)).toEqual([])
  shop.wait(1)
  expect(await whyOf(owner)).toEqual(['untold'])
  await shop.rounds()
  expect(await whyOf(owner)).toEqual([])
})

test('money for a visit that is over differs while nobody owes it back', async () => {
  const shop = await openPayments()
  const id = await atTheTill(shop)
  const asked = await ask(shop, id)
  await shop.owner('POST', `/payments/${asked.id}/drop`)
  await pay(shop, id, { method: 'cash' })
  // As a release before this one left it.
  await shop.shop.write((tx) => tx.update(payments).set({ receivedVnd: 5000 }).where(eq(payments.id, asked.id)))
  expect((await told(shop.owner)).differences).toMatchObject([{ why: 'stray', vnd: 5000, forId: id }])
})

test('an order that was paid another sum than it costs is a difference', async () => {
  const shop = await openOrders()
  const { body } = await shop.order([line(shop.small)])
  await shop.owner('POST', `/orders/${body.id}/step`, { to: 'done', paidInCash: true })
  expect(await told(shop.owner)).toEqual(nothing)
  const cost = async (vnd: number) =>
    await shop.shop.write(async (tx) => {
      await tx.update(orders).set({ shippingVnd: vnd }).where(eq(orders.id, body.id))
    })
  await cost(7000)
  expect((await told(shop.owner)).differences).toMatchObject([{ why: 'sums', vnd: -7000, customerId: shop.lan.id }])
  await cost(0)
  expect(await told(shop.owner)).toEqual(nothing)
  expect(await shop.shop.read.$count(orderLines)).toBe(1)
})

test('a deposit that fell short, was kept or went back leaves nothing open once it is mended', async () => {
  const shop = await openDeposits()
  const [kept, short] = [await shop.book('10:00'), await shop.book('14:00')]
  await shop.pay(kept.id)
  await shop.pay(short.id, 20_000)
  await missed(shop, kept.id)
  await shop.pass(24 * hour)
  for (const { id } of (await shop.owner('GET', '/paybacks')).body.paybacks)
    await shop.owner('POST', `/paybacks/${id}/done`, { way: 'transfer' })
  expect(await told(shop.owner)).toEqual(nothing)
})

test('only who runs the shop sees what differs', async () => {
  const shop = await openPayments()
  expect((await (await shop.staff('manager'))('GET', '/money/differences')).status).toBe(200)
  expect((await (await shop.staff('staff'))('GET', '/money/differences')).status).toBe(403)
})

const sum = fc.constantFrom(-1, -20_000, 0, 0, 15_000)
const sale = fc.record({
  what: fc.constantFrom('visit', 'order'),
  transfer: fc.boolean(),
  sum,
  end: fc.constantFrom('done', 'done', 'cancel', 'refund'),
  late: fc.constantFrom(0, 0, 30_000),
})
type Sale = typeof sale extends fc.Arbitrary<infer T> ? T : never

test('a day of random sales, transfers and refunds that somebody has mended leaves no difference', async () => {
  const run = fc.asyncProperty(fc.array(sale, { minLength: 1, maxLength: 6 }), async (sales) => {
    const shop = await openOrders()
    for (const each of sales) await sell(shop, each)
    await shop.tell(1234, 'khong ro')
    shop.wait(26 * hour)
    await mend(shop)
    expect(await told(shop.owner)).toEqual(nothing)
    expect(await examine(shop.shop.read)).toEqual([])
  })
  await fc.assert(run, { numRuns: 15 })
})

const sell = (shop: WithOrders, sale: Sale) => (sale.what === 'visit' ? sellVisit(shop, sale) : sellOrder(shop, sale))

async function sellVisit(shop: WithOrders, { transfer, sum, end, late }: Sale) {
  const id = await atTheTill(shop)
  const asked = transfer ? await ask(shop, id) : undefined
  if (asked) await shop.tell(price + sum, asked.memo)
  if (end === 'cancel') await shop.owner('POST', `/bookings/${id}/cancel`, { reason: 'x' })
  else await pay(shop, id, asked ? { method: 'transfer', paymentId: asked.id, rest: 'cash' } : { method: 'cash' })
  if (asked && late) await shop.tell(late, asked.memo)
  if (end === 'refund')
    await shop.owner('POST', `/bookings/${id}/refunds`, { id: newId(), amountVnd: 5000, reason: 'x' })
}

async function sellOrder(shop: WithOrders, { transfer, sum, end, late }: Sale) {
  const { status, body } = await shop.order([line(shop.small, 2)], { payment: transfer ? 'transfer' : 'cash' })
  expect(status).toBe(201)
  if (transfer) await shop.tell(240_000 + sum, await shop.memoOf(body.id))
  if (end === 'cancel') await shop.owner('POST', `/orders/${body.id}/cancel`, { reason: 'x' })
  else await shop.owner('POST', `/orders/${body.id}/step`, { to: 'done', paidInCash: true })
  if (transfer && late) await shop.tell(late, await shop.memoOf(body.id))
  const back = {
    id: newId(),
    lines: [{ position: 0, quantity: 1 }],
    shipping: false,
    restock: true,
    reason: 'x',
    to: 'transfer',
  }
  if (end === 'refund') expect((await shop.owner('POST', `/orders/${body.id}/refunds`, back)).status).toBe(201)
}

/** What somebody of the shop does about what is open. */
async function mend({ owner }: WithOrders) {
  for (const { id } of (await owner('GET', '/paybacks')).body.paybacks)
    expect((await owner('POST', `/paybacks/${id}/done`, { way: 'transfer' })).status).toBe(200)
  for (const { id } of (await owner('GET', '/money')).body.notices)
    expect((await owner('POST', `/bank-notices/${id}/dismiss`, { reason: 'x' })).status).toBe(200)
}
