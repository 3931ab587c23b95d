import { createHmac } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { checkoutEvents, orderLines, orders, paybacks, payments } from '../../drizzle/schema/index.ts'
import { awaitPayment } from '../../server/payments/await-payment.ts'
import { squareUp } from '../../server/payments/square-up.ts'
import { newId } from '../../shared/ids.ts'
import type { OrderStatus } from '../../shared/orders.ts'
import type { PaybackReason } from '../../shared/payments.ts'
import { type Client, openTestShop, type TestShop, unlimited } from './shop.ts'

export const totalVnd = 85_000

/** An order of two coffees and their delivery, as the tables hold it. */
export async function placeOrder({ shop, clock }: Pick<TestShop, 'shop' | 'clock'>, customerId: string | null) {
  const id = newId()
  const whose = { id, customerId, source: 'mini_app', fulfilment: 'delivery', payment: 'checkout' } as const
  const at = { statusAt: clock.at, statusBy: 'customer', createdAt: clock.at }
  await shop.write(async (tx) => {
    await tx
      .insert(orders)
      .values({ ...whose, ...at, status: 'placed', goodsVnd: 70_000, shippingVnd: 15_000, asked: '' })
    const line = { position: 0, name: 'Cà phê sữa', options: [], quantity: 2, unitPriceVnd: 35_000 }
    await tx.insert(orderLines).values({ ...line, orderId: id })
  })
  return id
}

/** Waits for the money of an order; answers with the payment's id. */
export async function awaitFor(
  { shop, clock }: Pick<TestShop, 'shop' | 'clock'>,
  forId: string,
  method: 'checkout' | 'transfer' = 'checkout',
) {
  const wish = { id: newId(), forKind: 'order' as const, forId, method, amountVnd: totalVnd, by: 'customer' }
  return (await shop.write((tx) => awaitPayment(tx, wish, clock.at))).id
}

type Phone = Pick<TestShop, 'zalo' | 'app'> & { lan: Client }

/** Zalo's sheet in Lan's phone, and what Zalo tells of it. */
export function checkoutOf({ zalo, app, lan }: Phone) {
  /** Opens the sheet as the SDK does, and tells the shop of it if the phone lives so long. */
  async function openSheet(paymentId: string, { link = true } = {}) {
    const signed = await lan('POST', `/payments/${paymentId}/checkout`)
    expect(signed.status).toBe(200)
    const { amount, item, desc, extradata, mac } = signed.body
    const twice = { item: JSON.stringify(item), desc, extradata }
    const encoded = Object.entries(twice).map(([name, text]) => [name, encodeURIComponent(text as string)])
    const body = new URLSearchParams({ amount: String(amount), mac, ...Object.fromEntries(encoded) })
    const headers = { authorization: `Bearer ${zalo.world.mint.issue('login', 'lan', 0)}` }
    const answer = await zalo.fetch('/payment/api/order/create-v2', { method: 'POST', headers, body })
    const { err, data } = (await answer.json()) as { err: number; data: { id: string } }
    expect(err).toBe(0)
    if (link) expect((await lan('POST', `/payments/${paymentId}/link`, { zaloOrderId: data.id })).status).toBe(200)
    return data.id
  }

  const macOf = (text: string) => createHmac('sha256', zalo.world.settings.checkoutKey).update(text).digest('hex')
  const appId = zalo.world.settings.miniAppId
  /** A callback as Zalo signs it. */
  function callback(paymentId: string, amount: number, zaloOrderId: string, changes: Record<string, unknown> = {}) {
    const order = { appId, orderId: zaloOrderId, transId: `t-${zaloOrderId}`, method: 'ZALOPAY', transTime: 1 }
    const result = { merchantTransId: 'm', amount, description: 'x', resultCode: 1, message: 'ok' }
    const extradata = encodeURIComponent(JSON.stringify({ paymentId }))
    const data: Record<string, unknown> = { ...order, ...result, extradata, ...changes }
    const over = (names: string[]) => macOf(names.map((name) => `${name}=${data[name]}`).join('&'))
    const some = ['appId', 'amount', 'description', 'orderId', 'message', 'resultCode', 'transId']
    return { data, mac: over(some), overallMac: over(Object.keys(data).sort()) }
  }
  async function post(body: unknown, path = '/webhooks/checkout') {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const headers = { 'content-type': 'application/json' }
    const answer = await app.request(path, { method: 'POST', headers, body: text })
    return (await answer.json()) as { returnCode: number }
  }
  return { openSheet, callback, post }
}

/** Lan has ordered and is about to pay on Zalo's sheet. */
export async function openCheckout() {
  const test = await openTestShop({ configure: unlimited })
  const { shop, zalo, clock, app } = test
  const lan = await test.customer('lan')
  const orderId = await placeOrder(test, lan.id)
  const paymentId = await awaitFor(test, orderId)
  const sheet = checkoutOf({ zalo, app, lan })
  const openSheet = (how?: { link: boolean }) => sheet.openSheet(paymentId, how)
  const callback = (zaloOrderId: string, changes?: Record<string, unknown>) =>
    sheet.callback(paymentId, totalVnd, zaloOrderId, changes)
  const { post } = sheet

  return {
    ...{ ...test, lan, orderId, paymentId, openSheet, callback, post },
    payment: async () => (await shop.read.select().from(payments).where(eq(payments.id, paymentId)))[0]!,
    shown: async () => (await lan('GET', `/payments/${paymentId}`)).body,
    verdicts: async () => (await shop.read.select().from(checkoutEvents)).map(({ verdict }) => verdict),
    paybacks: () => shop.read.select().from(paybacks),
    /** The order goes on to a state, and its money is settled for what it then owes. */
    become: (status: OrderStatus, owedVnd: number, reason: PaybackReason = 'cancelled') =>
      shop.write(async (tx) => {
        await tx.update(orders).set({ status, statusAt: clock.at }).where(eq(orders.id, orderId))
        await squareUp(tx, { forKind: 'order', forId: orderId, owedVnd, reason, by: 'customer' }, clock.at)
      }),
  }
}
export type WithCheckout = Awaited<ReturnType<typeof openCheckout>>
