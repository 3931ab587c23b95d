import { eq, sql } from 'drizzle-orm'
import { orderLines, orders, vouchers } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { changeableStatuses, type OrderChange } from '../../shared/orders.ts'
import { Refusal } from '../../shared/refusals.ts'
import { isSamePerson } from '../customers/people.ts'
import type { Reader, Tx } from '../database.ts'
import { refundToCredit } from '../loyalty/credit.ts'
import { giveBack } from '../loyalty/spend.ts'
import { vouchersOn } from '../offers/vouchers.ts'
import { awaitPayment } from '../payments/await-payment.ts'
import { heldOf } from '../payments/square-up.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { type Line, pricedLines } from './lines.ts'
import { isOpen, linesOf, type Order, orderById } from './orders.ts'
import { squareOrder } from './pay-order.ts'
import { billOf, putLines } from './put-order.ts'
import { type Quote, quote, sharesOf } from './quote.ts'
import { returnStock, takeStock } from './take-stock.ts'

/** A shopper changes their order while the shop has not begun. */
export async function changeOwnOrder(tx: Tx, customerId: string, id: string, wish: OrderChange, now: Date) {
  const order = await changeable(tx, id, wish.version)
  if (!order.customerId || !(await isSamePerson(tx, order.customerId, customerId))) throw new Refusal('not_found')
  if (order.status !== 'placed') throw new Refusal('order_in_work')
  await change(tx, order, wish, 'customer', now)
}

/** What a shopper's order would cost with other lines; only looks. */
export async function quoteChange(db: Reader, customerId: string, id: string, wish: OrderChange, now: Date) {
  const order = await changeable(db, id, wish.version)
  if (!order.customerId || !(await isSamePerson(db, order.customerId, customerId))) throw new Refusal('not_found')
  const lines = await pricedLines(db, wish.lines, await linesOf(db, id))
  const { goodsVnd, shippingVnd, discountVnd, byPointsVnd, totalVnd, creditVnd } = (
    await reckonAgain(db, order, lines, now)
  ).reckoned
  return { goodsVnd, shippingVnd, discountVnd, byPointsVnd, totalVnd, creditVnd }
}

/** The shop changes an order, as when something has run out; up to the moment it is ready. */
export async function changeOrder(tx: Tx, by: Staff, id: string, wish: OrderChange, now: Date) {
  const order = await changeable(tx, id, wish.version)
  if (!(changeableStatuses as readonly string[]).includes(order.status)) throw new Refusal('order_over')
  await change(tx, order, wish, by.id, now)
  await audit(tx, by, 'order_changed', id, { before: { version: order.version }, after: { lines: wish.lines } }, now)
}

async function changeable(db: Reader, id: string, version: number): Promise<Order> {
  const order = await orderById(db, id)
  if (!order) throw new Refusal('not_found')
  if (order.source !== 'mini_app' || !isOpen(order)) throw new Refusal('order_over')
  if (order.version !== version) throw new Refusal('order_changed')
  return order
}

/**
 * Other lines, the same vouchers: lines that stay keep their price, what comes off is reckoned afresh, points and đồng that
 * no longer fit come back. What is missing is waited for, what is too much goes back.
 */
async function change(tx: Tx, order: Order, { lines: wanted, note }: OrderChange, by: string, now: Date) {
  const { id, customerId } = order
  const version = order.version + 1
  const before = await linesOf(tx, id)
  const lines = await pricedLines(tx, wanted, before)
  const { reckoned, taken } = await reckonAgain(tx, order, lines, now)
  await moveStock(tx, { orderId: id, step: String(version) }, before, lines, by, now)
  if (customerId) await giveRest(tx, { ...order, customerId }, taken, `${id}:${version}`, by, now)
  for (const voucher of reckoned.vouchers)
    await tx
      .update(vouchers)
      .set({ costVnd: voucher.offVnd })
      .where(sql`${vouchers.id} = ${voucher.id} AND (SELECT kind FROM offers WHERE id = offer_id) <> 'gift'`)
  const { goodsVnd, shippingVnd, discountVnd, byPointsVnd: coveredByPointsVnd, creditVnd } = reckoned
  const sums = { goodsVnd, shippingVnd, discountVnd, coveredByPointsVnd, creditVnd, bill: billOf(taken, reckoned) }
  await tx
    .update(orders)
    .set({ ...sums, note, version, statusAt: now, statusBy: by })
    .where(eq(orders.id, id))
  await tx.delete(orderLines).where(eq(orderLines.orderId, id))
  await putLines(tx, id, lines, reckoned.offs)
  await waitForRest(tx, { ...order, ...sums }, by, now)
}

async function waitForRest(tx: Tx, order: Order, by: string, now: Date) {
  const { missingVnd } = await squareOrder(tx, order, 'lowered', by, now)
  if (missingVnd === 0) return void (await tx.update(orders).set({ payBy: null }).where(eq(orders.id, order.id)))
  if (order.payment === 'cash') return
  const what = { id: newId(), forKind: 'order' as const, forId: order.id, method: order.payment, by }
  await awaitPayment(tx, { ...what, amountVnd: missingVnd + (await heldOf(tx, what)) }, now)
}

type Reckoned = {
  reckoned: Quote
  taken: { voucherIds: string[]; pointsUsed: number; creditVnd: number; deskVnd: number }
}

async function reckonAgain(db: Reader, order: Order, lines: Line[], now: Date): Promise<Reckoned> {
  const { id, customerId, fulfilment, bill } = order
  const voucherIds = (await vouchersOn(db, { orderId: id })).map((voucher) => voucher.id)
  const without = { voucherIds, pointsUsed: 0, creditVnd: 0, deskVnd: 0 }
  const whole = await quote(db, { ...without, customerId, lines, fulfilment }, now)
  const before = bill?.asked.pointsUsed ?? 0
  const vndPerPoint = before > 0 ? order.coveredByPointsVnd / before : 1
  const leftVnd = whole.goodsVnd - whole.discountVnd
  const pointsUsed = Math.min(before, Math.floor(leftVnd / vndPerPoint))
  const byPointsVnd = pointsUsed * vndPerPoint
  const totalVnd = whole.totalVnd - byPointsVnd
  const creditVnd = Math.min(order.creditVnd, totalVnd)
  const offs = sharesOf(lines, whole.discountVnd + byPointsVnd)
  return {
    reckoned: { ...whole, byPointsVnd, totalVnd, creditVnd, offs },
    taken: { ...without, pointsUsed, creditVnd },
  }
}

async function giveRest(
  tx: Tx,
  order: Order & { customerId: string },
  taken: Reckoned['taken'],
  cause: string,
  by: string,
  now: Date,
) {
  const { id, customerId } = order
  const points = (order.bill?.asked.pointsUsed ?? 0) - taken.pointsUsed
  if (points > 0) await giveBack(tx, { customerId, cause, about: id, spentBy: id, by }, points, now)
  const amountVnd = order.creditVnd - taken.creditVnd
  const back = { customerId, bookingId: id, refundId: cause, amountVnd, by, reason: '' }
  if (amountVnd > 0) await refundToCredit(tx, back, 'money', now)
}

type Some = { variantId: string | null; quantity: number }[]

/** Only what more or less is wanted of each. */
async function moveStock(
  tx: Tx,
  what: { orderId: string; step: string },
  before: Some,
  after: Some,
  by: string,
  now: Date,
) {
  const more = new Map<string, number>()
  const add = (some: Some, sign: number) => {
    for (const { variantId, quantity } of some)
      if (variantId) more.set(variantId, (more.get(variantId) ?? 0) + sign * quantity)
  }
  add(after, 1)
  add(before, -1)
  const moves = [...more].map(([variantId, quantity]) => ({ variantId, quantity }))
  const taken = moves.filter(({ quantity }) => quantity > 0)
  const given = moves.flatMap(({ variantId, quantity }) => (quantity < 0 ? [{ variantId, quantity: -quantity }] : []))
  if (taken.length > 0) await takeStock(tx, `${what.orderId}:${what.step}`, taken, by, now)
  if (given.length > 0) await returnStock(tx, what, given, by, now)
}
