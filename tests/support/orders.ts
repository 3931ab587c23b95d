import { eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { payments, productVariants } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { openPayments } from './payments.ts'
import type { Client } from './shop.ts'

/** A shop that sells shampoo in two sizes and wax, of which there is a last piece; both fetched and delivered. */
export async function openOrders() {
  const shop = await openPayments()
  const { owner, lan } = shop
  const small = newId()
  const large = newId()
  const wax = newId()
  const [gift, ribbon] = [newId(), newId()]
  const wrap = {
    id: newId(),
    name: 'Gói quà',
    least: 0,
    most: 2,
    choices: [option(gift, 'Hộp', 15_000), option(ribbon, 'Nơ', 5_000)],
  }
  const shampoo = [variant(small, '250 ml', 120_000), variant(large, '500 ml', 199_999)]
  await addProduct(owner, 'Dầu gội bồ kết', shampoo, [wrap])
  await addProduct(owner, 'Sáp vuốt tóc', [variant(wax, '', 85_000)])
  const count = (id: string, stock: number) =>
    owner('POST', `/variants/${id}/stock`, { kind: 'counted', id: newId(), stock, note: '' })
  expect((await count(small, 20)).status).toBe(201)
  expect((await count(wax, 1)).status).toBe(201)
  const settings = (await owner('GET', '/order-settings')).body
  const open = { ...settings, delivery: true, deliveryVnd: 25_000, freeDeliveryFromVnd: 500_000, pickupMost: 200 }
  expect((await owner('PUT', '/order-settings', open)).status).toBe(200)

  const pickupAt = async () => {
    const day = new Date(shop.clock.at.getTime() + 31 * 3_600_000).toISOString().slice(0, 10)
    return (await lan('GET', `/pickup-times?day=${day}`)).body.find((time: { left: number }) => time.left > 0)
      .at as string
  }
  /** Places an order of Lan's as a screen would: asks what it costs, then orders for that. */
  const order = async (lines: object[], more: object = {}, who = lan) => {
    const where = { fulfilment: 'pickup', pickupAt: await pickupAt() }
    const wish = { id: newId(), lines, where, payment: 'cash', note: '', ...more }
    const { fulfilment } = wish.where
    const { voucherIds, pointsUsed, creditVnd } = { ...taken, ...more }
    const asked = { lines, fulfilment, voucherIds, pointsUsed, creditVnd }
    const quote = await who('POST', '/orders/quote', asked)
    return await who('POST', '/orders', { ...wish, totalVnd: quote.body.totalVnd ?? 0 })
  }
  const memoOf = async (orderId: string) => {
    const rows = await shop.shop.read.select().from(payments).where(sql`for_id = ${orderId} AND memo IS NOT NULL`)
    return rows.at(-1)!.memo!
  }
  const stockOf = async (id: string) =>
    (await shop.shop.read.select().from(productVariants).where(eq(productVariants.id, id)))[0]!.stock
  return { ...shop, small, large, wax, gift, ribbon, wrapId: wrap.id, order, memoOf, stockOf, count }
}
export type WithOrders = Awaited<ReturnType<typeof openOrders>>

async function addProduct(owner: Client, name: string, variants: object[], options: object[] = []) {
  const product = { id: newId(), name, category: 'Chăm sóc tóc', description: '', photoUrl: null, active: true }
  expect((await owner('POST', '/products', { ...product, variants, options })).status).toBe(201)
}

const taken = { voucherIds: [], pointsUsed: 0, creditVnd: 0 }
const option = (id: string, name: string, priceVnd: number) => ({ id, name, priceVnd })
const variant = (id: string, name: string, priceVnd: number) => ({ id, name, sku: null, priceVnd, active: true })

export const line = (variantId: string, quantity = 1, choiceIds: string[] = []) => ({
  variantId,
  quantity,
  choiceIds,
  note: '',
})
