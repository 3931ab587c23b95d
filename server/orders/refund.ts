import { and, eq } from 'drizzle-orm'
import { orderLines, orderRefunds, paybacks } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import type { NewOrderRefund } from '../../shared/orders.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { refundToCredit } from '../loyalty/credit.ts'
import { programmeAt } from '../loyalty/programme.ts'
import { takeBack } from '../loyalty/refund.ts'
import { giveBack } from '../loyalty/spend.ts'
import { unstampVisit } from '../offers/stamp-visit.ts'
import { returnVouchers } from '../offers/vouchers.ts'
import { reviewAndWelcome } from '../offers/welcome.ts'
import { finishPayback, paybackById } from '../payments/paybacks.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { earningOf, linesOf, type Order, orderById, refundsOf } from './orders.ts'
import { squareOrder } from './pay-order.ts'
import { setStatus } from './set-status.ts'
import { returnStock } from './take-stock.ts'

type Line = Awaited<ReturnType<typeof linesOf>>[number]
type Back = { line: Line; quantity: number; amountVnd: number }

/**
 * Some lines of an order that was done come back. Each gives its share of what was paid; what it earned, the points and
 * vouchers that paid for it, stock and money follow in the same transaction (R-5, L-19). The same id again is the same refund.
 */
export async function refundOrder(tx: Tx, by: Staff, orderId: string, wish: NewOrderRefund, now: Date) {
  const [repeated] = await tx.select().from(orderRefunds).where(eq(orderRefunds.id, wish.id))
  if (repeated) {
    if (repeated.orderId !== orderId) throw new Refusal('id_taken')
    return
  }
  const order = await orderById(tx, orderId)
  if (!order) throw new Refusal('not_found')
  if (order.status !== 'done' && order.status !== 'returned') throw new Refusal('order_not_done')
  if (wish.to === 'credit' && !order.customerId) throw new Refusal('needs_customer')
  const lines = await linesOf(tx, orderId)
  const back = backOf(lines, wish.lines)
  const earlier = await refundsOf(tx, orderId)
  const shippingVnd = wish.shipping && earlier.every((each) => each.shippingVnd === 0) ? order.shippingVnd : 0
  const goodsVnd = back.reduce((sum, { amountVnd }) => sum + amountVnd, 0)
  const amountVnd = goodsVnd + shippingVnd
  for (const { line, quantity, amountVnd } of back)
    await tx
      .update(orderLines)
      .set({ returned: line.returned + quantity, refundedVnd: line.refundedVnd + amountVnd })
      .where(and(eq(orderLines.orderId, orderId), eq(orderLines.position, line.position)))
  const goods = back.map(({ line, quantity }) => ({ variantId: line.variantId, quantity }))
  if (wish.restock) await returnStock(tx, { orderId, step: wish.id }, goods, by.id, now)
  const about = { orderId, refundId: wish.id, by: by.id, reason: wish.reason }
  const creditVnd = order.customerId ? await walletBack(tx, order.customerId, about, amountVnd, now) : 0
  const { id, restock, reason } = wish
  const said = back.map(({ line, quantity, amountVnd }) => ({ position: line.position, quantity, amountVnd }))
  const refund = { id, orderId, amountVnd, shippingVnd, creditVnd, lines: said, restock, reason, by: by.id, at: now }
  await tx.insert(orderRefunds).values(refund)
  const isWhole = lines.every(({ position, quantity, returned }) => returned + countOf(back, position) === quantity)
  if (isWhole) await setStatus(tx, orderId, 'returned', by.id, now, reason)
  const refundedBeforeVnd = earlier.reduce((sum, each) => sum + each.amountVnd - each.shippingVnd, 0)
  if (order.customerId) {
    const share = { back, lines, goodsVnd, refundedBeforeVnd, isWhole }
    await pointsBack(tx, { ...order, customerId: order.customerId }, about, share, now)
  }
  await payBack(tx, order, wish, amountVnd - creditVnd, by, now)
  await squareOrder(tx, order, 'returned', by.id, now)
  await audit(tx, by, 'order_refunded', orderId, { after: { amountVnd, lines: said, reason } }, now)
}

/** What of each line comes back now, and what it is worth: whole lines to the đồng, however they were split. */
function backOf(lines: Line[], wanted: NewOrderRefund['lines']): Back[] {
  return wanted.map(({ position, quantity }, i) => {
    const line = lines.find((each) => each.position === position)
    if (!line) throw new BadInput(`lines.${i}.position`, 'unknown')
    if (wanted.slice(0, i).some((each) => each.position === position))
      throw new BadInput(`lines.${i}.position`, 'doubled')
    if (line.returned + quantity > line.quantity) throw new Refusal('too_many_returned')
    const wholeVnd = line.quantity * line.unitPriceVnd - line.offVnd
    const untilVnd = Number((BigInt(wholeVnd) * BigInt(line.returned + quantity)) / BigInt(line.quantity))
    return { line, quantity, amountVnd: untilVnd - line.refundedVnd }
  })
}

const countOf = (back: Back[], position: number) => back.find(({ line }) => line.position === position)?.quantity ?? 0

type About = { orderId: string; refundId: string; by: string; reason: string }

/** First comes back what was paid out of the wallet. */
const walletBack = (tx: Tx, customerId: string, { orderId, ...about }: About, amountVnd: number, now: Date) =>
  refundToCredit(tx, { ...about, customerId, bookingId: orderId, amountVnd }, 'money', now)

type Share = { back: Back[]; lines: Line[]; goodsVnd: number; refundedBeforeVnd: number; isWhole: boolean }

async function pointsBack(tx: Tx, order: Order & { customerId: string }, about: About, share: Share, now: Date) {
  const { customerId, id: visitId } = order
  const { refundId, by } = about
  const { goodsVnd: refundedVnd, refundedBeforeVnd, isWhole } = share
  const policy = (await programmeAt(tx, now)).rules.refunds
  const earned = { id: refundId, customerId, visitId, eligibleVnd: earningOf(order), policy, by }
  if (refundedVnd > 0) await takeBack(tx, { ...earned, refundedVnd, refundedBeforeVnd }, now)
  const spent = order.bill?.asked.pointsUsed ?? 0
  const before = worth(share.lines.map((line) => ({ line, quantity: line.returned })))
  const until = before + worth(share.back)
  const partOf = (vnd: number) => Number((BigInt(spent) * BigInt(vnd)) / BigInt(order.goodsVnd || 1))
  const points = (isWhole ? spent : partOf(until)) - partOf(before)
  await giveBack(tx, { customerId, cause: refundId, about: visitId, spentBy: visitId, by }, points, now)
  if (isWhole) {
    await returnVouchers(tx, { orderId: visitId }, refundId, by, now)
    await unstampVisit(tx, { id: visitId, refundId, by }, now)
  }
  await reviewAndWelcome(tx, customerId, now)
}

const worth = (some: { line: Line; quantity: number }[]) =>
  some.reduce((sum, { line, quantity }) => sum + quantity * line.unitPriceVnd, 0)

/** Money goes out as it was chosen: at once in cash or into the wallet, by transfer once somebody has sent it, or by Checkout. */
async function payBack(tx: Tx, order: Order, wish: NewOrderRefund, amountVnd: number, by: Staff, now: Date) {
  if (amountVnd <= 0 || wish.to === 'checkout') return // squareUp sends back by Checkout what came by it
  const { customerId, id: forId } = order
  const { to: way, reason: note } = wish
  if (way === 'credit') {
    const into = { customerId: customerId!, bookingId: forId, refundId: wish.id, amountVnd, by: by.id, reason: note }
    await refundToCredit(tx, into, 'credit', now)
  }
  const id = newId()
  const row = { id, forKind: 'order' as const, forId, amountVnd, way, reason: 'returned' as const, note }
  await tx.insert(paybacks).values({ ...row, state: 'due', by: by.id, createdAt: now })
  if (way !== 'transfer') await finishPayback(tx, await paybackById(tx, id), { way, by: by.id }, now)
}
