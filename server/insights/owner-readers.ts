import { and, eq, inArray, sql } from 'drizzle-orm'
import { accounts, customers, ownerInboxes, triggers } from '../../drizzle/schema/index.ts'
import type { Reader } from '../database.ts'

/** Whoever runs the shop and tied an account to Zalo, as the person they are by now. */
export async function ownersTold(db: Reader) {
  const rows = await db
    .select({
      ...{ inbox: ownerInboxes, name: accounts.name },
      customerId: sql<string>`coalesce(${customers.mergedInto}, ${customers.id})`,
    })
    .from(ownerInboxes)
    .innerJoin(accounts, and(eq(accounts.id, ownerInboxes.accountId), accounts.active))
    .innerJoin(customers, eq(customers.id, ownerInboxes.customerId))
    .where(inArray(accounts.role, ['owner', 'manager']))
  return rows.map(({ inbox, ...who }) => ({ ...inbox, ...who }))
}
export type OwnerTold = Awaited<ReturnType<typeof ownersTold>>[number]

/** For how many minutes such a message is of use; none if the shop sends none. */
export async function minutesOfUse(db: Reader, intent: 'owner_digest' | 'owner_alert') {
  const [trigger] = await db.select().from(triggers).where(eq(triggers.intent, intent))
  return trigger?.enabled ? trigger.deadlineMinutes : undefined
}
