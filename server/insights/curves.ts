import { sql } from 'drizzle-orm'
import { dayAt } from '../../shared/day-number.ts'
import type { Reader } from '../database.ts'
import { rateOf } from './rates.ts'
import type { Stretch } from './spans.ts'
import { windowsAt } from './windows.ts'

/** Retention as it was at the end of each of the last weeks (M-2), oldest first. */
export async function retentionCurve(db: Reader, { length, until }: Stretch, weeks = 52) {
  const ends = Array.from({ length: weeks }, (_, i) => until - 7 * (weeks - 1 - i))
  const now = await windowsAt(db, length, ends)
  const before = await windowsAt(
    db,
    length,
    ends.map((day) => day - length),
  )
  return ends.map((day, i) => ({ day: dayAt(day), ...rateOf(now[i]!.retained, before[i]!.active) }))
}

/** Each day of a stretch: what it brought, how many came, how many of them for the first time. */
export async function daysIn(db: Reader, { length, until }: Stretch) {
  const rows = await db.values<[number, number, number, number, number]>(sql`SELECT d.value, coalesce(f.net_vnd, 0),
      coalesce(f.visits, 0), coalesce(n.customers, 0), coalesce(f.nameless, 0)
    FROM json_each(${JSON.stringify(Array.from({ length }, (_, i) => until - length + 1 + i))}) d
    LEFT JOIN day_figures f ON f.day = d.value LEFT JOIN first_days n ON n.day = d.value ORDER BY d.value`)
  return rows.map(([day, netVnd, visits, fresh, nameless]) => ({
    ...{ day: dayAt(day), netVnd, visits, newCustomers: fresh, returning: visits - fresh, nameless },
  }))
}

/** How many purchases fell into each hour of each weekday (1 is Monday) of a stretch. */
export async function hoursIn(db: Reader, { length, until }: Stretch) {
  const rows = await db.values<[number, number, number]>(sql`SELECT (day + 3) % 7 + 1 AS weekday, hour, sum(purchases)
    FROM hour_figures WHERE day BETWEEN ${until - length + 1} AND ${until} GROUP BY weekday, hour HAVING sum(purchases) > 0`)
  return rows.map(([weekday, hour, purchases]) => ({ weekday, hour, purchases }))
}
