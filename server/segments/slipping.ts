import { sql } from 'drizzle-orm'
import { dayAt } from '../../shared/day-number.ts'
import type { Reader } from '../database.ts'
import { people, standings, type Today } from './conditions.ts'
import { bookedAhead } from './invite.ts'

const pageSize = 50

/**
 * What a year of somebody is worth: what they spend a visit, times the visits that their rhythm gives in 365 days, and
 * never more than they spent in the best 12 months so far.
 */
const stakeVnd = sql`cast(min(f.net_vnd * 1.0 / f.visits * 365 / max(1, f.expected_on - f.last_day),
  (SELECT max(year_vnd) FROM (SELECT sum(net_vnd) OVER (ORDER BY day RANGE BETWEEN 364 PRECEDING AND CURRENT ROW) AS year_vnd
    FROM visit_days WHERE person_id = c.id))) AS integer)`

/** Who is late by their own rhythm, has not left, and has nothing booked (C-7): most at stake first. */
export async function slippingPeople(db: Reader, today: Today, offset: number) {
  const from = sql`FROM ${people} WHERE c.merged_into IS NULL AND ${standings.late(today)} AND NOT ${bookedAhead(today.now)}`
  const [[total, totalVnd] = [0, 0]] = await db.values<[number, number]>(
    sql`SELECT count(*), coalesce(sum(vnd), 0) FROM (SELECT ${stakeVnd} AS vnd ${from})`,
  )
  type Row = [string, string, string | null, visits: number, vnd: number, ...number[]]
  const rows =
    await db.values<Row>(sql`SELECT c.id, c.name, c.phone, f.visits, ${stakeVnd}, f.last_day, f.expected_on, f.late_on
    ${from} ORDER BY 5 DESC, c.id LIMIT ${pageSize} OFFSET ${offset}`)
  return {
    ...{ total, totalVnd },
    people: rows.map(([id, name, phone, visits, valueVnd, lastDay = 0, expectedOn = 0, lateOn = 0]) => ({
      ...{ id, name, phone, visits, valueVnd, gapDays: expectedOn - lastDay, awayDays: today.day - lastDay },
      ...{ lastDay: dayAt(lastDay), expectedDay: dayAt(expectedOn) },
      ...{ daysLate: today.day - expectedOn, lateSince: dayAt(lateOn) },
    })),
  }
}
