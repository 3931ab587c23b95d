import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { bookings, consents, customers, sessions, visitPhotos } from '../../drizzle/schema/index.ts'
import type { ConsentPurpose } from '../../shared/notifications.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { forgetClasses } from '../notifications/outbox.ts'

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

const latestConsent = prepared((db) =>
  db
    .select({ granted: consents.granted })
    .from(consents)
    .where(
      and(eq(consents.customerId, sql.placeholder('customerId')), eq(consents.purpose, sql.placeholder('purpose'))),
    )
    .orderBy(desc(consents.id))
    .limit(1)
    .prepare(),
)

/** What the customer said last about this purpose; undefined if they were never asked. */
export const consentOf = async (db: Reader, customerId: string, purpose: ConsentPurpose) =>
  (await latestConsent(db).get({ customerId, purpose }))?.granted

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
