import { and, asc, desc, eq, like, or, type SQL, sql } from 'drizzle-orm'
import { customers, oaUsers, wallets } from '../../drizzle/schema/index.ts'
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

/** What the list sorts by; with a dash in front, falling. */
const sorts = {
  name: customers.nameFolded,
  points: sql`points`,
  visits: sql`visits`,
  lastVisitAt: sql`last_visit_at`,
}
export const customerSorts = Object.keys(sorts).flatMap((sort) => [sort, `-${sort}`])

type Asked = { q: string; sort?: string; offset: number; limit: number }

/**
 * By name without tone marks, or by digits anywhere in the phone; unless asked otherwise those first whose phone ends
 * with the digits, then the newest visitors.
 */
export async function findCustomers(db: Reader, { sort: given, ...asked }: Asked) {
  const sort = given ?? '-lastVisitAt'
  const where = matching(asked.q)
  const endingFirst = given ? [] : endingWith(asked.q)
  const by = sorts[sort.replace('-', '') as keyof typeof sorts]
  const seen = sql`FROM purchases b WHERE b.customer_id = customers.id`
  const rows = await db
    .select({
      id: customers.id,
      name: customers.name,
      phone: customers.phone,
      points: sql<number>`(SELECT coalesce(sum(active + owed), 0) FROM ${wallets}
        WHERE customer_id = customers.id AND wallet = 'points')`.as('points'),
      visits: sql<number>`(SELECT count(*) ${seen})`.as('visits'),
      lastVisitAt: sql<number | null>`(SELECT max(b.at) ${seen})`.as('last_visit_at'),
    })
    .from(customers)
    .where(where)
    .orderBy(...endingFirst, sort.startsWith('-') ? desc(by) : asc(by), desc(customers.createdAt), customers.id)
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
  const digits = asked.replace(/\D/g, '')
  const words = fold(asked).split(/\s+/)
  const byName = and(...words.map((word) => like(customers.nameFolded, `%${word.replace(/[%_]/g, '')}%`)))
  if (digits.length < 3 || /\p{L}/u.test(asked)) return byName
  // 0912… and 84912… are both stored as +84912…; a few last digits may begin alike, and stay.
  return or(byName, like(customers.phone, `%${digits.replace(/^(84|0)(?=\d{3})/, '')}%`))
}

/** People say the last digits of a phone: three to six of them mean the end before any other place. */
function endingWith(q: string): SQL[] {
  const digits = q.replace(/[\s.]/g, '')
  return /^\d{3,6}$/.test(digits) ? [desc(sql`coalesce(${like(customers.phone, `%${digits}`)}, 0)`)] : []
}
