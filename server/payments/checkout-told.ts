import { eq } from 'drizzle-orm'
import { checkoutEvents, deposits, orders, payments } from '../../drizzle/schema/index.ts'
import type { CheckoutVerdict } from '../../shared/payments.ts'
import type { Reader, Tx } from '../database.ts'
import { type Payment, paymentById, stateOf } from './payments.ts'

/** What Checkout says of an order of its own, when it calls back or when it is asked. */
export type CheckoutTold = {
  kind: 'callback' | 'status'
  zaloOrderId: string
  transId?: string | undefined
  method?: string | undefined
  /** What was paid; undefined where nothing was. */
  paidVnd: number | undefined
  /** What the shop signed along with the order. */
  extradata: unknown
}

/** Chosen on Zalo's sheet and paid to the shop itself: that it was, Zalo learns from the shop. */
export const isByHand = (method: string | null | undefined) => /^(COD|BANK)(_SANDBOX)?$/.test(method ?? '')

/**
 * Takes what Checkout told, once: each of its orders brings its money one time, whatever comes how often and in whatever
 * order. A failure never takes back what was paid; another sum than was signed is no money of this payment; what comes after
 * its thing has ended still came. Answers with the payment whose money has changed, for `moneyCame`.
 */
export async function takeCheckout(tx: Tx, told: CheckoutTold, now: Date) {
  const { kind, zaloOrderId, transId, method, paidVnd } = told
  const payment = await namedBy(tx, told)
  const verdict = await verdictOn(tx, told, payment)
  const body = JSON.stringify({ transId, method, paidVnd })
  const amountVnd = paidVnd ?? null
  await tx
    .insert(checkoutEvents)
    .values({ kind, zaloOrderId, paymentId: payment?.id ?? null, verdict, amountVnd, body, at: now })
  if (!payment) return { verdict, paymentId: undefined }
  const counts = paidVnd !== undefined && (verdict === 'taken' || verdict === 'late')
  if (counts) await count(tx, payment, { ...told, paidVnd }, now)
  else if (payment.zaloOrderId === zaloOrderId)
    await tx.update(payments).set({ askAt: null }).where(eq(payments.id, payment.id))
  return { verdict, paymentId: counts ? payment.id : undefined }
}

/**
 * Whose it is: the payment that the signed order names; only where it names none the one that a phone has linked, since a
 * phone may link what is not its own, or die before it does.
 */
async function namedBy(db: Reader, { extradata, zaloOrderId }: CheckoutTold): Promise<Payment | undefined> {
  const named = (extradata as { paymentId?: unknown } | null | undefined)?.paymentId
  const payment = typeof named === 'string' ? await paymentById(db, named) : await paymentLinkedTo(db, zaloOrderId)
  return payment?.method === 'checkout' ? payment : undefined
}

export async function paymentLinkedTo(db: Reader, zaloOrderId: string) {
  const [payment] = await db.select().from(payments).where(eq(payments.zaloOrderId, zaloOrderId))
  return payment
}

async function verdictOn(db: Reader, told: CheckoutTold, payment: Payment | undefined): Promise<CheckoutVerdict> {
  const { zaloOrderId, paidVnd, method } = told
  const before = await db.select().from(checkoutEvents).where(eq(checkoutEvents.zaloOrderId, zaloOrderId))
  const results = before.filter(({ kind }) => kind !== 'notify')
  const hasCome = results.some(({ verdict, amountVnd }) => amountVnd !== null && ['taken', 'late'].includes(verdict))
  // Money for the shop itself is reported by the shop: to hear it back from Zalo is no second payment.
  if (hasCome || (paidVnd !== undefined && isByHand(method))) return 'repeated'
  const wasJudged = results.some(
    (each) => each.amountVnd === (paidVnd ?? null) && (each.verdict !== 'unknown' || !payment),
  )
  if (wasJudged) return 'repeated'
  if (!payment) return 'unknown'
  if (paidVnd === undefined) return 'taken'
  if (paidVnd !== payment.amountVnd) return 'mismatch'
  return (await hasEnded(db, payment)) ? 'late' : 'taken'
}

/** Nobody waits for the money any more. */
async function hasEnded(db: Reader, { state, forKind, forId }: Payment) {
  if (state === 'dropped') return true
  if (forKind === 'order') {
    const [order] = await db.select({ status: orders.status }).from(orders).where(eq(orders.id, forId))
    return order?.status === 'cancelled' || order?.status === 'returned'
  }
  const [deposit] = await db.select({ state: deposits.state }).from(deposits).where(eq(deposits.bookingId, forId))
  return deposit !== undefined && deposit.state !== 'awaited' && deposit.state !== 'paid'
}

/** Of two sheets that were both paid, the later transaction is remembered: through it what is too much goes back. */
async function count(tx: Tx, payment: Payment, told: CheckoutTold & { paidVnd: number }, now: Date) {
  const { zaloOrderId, transId, method, paidVnd } = told
  const receivedVnd = payment.receivedVnd + paidVnd
  // Taken from whoever linked what is not theirs.
  await tx.update(payments).set({ zaloOrderId: null }).where(eq(payments.zaloOrderId, zaloOrderId))
  await tx
    .update(payments)
    .set({
      ...{ receivedVnd, state: stateOf(payment.amountVnd, receivedVnd), paidAt: now, askAt: null, reportCode: null },
      ...{ zaloOrderId, zaloTransId: transId ?? payment.zaloTransId, zaloMethod: method ?? payment.zaloMethod },
    })
    .where(eq(payments.id, payment.id))
}
