import { sql } from 'drizzle-orm'
import { pointsEntries } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { prepared, type Tx } from '../database.ts'

/**
 * Points for an amount (L-1): whole units of what was paid after discounts, without the part that points or a reward
 * covered (L-10). 105.000 less 5.000 at 10.000 a point is 10.
 */
export const pointsFor = (eligibleVnd: number, unitVnd: number) => Math.floor(Math.max(0, eligibleVnd) / unitVnd)

const insertEarned = prepared((db) =>
  db
    .insert(pointsEntries)
    .values({
      id: sql.placeholder('id'),
      customerId: sql.placeholder('customerId'),
      points: sql.placeholder('points'),
      reason: 'earned',
      cause: sql.placeholder('cause'),
      eligibleVnd: sql.placeholder('eligibleVnd'),
      unitVnd: sql.placeholder('unitVnd'),
      at: sql.placeholder('now'),
    })
    .prepare(),
)

/** Enters the points of one visit, with the rule that made them; a unique index keeps it to once a visit. */
export async function earn(
  tx: Tx,
  visit: { id: string; customerId: string; eligibleVnd: number; unitVnd: number },
  now: Date,
): Promise<number> {
  const points = pointsFor(visit.eligibleVnd, visit.unitVnd)
  if (points > 0) await insertEarned(tx).run({ ...visit, id: newId(), cause: visit.id, points, now })
  return points
}
