import { sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import type { Stretch } from './spans.ts'

/**
 * Of the last so many days up to and with each of the given ones: how many customers were there, how many twice or more,
 * and how many also in as many days before those.
 */
export async function windowsAt(db: Reader, length: number, days: number[]) {
  // One pass: a day's counts are the sums of all changes up to it.
  const rows = await db.values<
    [number, number, number, number]
  >(sql`SELECT day, sum(active) OVER days, sum(twice) OVER days,
      sum(retained) OVER days FROM window_deltas WHERE length = ${length} AND day <= ${Math.max(...days)}
    WINDOW days AS (ORDER BY day) ORDER BY day`)
  return days.map((day) => {
    const [, active, twice, retained] = rows[lastUpTo(rows, day)] ?? [day, 0, 0, 0]
    return { active, twice, retained }
  })
}

/** The same of two stretches of any length, counted from the visits themselves. */
export async function countedIn(db: Reader, stretch: Stretch, earlier: Stretch) {
  const came = ({ length, until }: Stretch) =>
    sql`(SELECT person_id, count(*) AS times FROM visit_days WHERE day BETWEEN ${until - length + 1} AND ${until} GROUP BY 1)`
  const [row] = await db.values<[number, number, number, number]>(sql`SELECT count(*), coalesce(sum(n.times > 1), 0),
      count(b.person_id), (SELECT count(*) FROM ${came(earlier)})
    FROM ${came(stretch)} n LEFT JOIN ${came(earlier)} b ON b.person_id = n.person_id`)
  const [active, twice, retained, before] = row!
  return { now: { active, twice, retained }, before: { active: before } }
}

/** The place of the last row up to a day, -1 if there is none; rows rise by day. */
function lastUpTo(rows: [day: number, ...unknown[]][], day: number): number {
  let [from, to] = [0, rows.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if (rows[middle]![0] <= day) from = middle + 1
    else to = middle
  }
  return from - 1
}

/** Customers whose first visit was in [from, to], and of them those who came again in time; days are counted from 1970. */
export async function firstsIn(db: Reader, from: number, to: number) {
  const [row] = await db.values<[number, number, number, number, number]>(sql`SELECT coalesce(sum(customers), 0),
    coalesce(sum(within_30), 0), coalesce(sum(within_45), 0), coalesce(sum(within_60), 0), coalesce(sum(within_90), 0)
    FROM first_days WHERE day BETWEEN ${from} AND ${to}`)
  const [customers, within30, within45, within60, within90] = row!
  return { customers, within: { 30: within30, 45: within45, 60: within60, 90: within90 } }
}

/** By their own rhythm (M-9, M-10): who was active and who had left on a day, and who left in the days of [from, to]. */
export async function standingAt(db: Reader, day: number) {
  const [row] = await db.values<[number, number]>(sql`SELECT coalesce(sum(active), 0), coalesce(sum(lapsed), 0)
    FROM standing_deltas WHERE day <= ${day}`)
  return { active: row![0], lapsed: row![1] }
}

export async function leavingIn(db: Reader, from: number, to: number) {
  const [[left] = [0]] = await db.values<
    [number]
  >(sql`SELECT coalesce(sum(leaving * (${to} - max(day, ${from}) + 1)), 0)
    FROM standing_deltas WHERE day <= ${to}`)
  return left
}
