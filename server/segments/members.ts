import { type SQL, sql } from 'drizzle-orm'
import { dayAt } from '../../shared/day-number.ts'
import type { Rule } from '../../shared/segments.ts'
import type { Reader } from '../database.ts'
import { holds, people, type Today } from './conditions.ts'

const pageSize = 50

type Size = { people: number; netVnd: number; visits: number; averageVnd: number | null }
export type Sizes = { sizes: Size[]; people: number; netVnd: number }

/** How many people each rule means and what they have spent, beside all of the shop; one look at the customers for all rules. */
export async function sizesOf(db: Reader, rules: Rule[], today: Today): Promise<Sizes> {
  const columns = rules.map((rule, i) => sql`, ${holds(rule, today)} AS ${sql.raw(`r${i}`)}`)
  const sums = rules.map((_, i) =>
    sql.raw(`, coalesce(sum(r${i}), 0), coalesce(sum(iif(r${i}, net, 0)), 0), coalesce(sum(iif(r${i}, visits, 0)), 0)`),
  )
  const [row] = await db.values<number[]>(sql`WITH looked AS MATERIALIZED (
      SELECT coalesce(f.net_vnd, 0) AS net, coalesce(f.visits, 0) AS visits ${joined(columns)}
      FROM ${people} WHERE c.merged_into IS NULL)
    SELECT count(*), coalesce(sum(net), 0) ${joined(sums)} FROM looked`)
  const [all = 0, allVnd = 0, ...rest] = row ?? []
  const sizes = rules.map((_, i) => {
    const [count = 0, netVnd = 0, visits = 0] = rest.slice(i * 3)
    return { people: count, netVnd, visits, averageVnd: visits > 0 ? Math.round(netVnd / visits) : null }
  })
  return { sizes, people: all, netVnd: allVnd }
}

const joined = (parts: SQL[]) => sql.join(parts, sql.raw(''))

/** Who is meant, those who spent most first. */
export async function membersOf(db: Reader, rule: Rule, today: Today, offset: number) {
  const rows = await db.values<[string, string, string | null, number, number, number | null]>(sql`
    SELECT c.id, c.name, c.phone, coalesce(f.visits, 0), coalesce(f.net_vnd, 0), f.last_day FROM ${people}
    WHERE c.merged_into IS NULL AND ${holds(rule, today)}
    ORDER BY coalesce(f.net_vnd, 0) DESC, c.id LIMIT ${pageSize} OFFSET ${offset}`)
  return rows.map(([id, name, phone, visits, netVnd, lastDay]) => ({
    ...{ id, name, phone, visits, netVnd },
    lastDay: lastDay === null ? null : dayAt(lastDay),
  }))
}
