import { and, eq, sql } from 'drizzle-orm'
import { paybacks } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import type { Reader, Tx } from '../database.ts'

/** Statuses of a visit that can still be paid. */
export const payableVisits = "('requested', 'booked', 'arrived', 'in_service')"

/** What came by transfer for visits that are over, has paid for nothing, and is not on its way back either; of all, or of one. */
export const strayOfVisits = (id?: string) => sql`SELECT b.id, s.unused_vnd
    - coalesce((SELECT sum(amount_vnd) FROM paybacks k WHERE k.for_id = b.id AND k.for_kind = 'visit' AND k.state <> 'dropped'), 0) AS vnd, s.paid_at
  FROM (SELECT for_id, sum(received_vnd - settled_vnd - extra_vnd) AS unused_vnd, max(paid_at) AS paid_at FROM payments
    WHERE for_kind = 'visit' AND memo > ''${id ? sql`AND for_id = ${id}` : sql``} GROUP BY for_id) s
  JOIN bookings b ON b.id = s.for_id AND b.status NOT IN ${sql.raw(payableVisits)} WHERE s.unused_vnd > 0 AND vnd > 0`

/**
 * While a visit can be paid, the till decides about what came for it. Once it is over, what has paid for nothing is due to
 * go back; of a visit that comes to life again it is not.
 */
export async function squareVisit(tx: Tx, id: string, now: Date): Promise<void> {
  const [stray] = await tx.values<[id: string, vnd: number]>(strayOfVisits(id))
  if (stray) await owe(tx, id, stray[1], now)
  else
    await tx
      .update(paybacks)
      .set({ state: 'dropped' })
      .where(
        and(
          ...[eq(paybacks.forId, id), eq(paybacks.forKind, 'visit'), eq(paybacks.state, 'due')],
          sql`EXISTS (SELECT 1 FROM bookings WHERE id = ${id} AND status IN ${sql.raw(payableVisits)})`,
        ),
      )
}

const owe = (tx: Tx, forId: string, amountVnd: number, now: Date) =>
  tx.insert(paybacks).values({
    ...{ id: newId(), forKind: 'visit', forId, amountVnd, way: 'transfer', state: 'due', reason: 'over' },
    ...{ by: 'clock', createdAt: now },
  })

/** Visits with such money that nobody owes back yet. */
export const straysOf = async (db: Reader): Promise<string[]> =>
  (await db.values<[string]>(strayOfVisits())).map(([id]) => id)
