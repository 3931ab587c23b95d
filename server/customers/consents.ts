import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import { bookings, consents, customers, sessions, visitPhotos } from '../../drizzle/schema/index.ts'
import type { ConsentPurpose } from '../../shared/notifications.ts'
import { preparedRaw, type Reader, type Tx } from '../database.ts'
import { forgetClasses } from '../notifications/outbox.ts'
import { peopleOf } from './people.ts'

/**
 * The words under which each purpose is asked for; a new wording is a new version. They name how often, as the law wants.
 * Those of `photos` promise deletion at once; copies in the shop's backups go when those backups are thrown away.
 */
const textVersions: Record<ConsentPurpose, string> = {
  visit_messages: 'visit-messages-1',
  marketing: 'marketing-1',
  photos: 'photos-1',
}

/** What a customer allows or takes back. What was queued or kept under a consent goes with it, in one transaction. */
export async function recordConsent(tx: Tx, customerId: string, purpose: ConsentPurpose, granted: boolean, at: Date) {
  await tx.insert(consents).values({ customerId, purpose, granted, textVersion: textVersions[purpose], at })
  if (granted) return
  if (purpose === 'photos') await forgetPhotos(tx, customerId)
  else await forgetClasses(tx, customerId, purpose === 'marketing' ? ['marketing'] : ['care'])
}

const forgetPhotos = (tx: Tx, customerId: string) =>
  tx
    .delete(visitPhotos)
    .where(
      inArray(
        visitPhotos.bookingId,
        tx.select({ id: bookings.id }).from(bookings).where(eq(bookings.customerId, customerId)),
      ),
    )

/**
 * What somebody said last of a purpose, in SQL: 0, 1, or null if they were never asked. Of records that were merged the
 * strictest word holds, until the person says another. `until` narrows what counts of `consents k`.
 */
export const saidBy = (people: SQL, purpose: unknown, until: SQL = sql``) => {
  const said = sql`k.purpose = ${purpose} AND k.customer_id IN ${people} ${until}`
  const merged = sql`(SELECT coalesce(max(at), -1) FROM merges WHERE undone_at IS NULL AND (source_id IN ${people} OR target_id IN ${people}))`
  return sql`coalesce((SELECT k.granted FROM consents k WHERE ${said} AND k.at > ${merged} ORDER BY k.id DESC LIMIT 1),
    (SELECT min(granted) FROM consents WHERE id IN (SELECT max(k.id) FROM consents k WHERE ${said} GROUP BY k.customer_id)))`
}

const latestConsent = preparedRaw((db) =>
  db
    .select({ said: saidBy(peopleOf(sql.placeholder('customerId')), sql.placeholder('purpose')).as('said') })
    .from(sql`(SELECT 1)`)
    .prepare(),
)

/** What the customer said last about this purpose (`saidBy`); undefined if they were never asked. */
export async function consentOf(db: Reader, customerId: string, purpose: ConsentPurpose): Promise<boolean | undefined> {
  const [said] = (await latestConsent(db).first({ customerId, purpose })) as unknown as [0 | 1 | null]
  return said === null ? undefined : said === 1
}

/** Takes phone and consent back; messages that need the phone stop. */
export async function withdrawPhone(tx: Tx, customerId: string, now: Date) {
  await tx.update(customers).set({ phone: null, phoneProvenAt: null }).where(eq(customers.id, customerId))
  await recordConsent(tx, customerId, 'visit_messages', false, now)
}

/** Zalo tells that somebody took back all they had allowed the Mini App (`user.revoke.consent`). */
export async function withdrawEverything(tx: Tx, zaloUserId: string, at: Date, now: Date) {
  const [customer] = await tx.select({ id: customers.id }).from(customers).where(eq(customers.zaloUserId, zaloUserId))
  if (!customer) return
  await withdrawPhone(tx, customer.id, at)
  for (const purpose of ['marketing', 'photos'] as const) await recordConsent(tx, customer.id, purpose, false, at)
  await tx.update(sessions).set({ revokedAt: now }).where(eq(sessions.customerId, customer.id))
}
