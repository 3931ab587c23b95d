import { eq } from 'drizzle-orm'
import { orders } from '../../drizzle/schema/index.ts'
import { shortCode } from '../../shared/ids.ts'
import { shopOf } from '../catalog/catalog.ts'
import { customerById } from '../customers/customers.ts'
import type { Tx } from '../database.ts'
import { earn } from '../loyalty/earn.ts'
import { standingOf } from '../loyalty/ledger.ts'
import { levelAt } from '../loyalty/tiers.ts'
import { tell } from '../notifications/outbox.ts'
import { stampVisit } from '../offers/stamp-visit.ts'
import { reviewAndWelcome } from '../offers/welcome.ts'
import { closeCheckout } from '../payments/checkout-chosen.ts'
import { earningOf, linesOf, type Order } from './orders.ts'
import { setStatus } from './set-status.ts'

/** What is handed over and paid is done: it earns for what was paid in money (L-1, L-10), once. Answers with the points. */
export async function finish(tx: Tx, order: Order, by: string, now: Date): Promise<number> {
  await setStatus(tx, order.id, 'done', by, now)
  await tx.update(orders).set({ payBy: null }).where(eq(orders.id, order.id))
  await closeCheckout(tx, 'order', order.id, 1)
  if (!order.customerId) return 0
  return await earnFor(tx, { ...order, customerId: order.customerId }, by, now)
}

/** Points, stamps and level of an order that is done. `at` is when it was, if it is told of later. */
export async function earnFor(tx: Tx, order: Order & { customerId: string }, by: string, now: Date, at = now) {
  const { id, customerId, source, fulfilment } = order
  const { zone, name: shop } = await shopOf(tx)
  const lines = await linesOf(tx, id)
  const parts = lines.map(({ serviceId, variantId, name, quantity, unitPriceVnd }) => ({
    ...{ serviceId: serviceId ?? variantId ?? '', name, priceVnd: quantity * unitPriceVnd },
  }))
  const tier = await levelAt(tx, customerId, at)
  const isNoVisit = fulfilment === 'delivery' || source === 'sheet'
  const paid = { id, customerId, paidVnd: earningOf(order), parts, endedAt: at, tier, isNoVisit, by }
  const points = await earn(tx, paid, zone, now)
  if (lines.some(({ serviceId }) => serviceId)) await stampVisit(tx, paid, now)
  await reviewAndWelcome(tx, customerId, now)
  if (points === 0 || source === 'sheet') return points
  const { balance, pending } = await standingOf(tx, customerId, now)
  const params = {
    ...{ customer_name: (await customerById(tx, customerId))!.name, service: namesOf(lines), shop },
    ...{ booking_code: shortCode(id), points: String(points), balance: String(balance + pending) },
  }
  await tell(tx, [{ event: 'points_earned', customerId, about: id, params }], now)
  return points
}

const namesOf = (lines: { name: string }[]) => lines.map(({ name }) => name).join(', ')
