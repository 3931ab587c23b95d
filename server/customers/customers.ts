import { eq, sql } from 'drizzle-orm'
import { customers, oaUsers } from '../../drizzle/schema/index.ts'
import { prepared, type Reader } from '../database.ts'

const byId = prepared((db) =>
  db
    .select()
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id')))
    .prepare(),
)

export const customerById = (db: Reader, id: string) => byId(db).get({ id })

/** The customer at the Official Account, if Zalo has named both ids together: whether they follow, when they last wrote. */
export async function oaUserOf(db: Reader, zaloUserId: string) {
  return (await db.select().from(oaUsers).where(eq(oaUsers.userIdByApp, zaloUserId)).limit(1))[0]
}

/** Whoever staff mean by a phone: the one Zalo vouched for comes first. */
export async function customerByPhone(db: Reader, phone: string) {
  const [found] = await db
    .select()
    .from(customers)
    .where(eq(customers.phone, phone))
    .orderBy(sql`${customers.phoneProvenAt} IS NULL`, customers.createdAt)
    .limit(1)
  return found
}
