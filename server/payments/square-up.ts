import { and, eq, gte, isNull, sql } from 'drizzle-orm'
import { paybacks, payments } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import type { PaidFor, PaybackReason, PayWay } from '../../shared/payments.ts'
import type { Reader, Tx } from '../database.ts'
import { closeCheckout } from './checkout-chosen.ts'

type What = { forKind: PaidFor; forId: string }

/** What came for a thing, and what of it went or goes back, in đồng. */
export async function moneyOf(db: Reader, { forKind, forId }: What) {
  const [money] = await db.values<[receivedVnd: number, backVnd: number]>(sql`SELECT
    (SELECT coalesce(sum(received_vnd), 0) FROM payments WHERE for_id = ${forId} AND for_kind = ${forKind}),
    (SELECT coalesce(sum(amount_vnd), 0) FROM paybacks WHERE for_id = ${forId} AND for_kind = ${forKind} AND state <> 'dropped')`)
  return { receivedVnd: money![0], backVnd: money![1] }
}

/** What came by a way that waits for more, and is not settled yet. */
export async function heldOf(db: Reader, { forKind, forId, method }: What & { method: PayWay }) {
  const [held] = await db.values<[number]>(sql`SELECT coalesce(sum(received_vnd), 0) FROM payments
    WHERE for_id = ${forId} AND for_kind = ${forKind} AND method = ${method} AND settled_at IS NULL`)
  return held![0]
}

/**
 * After whatever happened: what came in full is settled; what came beyond `owedVnd` is due to go back, and what was due and
 * is owed again is not. Money in is then what the thing costs, what still waits for the rest, and what goes back. Answers
 * with what is still missing.
 */
export async function squareUp(
  tx: Tx,
  { forKind, forId, owedVnd, reason, by }: What & { owedVnd: number; reason: PaybackReason; by: string },
  now: Date,
): Promise<{ missingVnd: number }> {
  const ofIt = and(eq(payments.forId, forId), eq(payments.forKind, forKind))
  await tx
    .update(payments)
    .set({ settledVnd: sql`${payments.amountVnd}`, settledAt: now })
    .where(and(ofIt, isNull(payments.settledAt), gte(payments.receivedVnd, payments.amountVnd)))
  const { receivedVnd, backVnd } = await moneyOf(tx, { forKind, forId })
  let excessVnd = receivedVnd - backVnd - owedVnd
  if (excessVnd < 0) excessVnd = await keepDue(tx, { forKind, forId }, excessVnd)
  if (excessVnd > 0) await oweBack(tx, { forKind, forId, reason, by }, excessVnd, now)
  if (excessVnd >= 0) {
    // Nobody waits any more for what nobody owes.
    await closeCheckout(tx, forKind, forId, owedVnd > 0 ? 1 : -1)
    await tx
      .update(payments)
      .set({ state: 'dropped' })
      .where(and(ofIt, eq(payments.state, 'awaited')))
  }
  return { missingVnd: Math.max(0, -excessVnd) }
}

/** What nobody has sent back yet stays (what failed may have gone out after all), as far as it is owed again. Answers with what is left over of it, or missing. */
async function keepDue(tx: Tx, { forKind, forId }: What, missing: number): Promise<number> {
  let excessVnd = missing
  const due = await tx
    .select()
    .from(paybacks)
    .where(and(...[eq(paybacks.forId, forId), eq(paybacks.forKind, forKind)], eq(paybacks.state, 'due')))
  for (const { id, amountVnd } of due) {
    if (excessVnd >= 0) break
    await tx.update(paybacks).set({ state: 'dropped' }).where(eq(paybacks.id, id))
    excessVnd += amountVnd
  }
  return excessVnd
}

/** By Checkout what came by Checkout, the rest by transfer; somebody may choose another way when sending it. */
async function oweBack(tx: Tx, what: What & { reason: PaybackReason; by: string }, vnd: number, now: Date) {
  let leftVnd = vnd
  const online = await tx.values<
    [id: string, leftVnd: number]
  >(sql`SELECT id, received_vnd - coalesce((SELECT sum(amount_vnd)
      FROM paybacks b WHERE b.payment_id = payments.id AND b.state <> 'dropped'), 0) AS left_vnd
    FROM payments WHERE for_id = ${what.forId} AND for_kind = ${what.forKind} AND zalo_trans_id IS NOT NULL AND left_vnd > 0`)
  for (const [paymentId, most] of online) {
    const amountVnd = Math.min(most, leftVnd)
    if (amountVnd <= 0) break
    await tx.insert(paybacks).values({ ...fresh(what, now), amountVnd, way: 'checkout', paymentId, askAt: now })
    leftVnd -= amountVnd
  }
  if (leftVnd > 0) await tx.insert(paybacks).values({ ...fresh(what, now), amountVnd: leftVnd, way: 'transfer' })
}

const fresh = (what: What & { reason: PaybackReason; by: string }, now: Date) => ({
  ...what,
  ...{ id: newId(), state: 'due' as const, createdAt: now },
})
