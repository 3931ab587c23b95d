import { eq, gt, isNull, or, sql } from 'drizzle-orm'
import { orders, payments, productVariants } from '../../drizzle/schema/index.ts'
import type { OrderStatus, WantedLine } from '../../shared/orders.ts'
import { addDays, addMinutes, dayMs, dayOf, instantOf } from '../../shared/time.ts'
import type { Tx } from '../database.ts'
import { earn } from '../loyalty/earn.ts'
import { pricedLines } from '../orders/lines.ts'
import { earningOf, orderById, totalOf } from '../orders/orders.ts'
import { putOrder } from '../orders/put-order.ts'
import { quote } from '../orders/quote.ts'
import { refundOrder } from '../orders/refund.ts'
import { setStatus } from '../orders/set-status.ts'
import { takeMoney } from '../payments/payments.ts'
import { changeStock } from '../products/stock.ts'
import type { Staff } from '../staff/audit.ts'
import { type PlannedOrder, plannedOrders } from './planned-orders.ts'
import { createRandom } from './random.ts'

const zone = 'Asia/Ho_Chi_Minh'

type Buyer = { id: string; name: string; phone: string; zaloUserId: string | null }

/**
 * What was sold of the shelf in five weeks, and what is being worked on today. As much came in as is sold, so that the shelf
 * holds what it did. Whoever the pretend phone belongs to has bought nothing yet.
 */
export async function ordersInDemo(tx: Tx, by: Staff, people: Buyer[], now: Date) {
  const random = createRandom(20_261_208)
  const goods = await tx
    .select({ id: productVariants.id })
    .from(productVariants)
    .where(or(isNull(productVariants.stock), gt(productVariants.stock, 0)))
    .orderBy(productVariants.id)
  const buyers = people.filter(({ zaloUserId }) => !zaloUserId)
  const planned = plannedOrders(random, goods.length, buyers.length, now)
  for (const [i, { id }] of goods.entries()) {
    const quantity = planned.flatMap(({ lines }) => lines).reduce((sum, [which, n]) => sum + (which === i ? n : 0), 0)
    const came = { kind: 'received' as const, id: random.id(), quantity, note: 'Hàng về' }
    const [shelf] = await tx.select().from(productVariants).where(eq(productVariants.id, id))
    if (quantity > 0 && shelf?.stock !== null) await changeStock(tx, by, id, came, new Date(now.getTime() - 36 * dayMs))
  }
  for (const order of planned) await enter(tx, by, order, goods, buyers, now)
  await tx
    .update(orders)
    .set({ seenAt: sql`${orders.createdAt}` })
    .where(sql`${orders.status} <> 'placed'`)
}

async function enter(tx: Tx, by: Staff, plan: PlannedOrder, goods: { id: string }[], buyers: Buyer[], now: Date) {
  const { id, paymentId, at, fulfilment, end, payment } = plan
  const buyer = plan.buyer === null ? null : buyers[plan.buyer]!
  const wanted = plan.lines.map(([which, quantity]): WantedLine => {
    return { variantId: goods[which]!.id, quantity, choiceIds: [], note: '' }
  })
  const lines = await pricedLines(tx, wanted)
  const taken = { voucherIds: [], pointsUsed: 0, creditVnd: 0, deskVnd: 0 }
  const reckoned = await quote(tx, { ...taken, customerId: buyer?.id ?? null, lines, fulfilment }, at)
  const isTill = fulfilment === 'counter'
  const delivered = fulfilment === 'delivery' && { recipient: buyer!.name, phone: buyer!.phone, address: plan.address }
  const what = { id, customerId: buyer?.id ?? null, source: isTill ? ('till' as const) : ('mini_app' as const) }
  const how = { fulfilment, payment, by: isTill ? by.id : 'customer', asked: '', taken, note: plan.note }
  const isAwaited = end === 'awaited'
  const times = {
    pickupAt: fulfilment === 'pickup' ? fetchedAt(at, now) : null,
    payBy: isAwaited ? addMinutes(now, 45) : null,
  }
  await putOrder(tx, { ...what, ...how, ...delivered, ...times }, lines, reckoned, at)
  const paid = { id: paymentId, forKind: 'order' as const, forId: id, by: how.by, amountVnd: reckoned.totalVnd }
  if (isAwaited) {
    const awaited = {
      ...paid,
      method: 'transfer' as const,
      state: 'awaited' as const,
      memo: 'KQ7M4XW2PA',
      createdAt: at,
    }
    await tx.insert(payments).values(awaited)
  }
  const steps = stepsTo[end]
  for (const [i, status] of steps.entries()) {
    const stepAt =
      end === 'done' || end === 'returned' ? addMinutes(at, isTill ? 0 : 40 * (i + 1)) : addMinutes(at, 5 * (i + 1))
    if (status === 'done') await takeMoney(tx, { ...paid, method: payment }, stepAt)
    await setStatus(tx, id, status, by.id, stepAt, status === 'cancelled' ? 'Khách đổi ý' : null)
    if (status === 'done' && buyer) await earnFor(tx, id, buyer.id, stepAt)
  }
  if (end !== 'returned') return
  const back = {
    id: plan.refundId,
    lines: [{ position: 0, quantity: 1 }],
    shipping: false,
    restock: false,
    to: 'cash' as const,
  }
  await refundOrder(tx, by, id, { ...back, reason: 'Nắp chai bị vỡ' }, addMinutes(at, 1500))
}

const stepsTo: Record<PlannedOrder['end'], OrderStatus[]> = {
  ...{ new: [], awaited: [], preparing: ['confirmed', 'preparing'], ready: ['confirmed', 'preparing', 'ready'] },
  ...{ cancelled: ['cancelled'], done: ['confirmed', 'done'], returned: ['confirmed', 'done'] },
}

async function earnFor(tx: Tx, id: string, customerId: string, at: Date) {
  const order = (await orderById(tx, id))!
  if (totalOf(order) === 0) return
  const isNoVisit = order.fulfilment === 'delivery'
  const paid = { id, customerId, paidVnd: earningOf(order), parts: [], endedAt: at, isNoVisit, by: 'demo' }
  await earn(tx, paid, zone, at)
}

/** The next morning or afternoon at which somebody comes by. */
function fetchedAt(at: Date, now: Date) {
  const day = dayOf(at, zone)
  const hours = [10 * 60, 16 * 60 + 30]
  const times = [...hours.map((minute) => instantOf(day, minute, zone)), instantOf(addDays(day, 1), hours[0]!, zone)]
  return times.find((time) => time > addMinutes(at.getTime() > now.getTime() - dayMs ? now : at, 30)) ?? times[2]!
}
