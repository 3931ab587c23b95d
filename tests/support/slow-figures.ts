import { sql } from 'drizzle-orm'
import type { Reader } from '../../server/database.ts'
import { dayAt } from '../../shared/day-number.ts'

/** Every purchase as the definitions say, straight from visits, orders and what was paid back; Vietnam's days. */
const paid = `paid AS (
  SELECT coalesce(c.merged_into, c.id) AS person, date(b.starts_at / 1000, 'unixepoch', '+7 hours') AS day, b.price_vnd AS goods, b.discount_vnd AS off,
    b.covered_by_points_vnd AS points, (SELECT coalesce(sum(amount_vnd), 0) FROM visit_refunds WHERE booking_id = b.id) AS back, b.service_id AS service, b.id AS id
  FROM bookings b LEFT JOIN customers c ON c.id = b.customer_id WHERE b.status = 'completed'
  UNION ALL
  SELECT coalesce(c.merged_into, c.id), date(o.created_at / 1000, 'unixepoch', '+7 hours'), o.goods_vnd, o.discount_vnd, o.covered_by_points_vnd,
    (SELECT coalesce(sum(amount_vnd - shipping_vnd), 0) FROM order_refunds WHERE order_id = o.id), '', o.id
  FROM orders o LEFT JOIN customers c ON c.id = o.customer_id WHERE o.status = 'done')`
const kept = `${paid}, kept AS (SELECT * FROM paid WHERE back = 0 OR goods - off - points - back > 0),
  visit AS (SELECT DISTINCT person, day FROM kept WHERE person IS NOT NULL)`

/** The figures of so many days up to and with a day, reckoned the long way. */
export async function slowFigures(
  db: Reader,
  { length, until }: { length: number; until: number },
  secondDays: number,
) {
  const last = `'${dayAt(until)}'`
  const first = `'${dayAt(until - length + 1)}'`
  const one = async (query: string) => (await db.values<number[]>(sql.raw(`WITH ${kept} ${query}`)))[0]!.map(Number)
  const inP1 = `day BETWEEN ${first} AND ${last}`
  const inP0 = `day BETWEEN '${dayAt(until - 2 * length + 1)}' AND '${dayAt(until - length)}'`
  const [grossVnd, discountVnd, pointsVnd, netVnd, purchases, nameless] = await one(
    `SELECT coalesce(sum(goods - back), 0), coalesce(sum(off), 0), coalesce(sum(points), 0), coalesce(sum(goods - off - points - back), 0), count(*),
      coalesce(sum(person IS NULL), 0) FROM kept WHERE ${inP1}`,
  )
  const within = (at: string) => `date(${at} / 1000, 'unixepoch', '+7 hours') BETWEEN ${first} AND ${last}`
  const used = `FROM vouchers v JOIN offers o ON o.id = v.offer_id WHERE v.state = 'used' AND ${within('v.ended_at')}`
  const [giftsVnd, giftsByPointsVnd, cutsByPointsVnd] =
    await one(`SELECT coalesce(sum(iif(o.kind = 'gift', v.cost_vnd, 0)), 0),
    coalesce(sum(iif(o.kind = 'gift' AND v.points > 0, v.cost_vnd, 0)), 0), coalesce(sum(iif(o.kind <> 'gift' AND v.points > 0, v.cost_vnd, 0)), 0) ${used}`)
  const [pointsIssued] =
    await one(`SELECT -coalesce(sum(p.amount), 0) FROM postings p JOIN ledger_entries e ON e.id = p.entry_id
    WHERE e.wallet = 'points' AND p.account IN ('issued', 'taken_back') AND ${within('e.at')}`)
  const [messages, messagesVnd] = await one(
    `SELECT count(*), coalesce(sum(cost_vnd), 0) FROM outbox WHERE sent_at IS NOT NULL AND ${within('sent_at')}`,
  )
  const [knownVnd] = await one(
    `SELECT coalesce(sum(goods - off - points - back), 0) FROM kept WHERE person IS NOT NULL AND ${inP1}`,
  )
  const [pointCostVnd, pointsSpent] =
    await one(`SELECT coalesce(sum(iif(v.points > 0, v.cost_vnd, 0)), 0), coalesce(sum(v.points), 0) FROM vouchers v
    WHERE v.state = 'used' AND date(v.ended_at / 1000, 'unixepoch', '+7 hours') BETWEEN '${dayAt(until - 364)}' AND ${last}`)
  const eachVnd = pointsSpent! > 0 ? pointCostVnd! / pointsSpent! : 0
  const [visits, customers] = await one(`SELECT count(*), count(DISTINCT person) FROM visit WHERE ${inP1}`)
  const [before, retained] =
    await one(`SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM visit b WHERE b.person = a.person AND b.${inP1})), 0)
    FROM (SELECT DISTINCT person FROM visit WHERE ${inP0}) a`)
  const [returning] = await one(`SELECT count(*) FROM (SELECT DISTINCT person FROM visit WHERE ${inP1}) a
    WHERE EXISTS (SELECT 1 FROM visit b WHERE b.person = a.person AND b.day < ${first})`)
  const [twice] = await one(
    `SELECT count(*) FROM (SELECT person FROM visit WHERE ${inP1} GROUP BY person HAVING count(*) >= 2)`,
  )
  const [observed, again] =
    await one(`SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM visit v WHERE v.person = f.person AND v.day > f.day
      AND julianday(v.day) - julianday(f.day) <= ${secondDays})), 0)
    FROM (SELECT person, min(day) AS day FROM visit GROUP BY person) f
    WHERE f.day BETWEEN '${dayAt(until - secondDays - 364)}' AND '${dayAt(until - secondDays)}'`)
  return {
    ...{
      grossVnd,
      discountVnd,
      pointsVnd,
      netVnd,
      purchases,
      nameless,
      visits,
      customers,
      before,
      retained,
      returning,
    },
    ...{
      twice,
      observed,
      again,
      giftsVnd,
      giftsByPointsVnd,
      cutsByPointsVnd,
      pointsIssued,
      messages,
      messagesVnd,
      knownVnd,
    },
    givenVnd: discountVnd! - cutsByPointsVnd! + giftsVnd! - giftsByPointsVnd! + Math.round(pointsIssued! * eachVnd),
    usedVnd: discountVnd! + giftsVnd! + pointsVnd!,
  }
}

/** Who came first in a month and again in another (or in it or later): the long way. Months as `2026-05`. */
export const slowCohorts = (db: Reader, bounded: boolean) =>
  db.values<[string, string, number]>(
    sql.raw(`WITH ${kept}, first AS (SELECT person, substr(min(day), 1, 7) AS month, substr(max(day), 1, 7) AS last FROM visit GROUP BY person),
      months AS (SELECT DISTINCT substr(day, 1, 7) AS month FROM visit UNION SELECT substr(date('${dayAt(0)}'), 1, 7))
      SELECT f.month, m.month, count(DISTINCT f.person) FROM first f JOIN months m ON m.month >= f.month
      WHERE ${bounded ? 'EXISTS (SELECT 1 FROM visit v WHERE v.person = f.person AND substr(v.day, 1, 7) = m.month)' : 'f.last >= m.month'}
      GROUP BY 1, 2`),
  )

/** The days on which each person came, from the first on, and what they had then. */
export async function visitsByPerson(db: Reader) {
  const rows = await db.values<[string, number, string]>(
    sql.raw(`WITH ${kept} SELECT person, CAST(julianday(day) - julianday('1970-01-01') AS INTEGER) AS at, max(service) FROM kept
      WHERE person IS NOT NULL GROUP BY person, day ORDER BY person, day`),
  )
  const people = new Map<string, typeof rows>()
  for (const row of rows) people.set(row[0], [...(people.get(row[0]) ?? []), row])
  return people
}

/** What was bought and not paid back whole: which bill, whose, on which day, and what it brought. */
export const purchasesOf = async (db: Reader) =>
  (
    await db.values<[string, string | null, number, number]>(
      sql.raw(
        `WITH ${kept} SELECT id, person, CAST(julianday(day) - julianday('1970-01-01') AS INTEGER), goods - off - points - back FROM kept`,
      ),
    )
  ).map(([id, person, day, netVnd]) => ({ id, person, day, netVnd }))
export type Purchase = Awaited<ReturnType<typeof purchasesOf>>[number]
