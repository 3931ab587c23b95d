import type { PaybackDone } from '../../shared/payments.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { grant } from '../loyalty/grant.ts'
import { payerOf } from '../payments/own-payment.ts'
import { finishPayback, paybackById } from '../payments/paybacks.ts'
import { audit, type Staff } from '../staff/audit.ts'

/**
 * Somebody has sent money back by hand, or puts it into the customer's wallet. The same a second time is done already;
 * refuses what is no longer owed, and what Checkout is sending just now.
 */
export async function payBack(tx: Tx, by: Staff, id: string, { way, note }: PaybackDone, now: Date): Promise<void> {
  const payback = await paybackById(tx, id)
  const { state, forKind, forId, amountVnd, reason } = payback
  if (state === 'done' && payback.way === way) return
  if (state === 'asked') throw new Refusal('payback_asked')
  if (state === 'done' || state === 'dropped') throw new Refusal('payback_over')
  if (way === 'credit') {
    const customerId = await payerOf(tx, payback)
    if (!customerId) throw new Refusal('needs_customer')
    const entry = { customerId, wallet: 'credit', kind: 'adjusted' as const, cause: id, about: forId, by: by.id }
    const sum = { refundedVnd: amountVnd, reason: note }
    await grant(tx, { ...entry, sum, units: amountVnd, expires: null, from: 'corrected' }, now)
  }
  await finishPayback(tx, payback, { way, by: by.id, note: note || payback.note }, now)
  await audit(tx, by, 'pay_back', forId, { after: { amountVnd, way, reason, forKind, note } }, now)
}
