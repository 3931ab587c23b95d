import { and, desc, eq, like, or, type SQL, sql } from 'drizzle-orm'
import { bookings, customers, pointsEntries } from '../../drizzle/schema/index.ts'
import { fold } from '../../shared/fold.ts'
import { prepared, type Reader } from '../database.ts'

const byId = prepared((db) =>
  db
    .select()
    .from(customers)
    .where(eq(customers.id, sql.placeholder('id')))
    .prepare(),
)

export const customerById = (db: Reader, id: string) => byId(db).get({ id })

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

/** By name without tone marks, or by digits anywhere in the phone; newest visitors first. */
export async function findCustomers(db: Reader, asked: { q: string; offset: number; limit: number }) {
  const where = matching(asked.q)
  const lastVisitAt = sql<number | null>`(SELECT max(${bookings.startsAt}) FROM ${bookings}
    WHERE ${bookings.customerId} = ${customers.id} AND ${bookings.status} = 'completed')`
  const rows = await db
    .select({
      id: customers.id,
      name: customers.name,
      phone: customers.phone,
      points: sql<number>`(SELECT coalesce(sum(${pointsEntries.points}), 0) FROM ${pointsEntries}
        WHERE ${pointsEntries.customerId} = ${customers.id})`,
      visits: sql<number>`(SELECT count(*) FROM ${bookings}
        WHERE ${bookings.customerId} = ${customers.id} AND ${bookings.status} = 'completed')`,
      lastVisitAt,
    })
    .from(customers)
    .where(where)
    .orderBy(desc(lastVisitAt), desc(customers.createdAt), customers.id)
    .limit(asked.limit)
    .offset(asked.offset)
  return {
    total: await db.$count(customers, where),
    customers: rows.map((row) => ({
      ...row,
      lastVisitAt: row.lastVisitAt === null ? null : new Date(row.lastVisitAt),
    })),
  }
}

function matching(q: string): SQL | undefined {
  const asked = q.trim()
  if (!asked) return undefined
  const digits = asked.replace(/\D/g, '').replace(/^(84|0)/, '')
  const words = fold(asked).split(/\s+/)
  const byName = and(...words.map((word) => like(customers.nameFolded, `%${word.replace(/[%_]/g, '')}%`)))
  return digits.length >= 3 && !/\p{L}/u.test(asked) ? or(byName, like(customers.phone, `%${digits}%`)) : byName
}
