import { and, asc, desc, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import { bookings, checkoutEvents, customers, orders, paybacks } from '../../drizzle/schema/index.ts'
import { shortCode } from '../../shared/ids.ts'
import { formatVnd } from '../../shared/money.ts'
import type { PaybackWay } from '../../shared/payments.ts'
import { Refusal } from '../../shared/refusals.ts'
import { dayMs } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { customerById } from '../customers/customers.ts'
import type { Reader, Tx } from '../database.ts'
import { tell } from '../notifications/outbox.ts'
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
    .leftJoin(bookings, and(eq(bookings.id, paybacks.forId), eq(paybacks.forKind, 'deposit')))
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

/** Money of Checkout that could not be placed, of a month: another sum than was signed, or an order of nobody. */
export const heldCheckouts = (db: Reader, now: Date) =>
  db
    .select({
      ...{ id: checkoutEvents.id, verdict: checkoutEvents.verdict, zaloOrderId: checkoutEvents.zaloOrderId },
      ...{ amountVnd: checkoutEvents.amountVnd, paymentId: checkoutEvents.paymentId, at: checkoutEvents.at },
    })
    .from(checkoutEvents)
    .where(
      and(
        inArray(checkoutEvents.verdict, ['mismatch', 'unknown']),
        isNotNull(checkoutEvents.amountVnd),
        gt(checkoutEvents.at, new Date(now.getTime() - 30 * dayMs)),
      ),
    )
    .orderBy(desc(checkoutEvents.id))
    .limit(100)

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
