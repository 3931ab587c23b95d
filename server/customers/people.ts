import { sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'

/** Everybody that somebody is: the record they were merged into and all that were. Ledgers stay with whom they were written for (P-4). */
export const peopleOf = (customerId: unknown) => {
  const head = sql`(SELECT coalesce(merged_into, id) FROM customers WHERE id = ${customerId})`
  return sql`(SELECT ${head} UNION ALL SELECT id FROM customers WHERE merged_into = ${head})`
}

/** The ids of all records of one person, the one that stands for them first; nothing if there is no such record. */
export async function recordsOf(db: Reader, customerId: string): Promise<string[]> {
  const rows = await db.values<[string | null]>(sql`SELECT * FROM ${peopleOf(sql`${customerId}`)}`)
  return rows.flatMap(([id]) => id ?? [])
}

/** Whether two records are one person. */
export const isSamePerson = async (db: Reader, one: string, other: string) =>
  one === other || (await recordsOf(db, one)).includes(other)
