import { sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { peopleOf } from './people.ts'

/** The merges that made a person of several records, the newest first; each can be undone. */
export async function mergesInto(db: Reader, id: string) {
  const rows = await db.values<
    [id: string, name: string, phone: string | null, at: number]
  >(sql`SELECT m.id, c.name, c.phone, m.at
    FROM merges m JOIN customers c ON c.id = m.source_id
    WHERE m.undone_at IS NULL AND m.target_id IN ${peopleOf(sql`${id}`)} ORDER BY m.at DESC, m.id DESC`)
  return rows.map(([mergeId, name, phone, at]) => ({ id: mergeId, name, phone, at: new Date(at) }))
}

/** Who a person is at Zalo, by whichever of their records. */
export async function zaloUserOf(db: Reader, id: string): Promise<string | null> {
  const [row] = await db.values<[string]>(sql`SELECT zalo_user_id FROM customers
    WHERE id IN ${peopleOf(sql`${id}`)} AND zalo_user_id IS NOT NULL LIMIT 1`)
  return row?.[0] ?? null
}

/** The phone of a record that was merged into somebody who has none of their own. */
export async function phoneOf(db: Reader, id: string): Promise<string | null> {
  const [row] = await db.values<
    [string]
  >(sql`SELECT phone FROM customers WHERE merged_into = ${id} AND phone IS NOT NULL
    ORDER BY phone_proven_at IS NULL, created_at LIMIT 1`)
  return row?.[0] ?? null
}
