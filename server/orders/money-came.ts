import { depositPaid } from '../booking/deposits.ts'
import type { Tx } from '../database.ts'
import { paymentById } from '../payments/payments.ts'
import { squareVisit } from '../payments/square-visit.ts'
import { orderPaid } from './pay-order.ts'

/** Money came for something that waits for it: an order goes on, a deposit keeps its visit. For a visit that is over it came too late. */
export async function moneyCame(tx: Tx, paymentId: string | null | undefined, now: Date) {
  const payment = paymentId ? await paymentById(tx, paymentId) : undefined
  if (payment?.forKind === 'order') await orderPaid(tx, payment.forId, now)
  if (payment?.forKind === 'deposit') await depositPaid(tx, payment.forId, now)
  if (payment?.forKind === 'visit') await squareVisit(tx, payment.forId, now)
}
