import { sql } from 'drizzle-orm'
import { dayAt } from '../../shared/day-number.ts'
import { instantOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Reader } from '../database.ts'
import { rateOf } from './rates.ts'

/**
 * Of whoever somebody served in the days [from, to], with any part of a visit: how many came again at all within `within`
 * days of the last of these visits, and to the same person (O-8, M-45). Visits whose time to return is not over by `today`
 * are left aside. New are those whose very first visit is among these.
 */
export async function staffFigures(db: Reader, from: number, to: number, today: number, within = 60) {
  const { zone } = await shopOf(db)
  const [start, end] = [from, Math.min(to, today - within) + 1].map((day) => instantOf(dayAt(day), 0, zone).getTime())
  // next_day is that of the last day as it is the only one of which a greatest is asked (SQLite's bare columns).
  const rows = await db.values<[string, string, number, number, number, number, number, number]>(sql`
    WITH served AS (SELECT DISTINCT p.staff_id AS id, v.person_id, v.day, v.next_day, v.prev_day IS NULL AS is_new
      FROM bookings b JOIN booking_parts p ON p.booking_id = b.id JOIN purchase_facts f ON f.id = b.id
      JOIN visit_days v ON v.person_id = f.person_id AND v.day = f.day
      WHERE b.status = 'completed' AND b.starts_at >= ${start} AND b.starts_at < ${end}),
    last AS (SELECT id, person_id, max(day) AS day, next_day, sum(is_new) AS is_new FROM served GROUP BY id, person_id)
    SELECT t.id, s.name, count(*), sum(back), sum(same), sum(is_new), sum(is_new AND back), sum(back AND next_known) FROM (
      SELECT l.id, l.is_new, coalesce(l.next_day - l.day <= ${within}, 0) AS back,
        coalesce(l.next_day - l.day <= ${within}, 0) AND EXISTS (SELECT 1 FROM purchase_facts n JOIN booking_parts p ON p.booking_id = n.id
          WHERE n.person_id = l.person_id AND n.day = l.next_day AND p.staff_id = l.id) AS same,
        EXISTS (SELECT 1 FROM purchase_facts n WHERE n.person_id = l.person_id AND n.day = l.next_day AND n.kind = 'visit') AS next_known
      FROM last l) t JOIN staff_members s ON s.id = t.id GROUP BY t.id ORDER BY s.name`)
  return rows.map(([id, name, people, back, same, fresh, freshBack, known]) => ({
    ...{ id, name },
    returned: rateOf(back, people),
    newReturned: rateOf(freshBack, fresh),
    sameAgain: rateOf(same, known),
  }))
}
