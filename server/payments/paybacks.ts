import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { bookings, checkoutEvents, customers, orders, paybacks } from '../../drizzle/schema/index.ts'
import { shortCode } from '../../shared/ids.ts'
import { formatVnd } from '../../shared/money.ts'
import type { PaybackWay } from '../../shared/payments.ts'
import { Refusal } from '../../shared/refusals.ts'
import { shopOf } from '../catalog/catalog.ts'
import { customerById } from '../customers/customers.ts'
import type { Reader, Tx } from '../database.ts'
import { tell } from '../notifications/outbox.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { payerOf } from './own-payment.ts'
import { paybackWords } from './payback-words.ts'

export type Payback = typeof paybacks.$inferSelect

export async function paybackById(db: Reader, id: string): Promise<Payback> {
  const [payback] = await db.select().from(paybacks).where(eq(paybacks.id, id))
  if (!payback) throw new Refusal('not_found')
  return payback
}

/** What is still to go back, the oldest first: to whom, what for and why. */
export async function openPaybacks(db: Reader) {
  const open = await db
    .select({
      ...{ id: paybacks.id, forKind: paybacks.forKind, forId: paybacks.forId, amountVnd: paybacks.amountVnd },
      ...{ way: paybacks.way, state: paybacks.state, reason: paybacks.reason, note: paybacks.note },
      ...{ createdAt: paybacks.createdAt, ofOrder: orders.customerId, ofVisit: bookings.customerId },
      ...{ recipient: orders.recipient, service: bookings.serviceName },
    })
    .from(paybacks)
    .leftJoin(orders, and(eq(orders.id, paybacks.forId), eq(paybacks.forKind, 'order')))
    .leftJoin(bookings, and(eq(bookings.id, paybacks.forId), inArray(paybacks.forKind, ['deposit', 'visit'])))
    .where(inArray(paybacks.state, ['due', 'asked', 'failed']))
    .orderBy(asc(paybacks.createdAt), asc(paybacks.id))
    .limit(200)
  const ids = open.flatMap(({ ofOrder, ofVisit }) => ofOrder ?? ofVisit ?? [])
  const people = await db.select().from(customers).where(inArray(customers.id, ids))
  return open.map(({ ofOrder, ofVisit, recipient, service, ...each }) => {
    const customerId = ofOrder ?? ofVisit
    const name = people.find(({ id }) => id === customerId)?.name ?? recipient
    return { ...each, customerId, customer: name, code: shortCode(each.forId), service }
  })
}

/** Money of Checkout that could not be placed: another sum than was signed, or an order of nobody. */
export const heldCheckouts = (db: Reader) =>
  db
    .select({
      ...{ id: checkoutEvents.id, verdict: checkoutEvents.verdict, zaloOrderId: checkoutEvents.zaloOrderId },
      ...{ amountVnd: checkoutEvents.amountVnd, paymentId: checkoutEvents.paymentId, at: checkoutEvents.at },
    })
    .from(checkoutEvents)
    .where(sql.raw(isHeld))
    .orderBy(desc(checkoutEvents.id))
    .limit(100)

/** Money that Checkout told of and that could not be placed, until somebody has settled it. */
export const isHeld = `checkout_events.verdict IN ('mismatch', 'unknown') AND checkout_events.amount_vnd IS NOT NULL AND NOT EXISTS
  (SELECT 1 FROM checkout_events l WHERE l.zalo_order_id = checkout_events.zalo_order_id AND l.id > checkout_events.id AND l.verdict = 'settled')`

/**
 * Somebody has looked at it in Zalo's console and has set it right, there or with the customer; how, they say. Kept as a
 * further event. The same again is settled already.
 */
export async function settleHeld(tx: Tx, by: Staff, id: number, note: string, now: Date) {
  const [event] = await tx.select().from(checkoutEvents).where(eq(checkoutEvents.id, id))
  if (!event || event.amountVnd === null || !['mismatch', 'unknown'].includes(event.verdict))
    throw new Refusal('not_found')
  const { zaloOrderId, amountVnd, paymentId } = event
  const [open] = await tx
    .select({ id: checkoutEvents.id })
    .from(checkoutEvents)
    .where(and(eq(checkoutEvents.id, id), sql.raw(isHeld)))
  if (!open) return
  const body = JSON.stringify({ by: by.id, note })
  const settled = { kind: 'settled', verdict: 'settled', zaloOrderId, amountVnd, paymentId, body, at: now } as const
  await tx.insert(checkoutEvents).values(settled)
  await audit(tx, by, 'settle_checkout', zaloOrderId, { after: { amountVnd, note } }, now)
}

type Done = { way: PaybackWay; by: string; note?: string }

/** It has gone back, and the customer is told. */
export async function finishPayback(tx: Tx, payback: Payback, { way, by, note = payback.note }: Done, now: Date) {
  const done = { state: 'done' as const, way, note, doneBy: by, doneAt: now, askAt: null }
  await tx.update(paybacks).set(done).where(eq(paybacks.id, payback.id))
  const customerId = await payerOf(tx, payback)
  const customer = customerId && (await customerById(tx, customerId))
  if (!customer) return
  const params = {
    ...{ customer_name: customer.name, total: formatVnd(payback.amountVnd) },
    ...{ reason: paybackWords[payback.reason], shop: (await shopOf(tx)).name },
  }
  await tell(tx, [{ event: 'money_back', customerId: customer.id, about: payback.id, params }], now)
}
