import { and, desc, eq } from 'drizzle-orm'
import { checkoutEvents, payments } from '../../drizzle/schema/index.ts'
import type { PaidFor } from '../../shared/payments.ts'
import type { Tx } from '../database.ts'
import { isByHand, paymentLinkedTo } from './checkout-told.ts'
import type { Payment } from './payments.ts'

/**
 * Somebody chose on Zalo's sheet to pay the shop itself, in cash or by transfer, and has not paid yet. A notice that comes
 * before the phone has linked the order is kept, and counts once it has.
 */
export async function takeChoice(tx: Tx, told: { zaloOrderId: string; method: string }, now: Date) {
  const { zaloOrderId, method } = told
  const payment = await paymentLinkedTo(tx, zaloOrderId)
  const verdict = !payment ? 'unknown' : payment.zaloMethod === method || hasMoney(payment) ? 'repeated' : 'taken'
  await tx.insert(checkoutEvents).values({
    ...{ kind: 'notify', zaloOrderId, paymentId: payment?.id ?? null, verdict, at: now },
    body: JSON.stringify({ method }),
  })
  if (payment && verdict === 'taken') await choose(tx, payment, method)
}

/** What was chosen on the sheet of a payment that has just been linked, if Zalo told before. */
export async function recallChoice(tx: Tx, payment: Payment, zaloOrderId: string) {
  const [notice] = await tx
    .select({ body: checkoutEvents.body })
    .from(checkoutEvents)
    .where(and(eq(checkoutEvents.zaloOrderId, zaloOrderId), eq(checkoutEvents.kind, 'notify')))
    .orderBy(desc(checkoutEvents.id))
    .limit(1)
  if (notice) await choose(tx, payment, (JSON.parse(notice.body) as { method: string }).method)
}

/** There is nothing to ask Zalo any more: what becomes of it, the shop tells. */
export const choose = (tx: Tx, { id }: Pick<Payment, 'id'>, method: string) =>
  tx
    .update(payments)
    .set({ zaloMethod: method, ...(isByHand(method) && { askAt: null }) })
    .where(eq(payments.id, id))

const hasMoney = ({ receivedVnd }: Payment) => receivedVnd > 0

/**
 * Nobody waits for Checkout any more: the money was taken another way (1), or what it was for fell through (-1). Of orders
 * that were to be paid to the shop itself, Zalo is then told; money that comes in spite of it is late.
 */
export async function closeCheckout(tx: Tx, forKind: PaidFor, forId: string, code: 1 | -1): Promise<void> {
  const awaited = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.forId, forId), eq(payments.forKind, forKind), eq(payments.method, 'checkout')))
  for (const payment of awaited.filter((each) => !hasMoney(each) && each.state === 'awaited')) {
    const isTold = payment.zaloOrderId !== null && isByHand(payment.zaloMethod)
    const toTell = isTold ? { reportCode: code, askAt: null } : {}
    await tx
      .update(payments)
      .set({ state: 'dropped', ...toTell })
      .where(eq(payments.id, payment.id))
  }
}
