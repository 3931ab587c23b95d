import { desc, eq, sql } from 'drizzle-orm'
import { adjustments, bookings, pointsEntries, redemptions } from '../../drizzle/schema/index.ts'
import { prepared, type Reader } from '../database.ts'

const balanceStatement = prepared((db) =>
  db
    .select({ points: sql<number>`coalesce(sum(${pointsEntries.points}), 0)` })
    .from(pointsEntries)
    .where(eq(pointsEntries.customerId, sql.placeholder('customerId')))
    .prepare(),
)

/** The fold of the ledger. */
export const balanceOf = async (db: Reader, customerId: string) =>
  (await balanceStatement(db).get({ customerId }))!.points

/** The newest two hundred entries, each with what it was for and how it was reckoned. */
export async function entriesOf(db: Reader, customerId: string) {
  const rows = await db
    .select({
      id: pointsEntries.id,
      points: pointsEntries.points,
      reason: pointsEntries.reason,
      eligibleVnd: pointsEntries.eligibleVnd,
      unitVnd: pointsEntries.unitVnd,
      at: pointsEntries.at,
      about: sql<string>`coalesce(${bookings.serviceName}, ${redemptions.rewardName}, ${adjustments.note}, '')`,
    })
    .from(pointsEntries)
    .leftJoin(bookings, eq(bookings.id, pointsEntries.cause))
    .leftJoin(redemptions, eq(redemptions.id, pointsEntries.cause))
    .leftJoin(adjustments, eq(adjustments.id, pointsEntries.cause))
    .where(eq(pointsEntries.customerId, customerId))
    .orderBy(desc(pointsEntries.at), desc(pointsEntries.id))
    .limit(200)
  return rows
}
