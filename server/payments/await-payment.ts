import { and, eq, isNull } from 'drizzle-orm'
import { payments } from '../../drizzle/schema/index.ts'
import type { PaidFor, PayWay } from '../../shared/payments.ts'
import type { Tx } from '../database.ts'
import { newMemo } from './memo.ts'
import { type Payment, paymentById, stateOf } from './payments.ts'

type Awaited = {
  id: string
  forKind: PaidFor
  forId: string
  method: Exclude<PayWay, 'cash'>
  amountVnd: number
  by: string
}

/**
 * Money is waited for. What waits for a transfer has one memo until that is settled: asked again for another sum, the same
 * transfer is waited for, so that money which is on its way is found. So it is with Checkout, one sheet at a time.
 */
export async function awaitPayment(tx: Tx, wish: Awaited, now: Date): Promise<Payment> {
  const { id, forKind, forId, method, amountVnd, by } = wish
  const [awaited] = await tx
    .select()
    .from(payments)
    .where(
      and(
        ...[eq(payments.forId, forId), eq(payments.forKind, forKind)],
        ...[eq(payments.method, method), isNull(payments.settledAt)],
      ),
    )
  // A sum that Zalo has signed stays what it is.
  if (awaited && (awaited.amountVnd === amountVnd || !awaited.zaloOrderId)) {
    const state = stateOf(amountVnd, awaited.receivedVnd)
    await tx.update(payments).set({ amountVnd, state }).where(eq(payments.id, awaited.id))
    return { ...awaited, amountVnd, state }
  }
  const memo = method === 'transfer' ? newMemo() : null
  await tx
    .insert(payments)
    .values({ id, forKind, forId, method, state: 'awaited', amountVnd, memo, by, createdAt: now })
  return (await paymentById(tx, id))!
}
