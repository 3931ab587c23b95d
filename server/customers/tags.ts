import { sql } from 'drizzle-orm'
import { customerTags } from '../../drizzle/schema/index.ts'
import { tagsMost } from '../../shared/profile.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { peopleOf } from './people.ts'

const isOf = (customerId: string) => sql`customer_id IN ${peopleOf(sql`${customerId}`)}`

/** The tags of a person, whichever record they were given to. */
export async function tagsOf(db: Reader, customerId: string): Promise<string[]> {
  const rows = await db.values<[string]>(
    sql`SELECT DISTINCT tag FROM customer_tags WHERE ${isOf(customerId)} ORDER BY tag`,
  )
  return rows.map(([tag]) => tag)
}

/** A person has these tags and no others. */
export async function setTags(tx: Tx, by: Staff, customerId: string, wanted: string[], now: Date) {
  const before = await tagsOf(tx, customerId)
  const after = [...new Set(wanted)]
  if (after.length > tagsMost) throw new Refusal('too_many_tags')
  const fresh = after.filter((tag) => !before.includes(tag))
  const gone = before.filter((tag) => !after.includes(tag))
  if (fresh.length + gone.length === 0) return
  for (const tag of fresh) await tx.insert(customerTags).values({ customerId, tag, by: by.id, at: now })
  for (const tag of gone) await tx.run(sql`DELETE FROM customer_tags WHERE tag = ${tag} AND ${isOf(customerId)}`)
  await audit(tx, by, 'tag_customer', customerId, { before, after }, now)
}

/** All tags in use, the most used first: what is offered while typing. */
export async function tagsInUse(db: Reader): Promise<string[]> {
  const rows = await db.values<[string]>(
    sql`SELECT tag FROM customer_tags GROUP BY tag ORDER BY count(*) DESC, tag LIMIT 100`,
  )
  return rows.map(([tag]) => tag)
}
