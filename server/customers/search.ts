import { type SQL, sql } from 'drizzle-orm'
import { fold } from '../../shared/fold.ts'

/** So many hits are shown. More are too many to choose from, and each costs as much as a whole answer may. */
export const hitsMost = 100
/** One more is looked for: whether there are more. */
const lookedFor = sql.raw(String(hitsMost + 1))
/** Phones are cheap to look at, and whose ends with the digits must not be missed among those that hold them. */
const phonesMost = 1000

/**
 * Who is meant by what was typed, each once: `id`, how well (`ends`, `written`), `number` of the newest record, how many
 * `records`. The newest are looked for first. Undefined if there is nothing that could be looked for.
 */
export function hitsOf(q: string): SQL | undefined {
  const words =
    q
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (words.length === 0) return undefined
  const digits = /\p{L}/u.test(q) ? '' : fold(q).replace(/\D/g, '')
  const alike = words.map(fold)
  const lists = [named(alike, 0)]
  if (words.join() !== alike.join()) lists.unshift(named(words, 1))
  if (digits.length >= 3) lists.push(phonesLike(digits))
  const found = sql.join(lists, sql` UNION ALL `)
  const records = sql.raw(lists.length > 1 ? 'count(DISTINCT h.number)' : 'count(*)')
  return sql`SELECT s.person_id AS id, max(h.ends) AS ends, max(h.written) AS written, max(h.number) AS number,
      ${records} AS records
    FROM (${found}) h JOIN customer_search s ON s.number = h.number GROUP BY 1`
}

/** Names stand there as they are written and folded, so a word finds either; the newest have the lowest rows. */
const named = (words: string[], written: 0 | 1) =>
  sql`SELECT number, ${sql.raw(String(written))} AS written, 0 AS ends FROM (SELECT -rowid AS number FROM customer_names
    WHERE customer_names MATCH ${words.map((word) => `"${word}"*`).join(' AND ')} ORDER BY rowid LIMIT ${lookedFor})`

/** People say the last digits: three to six mean the end. A whole number is looked up, since it holds what most hold. */
function phonesLike(digits: string): SQL {
  const whole = localOf(digits).match(/^0(\d{9,})$/)?.[1]
  if (whole)
    return sql`SELECT s.number, 0, 1 FROM customers o JOIN customer_search s ON s.customer_id = o.id
      WHERE o.phone >= ${`+84${whole}`} AND o.phone < ${`+84${whole}:`}`
  const ends = digits.length <= 6 ? sql`phone LIKE ${`%${digits}`}` : sql`0`
  return sql`SELECT * FROM (SELECT number, 0, ends FROM (SELECT rowid AS number, ${ends} AS ends FROM customer_phones
    WHERE customer_phones MATCH ${phonesAsked(digits)} ORDER BY rowid DESC LIMIT ${sql.raw(String(phonesMost))})
    ORDER BY ends DESC, number DESC LIMIT ${lookedFor})`
}

const phonesAsked = (digits: string) => [...new Set([digits, localOf(digits)])].map((some) => `"${some}"`).join(' OR ')

/** 84912… and 0084912… are 0912…, unless they stand in the middle. */
const localOf = (digits: string) => digits.replace(/^(0084|84)(?=\d{3})/, '0')
