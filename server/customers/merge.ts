import { eq, sql } from 'drizzle-orm'
import { merges, notTheSame } from '../../drizzle/schema/index.ts'
import type { NewMerge } from '../../shared/merges.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { customerById } from './customers.ts'
import { peopleOf } from './people.ts'

/**
 * Two records are one person from now on: what was the source's is found with the target (P-4). Nothing moves, so that
 * it can be undone. Two people whom Zalo knows apart are refused.
 */
export async function merge(tx: Tx, by: Staff, { id, sourceId, targetId }: NewMerge, now: Date) {
  if (sourceId === targetId) throw new Refusal('merge_with_itself')
  const [repeated] = await tx.select().from(merges).where(eq(merges.id, id))
  if (repeated?.sourceId === sourceId && repeated.targetId === targetId && !repeated.undoneAt) return
  if (repeated) throw new Refusal('id_taken')
  const both = [await customerById(tx, sourceId), await customerById(tx, targetId)]
  for (const record of both) if (!record) throw new Refusal('not_found')
  // Whoever was merged is spoken for: the page that shows two people is out of date.
  for (const record of both) if (record?.mergedInto) throw new Refusal('already_merged')
  await refuseTwoPeople(tx, sourceId, targetId)
  await tx.insert(merges).values({ id, sourceId, targetId, by: by.id, at: now })
  await followMerges(tx)
  await audit(tx, by, 'merge_customers', targetId, { after: { sourceId } }, now)
}

async function refuseTwoPeople(db: Reader, sourceId: string, targetId: string) {
  const [known] = await db.values<[phones: number, zaloPeople: number]>(sql`SELECT
      count(DISTINCT iif(phone_proven_at IS NOT NULL, phone, NULL)), count(DISTINCT zalo_user_id)
    FROM customers WHERE id IN ${peopleOf(sql`${sourceId}`)} OR id IN ${peopleOf(sql`${targetId}`)}`)
  const [phones, zaloPeople] = known!
  if (phones > 1) throw new Refusal('two_proven_phones')
  if (zaloPeople > 1) throw new Refusal('two_zalo_people')
}

/** Undoes one merge; merges before and after it hold. */
export async function unmerge(tx: Tx, by: Staff, id: string, now: Date) {
  const [merged] = await tx.select().from(merges).where(eq(merges.id, id))
  if (!merged) throw new Refusal('not_found')
  if (merged.undoneAt) throw new Refusal('merge_undone')
  await tx.update(merges).set({ undoneAt: now, undoneBy: by.id }).where(eq(merges.id, id))
  await followMerges(tx)
  await audit(tx, by, 'unmerge_customers', merged.targetId, { before: { sourceId: merged.sourceId } }, now)
}

/** Where the merges that hold lead in the end; `merged_into` is never a chain. */
export const ends = `WITH RECURSIVE steps(id, end) AS (SELECT source_id, target_id FROM merges WHERE undone_at IS NULL
    UNION SELECT s.id, m.target_id FROM steps s JOIN merges m ON m.source_id = s.end AND m.undone_at IS NULL),
  ends AS (SELECT id, end FROM steps WHERE NOT EXISTS (SELECT 1 FROM merges m WHERE m.source_id = steps.end AND m.undone_at IS NULL))`

async function followMerges(tx: Tx) {
  const changed = await tx.values<[id: string, end: string | null]>(sql`${sql.raw(ends)}
    SELECT id, end FROM ends WHERE end IS NOT (SELECT merged_into FROM customers c WHERE c.id = ends.id)
    UNION ALL SELECT id, NULL FROM customers WHERE merged_into IS NOT NULL AND id NOT IN (SELECT id FROM ends)`)
  for (const [id, end] of changed) await tx.run(sql`UPDATE customers SET merged_into = ${end} WHERE id = ${id}`)
}

/** Somebody looked: these are two people, and are not asked about again. */
export async function tellApart(tx: Tx, by: Staff, ids: [string, string], now: Date) {
  for (const id of ids) if (!(await customerById(tx, id))) throw new Refusal('not_found')
  const [oneId, otherId] = ids.sort() as [string, string]
  await tx.insert(notTheSame).values({ oneId, otherId, by: by.id, at: now }).onConflictDoNothing()
  await audit(tx, by, 'tell_customers_apart', oneId, { after: { otherId } }, now)
}
