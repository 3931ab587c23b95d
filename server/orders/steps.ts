import { sql } from 'drizzle-orm'
import { orders } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import type { OrderStatus, OrderStep } from '../../shared/orders.ts'
import { Refusal } from '../../shared/refusals.ts'
import { isSamePerson } from '../customers/people.ts'
import type { Reader, Tx } from '../database.ts'
import { refundToCredit } from '../loyalty/credit.ts'
import { giveBack } from '../loyalty/spend.ts'
import { returnVouchers } from '../offers/vouchers.ts'
import { takeMoney } from '../payments/payments.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { finish } from './finish.ts'
import { tellOrder } from './news.ts'
import { isOpen, linesOf, type Order, orderById } from './orders.ts'
import { squareOrder } from './pay-order.ts'
import { setStatus } from './set-status.ts'
import { returnStock } from './take-stock.ts'

const tells: Partial<Record<OrderStatus, 'order_confirmed' | 'order_ready' | 'order_shipping'>> = {
  confirmed: 'order_confirmed',
  ready: 'order_ready',
  shipping: 'order_shipping',
}
const rank = { placed: 0, confirmed: 1, preparing: 2, ready: 3, shipping: 4 }

/** The shop goes on with an order. Done wants the money, all of it. The same step again does nothing. */
export async function stepOrder(tx: Tx, by: Staff, id: string, { to, paidInCash }: OrderStep, now: Date) {
  const order = await found(tx, id)
  if (order.status === to) return
  if (!isOpen(order)) throw new Refusal('order_over')
  if (to === 'done') return await handOver(tx, by, order, paidInCash, now)
  if (rank[to] < rank[order.status as keyof typeof rank]) throw new Refusal('order_goes_forward')
  await setStatus(tx, id, to, by.id, now)
  if (tells[to]) await tellOrder(tx, id, tells[to], now)
}

async function handOver(tx: Tx, by: Staff, order: Order, paidInCash: boolean, now: Date) {
  const { id } = order
  const { missingVnd } = await squareOrder(tx, order, 'over', by.id, now)
  if (missingVnd > 0 && !paidInCash) throw new Refusal('not_paid_yet')
  const cash = { id: newId(), forKind: 'order' as const, forId: id, method: 'cash' as const, by: by.id }
  await takeMoney(tx, { ...cash, amountVnd: missingVnd }, now)
  await finish(tx, order, by.id, now)
  const after = { status: 'done', paidVnd: missingVnd }
  await audit(tx, by, 'order_done', id, { before: { status: order.status }, after }, now)
}

/** The shop cancels what is not done; all that was paid goes back, in whatever it was paid. */
export async function cancelOrder(tx: Tx, by: Staff, id: string, reason: string, now: Date) {
  const order = await found(tx, id)
  if (order.status === 'cancelled') return
  if (!isOpen(order)) throw new Refusal('order_over')
  await cancel(tx, order, by.id, reason, now)
  await audit(tx, by, 'order_cancelled', id, { before: { status: order.status }, after: { reason } }, now)
}

/** A shopper cancels before the shop has begun. */
export async function cancelOwnOrder(tx: Tx, customerId: string, id: string, now: Date) {
  const order = await found(tx, id)
  if (!order.customerId || !(await isSamePerson(tx, order.customerId, customerId))) throw new Refusal('not_found')
  if (order.status === 'cancelled') return
  if (!isOpen(order)) throw new Refusal('order_over')
  if (order.status !== 'placed') throw new Refusal('order_in_work')
  await cancel(tx, order, 'customer', '', now)
}

/** Orders that should have been paid by now. */
export const ordersUnpaid = async (db: Reader, now: Date): Promise<string[]> =>
  (
    await db
      .select({ id: orders.id })
      .from(orders)
      .where(sql`${orders.payBy} <= ${now.getTime()} AND ${orders.status} NOT IN ('done', 'cancelled', 'returned')`)
      .limit(100)
  ).map(({ id }) => id)

/** What was not paid in time takes no goods from others. */
export async function lapseOrder(tx: Tx, id: string, now: Date) {
  const order = await found(tx, id)
  if (isOpen(order) && order.payBy && order.payBy <= now) await cancel(tx, order, 'clock', 'Chưa nhận được tiền', now)
}

async function found(tx: Tx, id: string): Promise<Order> {
  const order = await orderById(tx, id)
  if (!order) throw new Refusal('not_found')
  return order
}

async function cancel(tx: Tx, order: Order, by: string, reason: string, now: Date) {
  const { id, customerId, bill } = order
  await setStatus(tx, id, 'cancelled', by, now, reason || null)
  await tx.update(orders).set({ payBy: null }).where(sql`${orders.id} = ${id}`)
  await returnStock(tx, { orderId: id, step: 'cancelled' }, await linesOf(tx, id), by, now)
  if (customerId) {
    const back = { customerId, cause: `${id}:cancelled`, about: id, spentBy: id, by }
    await giveBack(tx, back, bill?.asked.pointsUsed ?? 0, now)
    const credit = { customerId, bookingId: id, refundId: `${id}:cancelled`, amountVnd: order.creditVnd, by, reason }
    if (order.creditVnd > 0) await refundToCredit(tx, credit, 'money', now)
    await returnVouchers(tx, { orderId: id }, `${id}:cancelled`, by, now)
  }
  await squareOrder(tx, { ...order, status: 'cancelled' }, 'cancelled', by, now)
  await tellOrder(tx, id, 'order_cancelled', now, reason)
}
