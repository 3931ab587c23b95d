import { and, desc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import { suggestions } from '../../drizzle/schema/index.ts'
import { dayAt } from '../../shared/day-number.ts'
import { writtenKinds } from '../../shared/owner-messages.ts'
import { dayMs, instantOf } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'
import type { Today } from '../segments/conditions.ts'

type Decided = { id: string; decidedAt: Date | null }

/** Who of the people it meant came after it was decided and before `until`, and what they spent: no proof of anything. */
export async function broughtBy(db: Reader, { id, decidedAt }: Decided, until: Date) {
  const [[returned, broughtVnd] = [0, 0]] = await db.values<[number, number]>(sql`SELECT count(DISTINCT f.person_id),
      coalesce(sum(f.net_vnd), 0)
    FROM suggestion_people p JOIN customers c ON c.id = p.customer_id
      JOIN purchase_facts f ON f.person_id = coalesce(c.merged_into, c.id) JOIN purchases b ON b.id = f.id
    WHERE p.suggestion_id = ${id} AND b.at > ${decidedAt?.getTime() ?? until.getTime()} AND b.at < ${until.getTime()}`)
  return { returned, broughtVnd }
}

/** The invitation that was accepted last, within two weeks, with what came of it so far. */
export async function lastBrought(db: Reader, { now }: Today) {
  const [last] = await db
    .select()
    .from(suggestions)
    .where(
      and(
        eq(suggestions.state, 'accepted'),
        inArray(suggestions.kind, [...writtenKinds]),
        gt(suggestions.decidedAt, new Date(now.getTime() - 14 * dayMs)),
      ),
    )
    .orderBy(desc(suggestions.decidedAt))
    .limit(1)
  return last ? { people: last.people, ...(await broughtBy(db, last, now)) } : undefined
}

export const suggestionsToScore = (db: Reader, { day }: Today) =>
  db
    .select()
    .from(suggestions)
    .where(and(isNull(suggestions.scoredAt), lte(suggestions.scoreOn, dayAt(day))))

/** After fourteen days it stands what came of it. */
export async function scoreSuggestion(tx: Tx, one: typeof suggestions.$inferSelect, zone: string, now: Date) {
  const brought = await broughtBy(tx, one, instantOf(one.scoreOn!, 0, zone))
  await tx
    .update(suggestions)
    .set({ ...brought, scoredAt: now })
    .where(and(eq(suggestions.id, one.id), isNull(suggestions.scoredAt)))
}
