import { eq } from 'drizzle-orm'
import { payments } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import type { VisitPayment } from '../../shared/payments.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { paymentById, takeMoney } from './payments.ts'
import { heldOf } from './square-up.ts'
import { squareVisit } from './square-visit.ts'

type Bill = { id: string; leftVnd: number; by: string }

/**
 * What is left of a bill is paid: in cash, or by a transfer that came. Refuses while it has not come, where it is another's,
 * and where the bill has changed meanwhile; and cash for all of it where a part came by transfer. Answers with the đồng too much that go into the customer's wallet.
 */
export async function payVisit(tx: Tx, { id, leftVnd, by }: Bill, how: VisitPayment | undefined, now: Date) {
  const cash = { forKind: 'visit' as const, forId: id, method: 'cash' as const, by }
  if (how?.method !== 'transfer') {
    if (leftVnd === 0) await squareVisit(tx, id, now)
    else if ((await heldOf(tx, { forKind: 'visit', forId: id, method: 'transfer' })) > 0)
      throw new Refusal('transfer_came')
    await takeMoney(tx, { ...cash, id: newId(), amountVnd: leftVnd }, now)
    return 0
  }
  const payment = await paymentById(tx, how.paymentId)
  if (!payment || payment.forId !== id || payment.method !== 'transfer' || payment.settledAt)
    throw new Refusal('payment_foreign')
  const { amountVnd, receivedVnd } = payment
  if (receivedVnd === 0) throw new Refusal('not_received')
  if (amountVnd !== leftVnd) throw new Refusal('payment_differs')
  if (receivedVnd < amountVnd && how.rest !== 'cash') throw new Refusal('not_received')

  const settledVnd = Math.min(amountVnd, receivedVnd)
  const extraVnd = receivedVnd - settledVnd
  const extraTo = how.extra ?? 'cash'
  const extra = extraVnd > 0 ? { extraVnd, extraTo } : {}
  await tx
    .update(payments)
    .set({ settledVnd, settledAt: now, ...extra })
    .where(eq(payments.id, payment.id))
  await takeMoney(tx, { ...cash, id: newId(), amountVnd: leftVnd - settledVnd }, now)
  return extraTo === 'credit' ? extraVnd : 0
}
