import { sql } from 'drizzle-orm'
import type { DuplicateReason } from '../../shared/merges.ts'
import type { Reader } from '../database.ts'

const pairsMost = 50
/** More people of one name are a common name, not a mistake; to compare each with each would take long. */
const namesakesMost = 50

/** All but one digit: two phones of one length that differ in one place. */
const differInOne = `length(a.phone) = length(b.phone) AND a.phone <> b.phone AND (SELECT count(*) FROM generate_series(1, length(a.phone)) d
  WHERE substr(a.phone, d.value, 1) <> substr(b.phone, d.value, 1)) = 1`

const namesakes = `(SELECT name_folded FROM customers WHERE merged_into IS NULL GROUP BY name_folded HAVING count(*) BETWEEN 2 AND ${namesakesMost})`

/** Why each pair may be one person, the surest reason first. A name by itself is none (P-2). */
const pairs: Record<DuplicateReason, string> = {
  phone: `SELECT a.id AS one, b.id AS other, 'phone' AS reason, 0 AS place FROM customers a JOIN customers b ON b.phone = a.phone AND b.id > a.id
    WHERE a.phone IN (SELECT phone FROM customers WHERE phone IS NOT NULL GROUP BY phone HAVING count(*) > 1)`,
  birthday: `SELECT a.id, b.id, 'birthday', 1 FROM customers a JOIN customers b ON b.name_folded = a.name_folded AND b.id > a.id
    AND b.birth_day = a.birth_day AND coalesce(b.birth_year, a.birth_year, 0) = coalesce(a.birth_year, b.birth_year, 0)
    WHERE a.birth_day IS NOT NULL AND a.name_folded IN ${namesakes}`,
  near_phone: `SELECT a.id, b.id, 'near_phone', 2 FROM customers a JOIN customers b ON b.name_folded = a.name_folded AND b.id > a.id
    WHERE a.phone IS NOT NULL AND b.phone IS NOT NULL AND a.name_folded IN ${namesakes} AND ${differInOne}`,
}

type Pair = [one: string, other: string, reason: DuplicateReason]

/** Pairs of people who may be one, with what is known of each; those that cannot be, since Zalo knows them apart, are left out. */
export async function duplicates(db: Reader) {
  const rows = await db.values<Pair>(sql`SELECT one, other, reason FROM (
      SELECT one, other, reason, min(place) AS place FROM (${sql.raw(Object.values(pairs).join(' UNION ALL '))}) GROUP BY one, other) p
    JOIN customers a ON a.id = one JOIN customers b ON b.id = other
    WHERE a.merged_into IS NULL AND b.merged_into IS NULL
      AND NOT EXISTS (SELECT 1 FROM not_the_same n WHERE n.one_id = one AND n.other_id = other)
      AND NOT (a.zalo_user_id IS NOT NULL AND b.zalo_user_id IS NOT NULL)
      AND NOT (a.phone_proven_at IS NOT NULL AND b.phone_proven_at IS NOT NULL AND a.phone <> b.phone)
    ORDER BY place, one, other LIMIT ${pairsMost}`)
  const people = await sidesOf(db, [...new Set(rows.flatMap((pair) => pair.slice(0, 2)))])
  return rows.map(([one, other, reason]) => ({ reason, one: people.get(one)!, other: people.get(other)! }))
}

type Side = [
  ...[id: string, name: string, phone: string | null, proven: 0 | 1, onZalo: 0 | 1, birthDay: string | null],
  ...[note: string, createdAt: number, visits: number | null, netVnd: number | null, points: number],
]

/** What a page that lays two people side by side shows of each. */
async function sidesOf(db: Reader, ids: string[]) {
  const rows = await db.values<Side>(sql`SELECT c.id, c.name, c.phone, c.phone_proven_at IS NOT NULL,
      c.zalo_user_id IS NOT NULL, c.birth_day, c.note, c.created_at, f.visits, f.net_vnd,
      (SELECT coalesce(sum(active + owed), 0) FROM wallets w JOIN customers o ON o.id = w.customer_id
        WHERE w.wallet = 'points' AND (o.id = c.id OR o.merged_into = c.id))
    FROM json_each(${JSON.stringify(ids)}) e JOIN customers c ON c.id = e.value
    LEFT JOIN customer_figures f ON f.person_id = c.id`)
  return new Map(
    rows.map(([id, name, phone, proven, onZalo, birthDay, note, createdAt, visits, netVnd, points]) => [
      id,
      {
        ...{ id, name, phone, phoneProven: proven === 1, onZalo: onZalo === 1, birthDay, note, points },
        ...{ createdAt: new Date(createdAt), visits: visits ?? 0, netVnd: netVnd ?? 0 },
      },
    ]),
  )
}
