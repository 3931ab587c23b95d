import { eq, type SQL, sql } from 'drizzle-orm'
import { packages } from '../../drizzle/schema/index.ts'
import { peopleOf } from '../customers/people.ts'
import type { Reader } from '../database.ts'

export const packageWallet = (id: string) => `package:${id}`

export type StoredPackage = typeof packages.$inferSelect

export async function packageById(db: Reader, id: string): Promise<StoredPackage | undefined> {
  const [found] = await db.select().from(packages).where(eq(packages.id, id))
  return found
}

const lotsLeft = (now: Date) => sql`FROM lots l WHERE l.customer_id = packages.customer_id
  AND l.wallet = 'package:' || packages.id AND l.active > 0 AND (l.expires_at IS NULL OR l.expires_at > ${now.getTime()})`

const posted = (account: string) => sql<number>`(SELECT coalesce(sum(p.amount), 0) FROM ledger_entries e
  JOIN postings p ON p.entry_id = e.id WHERE e.customer_id = packages.customer_id
    AND e.wallet = 'package:' || packages.id AND p.account = ${account})`

/** Packages with what is used and left of them. `until` is the last moment at which the soonest session can be used. */
const shown = async (db: Reader, whose: SQL, now: Date) => {
  const rows = await db
    .select({
      ...{ id: packages.id, name: packages.name, serviceId: packages.serviceId, sessions: packages.sessions },
      ...{ paidVnd: packages.paidVnd, shareable: packages.shareable, soldAt: packages.soldAt },
      ...{ frozenAt: packages.frozenAt, refundedVnd: packages.refundedVnd, refundedAt: packages.refundedAt },
      left: sql<number>`(SELECT coalesce(sum(l.active), 0) ${lotsLeft(now)})`,
      endsAt: sql<number | null>`(SELECT min(l.expires_at) ${lotsLeft(now)})`,
      used: posted('spent'),
      paidBack: posted('taken_back'),
    })
    .from(packages)
    .where(whose)
    .orderBy(sql`${packages.soldAt} DESC, ${packages.id} DESC`)
    .limit(100)
  return rows.map(({ endsAt, paidBack, ...row }) => ({
    ...row,
    until: endsAt === null ? null : new Date(endsAt - 1),
    ranOut: row.sessions - row.left - row.used - paidBack,
  }))
}

/** All packages a customer bought, the newest first. */
export const packagesOf = (db: Reader, customerId: string, now: Date) =>
  shown(db, sql`${packages.customerId} IN ${peopleOf(sql`${customerId}`)}`, now)

/** Whether a package is theirs to use. */
export async function isOwn(db: Reader, owner: string, customerId: string): Promise<boolean> {
  const people = await db.values<[string]>(sql`SELECT * FROM ${peopleOf(sql`${customerId}`)}`)
  return people.some(([id]) => id === owner)
}
