import { type SQL, sql } from 'drizzle-orm'
import { segments } from '../../drizzle/schema/index.ts'
import type { Reader, Tx } from '../database.ts'
import { holds, people, type Today } from './conditions.ts'
import type { Segment } from './segments.ts'

/** So many people a step: nobody waits long behind it. */
const peopleAtOnce = 500

export const trackedSegments = (db: Reader): Promise<Segment[]> => db.select().from(segments)

/** People in the order of their ids: after one, up to and with another. */
export type Span = { after: string; upTo: string }

/** The next people after one, none if there are no more. */
export async function spanAfter(db: Reader, after: string): Promise<Span | undefined> {
  const [row] = await db.values<[string | null]>(
    sql`SELECT max(id) FROM (SELECT id FROM customers WHERE id > ${after} ORDER BY id LIMIT ${peopleAtOnce})`,
  )
  return row?.[0] ? { after, upTo: row[0] } : undefined
}

/** Who of some people is in a segment and is not written down so, or the other way round. A segment that is off has nobody. */
export async function changesOf(db: Reader, { id, rule, active }: Segment, today: Today, { after, upTo }: Span) {
  const isIn = active ? sql`(c.merged_into IS NULL AND ${holds(rule, today)})` : sql`0`
  const idsOf = async (where: SQL) =>
    (
      await db.values<[string]>(sql`SELECT c.id FROM ${people} WHERE c.id > ${after} AND c.id <= ${upTo} AND ${where}`)
    ).map(([customerId]) => customerId)
  const isKnown = sql`EXISTS (SELECT 1 FROM segment_members m WHERE m.segment_id = ${id} AND m.customer_id = c.id)`
  return {
    entered: await idsOf(sql`${isIn} AND NOT ${isKnown}`),
    left: await idsOf(sql`${isKnown} AND NOT ${isIn}`),
  }
}

/** Writes down who of some people entered and left, with the moment (P-6). */
export async function trackSome(tx: Tx, segment: Segment, today: Today, span: Span) {
  const { entered, left } = await changesOf(tx, segment, today, span)
  const { id } = segment
  const at = today.now.getTime()
  const note = (what: string, ids: string[]) =>
    tx.run(sql`INSERT INTO segment_events (segment_id, customer_id, what, at)
      SELECT ${id}, value, ${what}, ${at} FROM json_each(${JSON.stringify(ids)})`)
  if (entered.length > 0) {
    await tx.run(sql`INSERT INTO segment_members (segment_id, customer_id, entered_at)
      SELECT ${id}, value, ${at} FROM json_each(${JSON.stringify(entered)})`)
    await note('entered', entered)
  }
  if (left.length > 0) {
    await tx.run(sql`DELETE FROM segment_members WHERE segment_id = ${id}
      AND customer_id IN (SELECT value FROM json_each(${JSON.stringify(left)}))`)
    await note('left', left)
  }
}
