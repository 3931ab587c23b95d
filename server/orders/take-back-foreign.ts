import { eq, sql } from 'drizzle-orm'
import { orders, paybacks } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import type { Tx } from '../database.ts'
import type { Staff } from '../staff/audit.ts'
import { linesOf, orderById } from './orders.ts'
import { refundOrder } from './refund.ts'

const reason = 'Hoàn lại bảng nhập'

/**
 * A sale that came in by mistake is returned, with its points. Its money was never in our drawer and nobody is told of it;
 * it gives its number free, so that the right sheet can bring it again. What is returned already stays so.
 */
export async function takeBackForeign(tx: Tx, by: Staff, orderId: string, now: Date) {
  const order = await orderById(tx, orderId)
  if (order?.status !== 'done') return
  const left = (await linesOf(tx, orderId)).filter(({ quantity, returned }) => returned < quantity)
  const amountVnd = left.reduce(
    (sum, each) => sum + each.quantity * each.unitPriceVnd - each.offVnd - each.refundedVnd,
    0,
  )
  const back = {
    id: newId(),
    forKind: 'order' as const,
    forId: orderId,
    amountVnd,
    way: 'elsewhere' as const,
    note: reason,
  }
  const done = {
    state: 'done' as const,
    reason: 'returned' as const,
    by: by.id,
    createdAt: now,
    doneBy: by.id,
    doneAt: now,
  }
  if (amountVnd > 0) await tx.insert(paybacks).values({ ...back, ...done })
  const lines = left.map(({ position, quantity, returned }) => ({ position, quantity: quantity - returned }))
  const wish = { id: newId(), lines, shipping: false, restock: false, reason, to: 'checkout' as const }
  await refundOrder(tx, by, orderId, wish, now)
  await tx
    .update(orders)
    .set({ number: sql`${orders.number} || ${`~${orderId}`}` })
    .where(eq(orders.id, orderId))
}
