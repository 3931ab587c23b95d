import { type SQL, sql } from 'drizzle-orm'
import type { Figure } from '../../shared/figures.ts'
import type { Reader } from '../database.ts'
import type { Stretch } from './spans.ts'

const seenIn = (from: number, to: number) =>
  sql`EXISTS (SELECT 1 FROM visit_days v WHERE v.person_id = f.person_id AND v.day BETWEEN ${from} AND ${to})`
const month = (day: SQL) =>
  sql`(strftime('%Y', ${day} * 86400, 'unixepoch') * 12 + strftime('%m', ${day} * 86400, 'unixepoch') - 1)`

/** Who came first in a month; `seenIn` also in that one, or, unless `bounded`, in that or a later one. */
type Cohort = { month: number; seenIn?: number; bounded?: boolean }

/** Whom a figure counts: the customers behind each numerator, and those it misses. */
function condition(which: Figure, { length, until }: Stretch, cohort: Cohort): SQL {
  const from = until - length + 1
  const before = seenIn(from - length, from - 1)
  switch (which) {
    case 'customers':
      return seenIn(from, until)
    case 'retained':
      return sql`${before} AND ${seenIn(from, until)}`
    case 'not_retained':
      return sql`${before} AND NOT ${seenIn(from, until)}`
    case 'new':
      return sql`f.first_day BETWEEN ${from} AND ${until}`
    case 'returning':
      return sql`f.first_day < ${from} AND ${seenIn(from, until)}`
    case 'once':
      return sql`f.visits = 1 AND ${seenIn(from, until)}`
    case 'active':
      return sql`f.active_until >= ${until} AND f.first_day <= ${until}`
    case 'late':
      return sql`f.late_on <= ${until} AND f.lapses_on > ${until}`
    case 'left':
      return sql`f.lapses_on <= ${until}`
    case 'leaving':
      return sql`f.lapses_on BETWEEN ${from} AND ${until}`
    case 'cohort':
      return sql`${month(sql`f.first_day`)} = ${cohort.month} AND ${
        cohort.seenIn === undefined
          ? sql`1`
          : sql`EXISTS (SELECT 1 FROM visit_days v WHERE v.person_id = f.person_id AND v.month ${cohort.bounded === false ? sql`>=` : sql`=`} ${cohort.seenIn})`
      }`
  }
}

const pageSize = 50

/** The customers behind a figure, those who spent most first. */
export async function whose(
  db: Reader,
  { which, offset, ...asked }: Stretch & { which: Figure; offset: number } & Cohort,
) {
  const where = condition(which, asked, asked)
  const [[total] = [0]] = await db.values<[number]>(sql`SELECT count(*) FROM customer_figures f WHERE ${where}`)
  const rows = await db.values<
    [string, string, string | null, number, number, number, number]
  >(sql`SELECT c.id, c.name, c.phone,
      f.visits, f.net_vnd, f.last_day, f.expected_on
    FROM customer_figures f JOIN customers c ON c.id = f.person_id WHERE ${where} ORDER BY f.net_vnd DESC, c.id LIMIT ${pageSize} OFFSET ${offset}`)
  const customers = rows.map(([id, name, phone, visits, netVnd, lastDay, expectedOn]) => ({
    ...{ id, name, phone, visits, netVnd, lastDay, expectedOn },
  }))
  return { total, customers }
}
