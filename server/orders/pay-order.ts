import { eq } from 'drizzle-orm'
import { orders } from '../../drizzle/schema/index.ts'
import type { PaybackReason } from '../../shared/payments.ts'
import type { Tx } from '../database.ts'
import { squareUp } from '../payments/square-up.ts'
import { finish } from './finish.ts'
import { isOpen, type Order, orderById, owedOf } from './orders.ts'

/** After anything that changes what an order costs or was paid. Answers with what is still missing, in đồng. */
export async function squareOrder(tx: Tx, order: Order, reason: PaybackReason, by: string, now: Date) {
  const owedVnd = await owedOf(tx, order)
  return await squareUp(tx, { forKind: 'order', forId: order.id, owedVnd, reason, by }, now)
}

/** Money came for an order: paid in full it waits no more, and at the till it is done. What is too much or too late goes back. */
export async function orderPaid(tx: Tx, id: string, now: Date) {
  const order = (await orderById(tx, id))!
  const { missingVnd } = await squareOrder(tx, order, isOpen(order) ? 'over' : 'late', 'clock', now)
  if (missingVnd > 0 || !isOpen(order)) return
  if (order.payBy) await tx.update(orders).set({ payBy: null }).where(eq(orders.id, id))
  if (order.source === 'till') await finish(tx, order, order.statusBy, now)
}
