import { sql } from 'drizzle-orm'
import { monthAt } from '../../shared/day-number.ts'
import type { Rate } from '../../shared/figures.ts'
import type { Reader } from '../database.ts'
import { rateOf } from './rates.ts'

export type Cohort = { month: string; customers: number; cells: (Rate & { whole: boolean })[] }

/**
 * M-8. A row a month of first visits, a column the months since: who came in that month (bounded), or in that month or a
 * later one (unbounded). `whole` cells lie in months that are over by `thisMonth`; the mean weighs rows by their customers
 * and takes whole cells alone.
 */
export async function cohortsOf(db: Reader, thisMonth: number, { months = 12, bounded = true } = {}) {
  const first = thisMonth - months + 1
  const sizes = new Map(
    await db.values<[number, number]>(sql`SELECT first_month, sum(customers) FROM cohort_lasts
      WHERE first_month BETWEEN ${first} AND ${thisMonth} GROUP BY first_month HAVING sum(customers) > 0`),
  )
  const counts = await db.values<[number, number, number]>(
    bounded
      ? sql`SELECT first_month, month, customers FROM cohort_cells WHERE first_month BETWEEN ${first} AND ${thisMonth}`
      : sql`SELECT first_month, last_month, sum(customers) OVER (PARTITION BY first_month ORDER BY last_month DESC)
          FROM cohort_lasts WHERE first_month BETWEEN ${first} AND ${thisMonth}`,
  )
  const seen = (row: number, month: number) => {
    const of = counts.filter(([firstMonth]) => firstMonth === row)
    if (bounded) return of.find(([, at]) => at === month)?.[2] ?? 0
    return of.filter(([, at]) => at >= month).reduce((most, [, , customers]) => Math.max(most, customers), 0)
  }
  const rows = [...sizes.entries()]
    .sort(([a], [b]) => a - b)
    .map(([row, customers]): Cohort => {
      const cells = Array.from({ length: thisMonth - row + 1 }, (_, k) => ({
        ...rateOf(seen(row, row + k), customers),
        whole: row + k < thisMonth,
      }))
      return { month: monthAt(row), customers, cells }
    })
  return { rows, mean: weightedMean(rows) }
}

/** Of each column: all who came of all whose month is over (PostHog's weighted mean), not the mean of shares. */
export function weightedMean(rows: Pick<Cohort, 'cells'>[]): Rate[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: width }, (_, k) => {
    const cells = rows.flatMap((row) => row.cells[k] ?? []).filter(({ whole }) => whole)
    const sum = (of: 'numerator' | 'denominator') => cells.reduce((all, cell) => all + cell[of], 0)
    return rateOf(sum('numerator'), sum('denominator'))
  })
}

/** O-10: what each customer who first came in a month has spent by so many months later, in revenue, months added up. */
export async function valueByCohort(db: Reader, thisMonth: number, months: number) {
  const first = thisMonth - months + 1
  const rows = await db.values<[number, number, number]>(sql`SELECT c.first_month, c.month,
      sum(c.net_vnd) OVER (PARTITION BY c.first_month ORDER BY c.month) * 1.0 /
        (SELECT sum(l.customers) FROM cohort_lasts l WHERE l.first_month = c.first_month)
    FROM cohort_cells c WHERE c.first_month BETWEEN ${first} AND ${thisMonth} AND EXISTS
      (SELECT 1 FROM cohort_lasts l WHERE l.first_month = c.first_month AND l.customers > 0) ORDER BY c.first_month, c.month`)
  const cohorts = [...new Set(rows.map(([month]) => month))]
  return cohorts.map((month) => {
    const spent = rows.filter(([of]) => of === month)
    const upTo = (at: number) => spent.findLast(([, each]) => each <= at)?.[2] ?? 0
    return {
      month: monthAt(month),
      perCustomerVnd: Array.from({ length: thisMonth - month + 1 }, (_, k) => Math.round(upTo(month + k))),
    }
  })
}
