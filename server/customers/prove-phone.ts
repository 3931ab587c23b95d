import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { bookings, consents, customers, feedback, pointsEntries, sessions } from '../../drizzle/schema/index.ts'
import type { Tx } from '../database.ts'
import { customerById } from './customers.ts'

/** The words under which the phone is asked for; a new wording is a new version. */
const consentText = 'visit-messages-1'

/**
 * Zalo vouched that this phone is this customer's, who allowed messages about their visits. If the desk had written
 * the same phone down and the Zalo person has no history yet, they are one: the desk's record takes the Zalo identity.
 * Answers with the id that the customer has from now on.
 */
export async function provePhone(tx: Tx, customerId: string, phone: string, now: Date): Promise<string> {
  const customer = await customerById(tx, customerId)
  if (!customer) throw new Error('A session without its customer.')
  if (customer.phone === phone && customer.phoneProvenAt) return customerId

  // A number that changed hands is no longer its former holder's.
  await tx
    .update(customers)
    .set({ phone: null, phoneProvenAt: null })
    .where(and(eq(customers.phone, phone), ne(customers.id, customerId), isNotNull(customers.phoneProvenAt)))
  const [written] = await tx
    .select()
    .from(customers)
    .where(and(eq(customers.phone, phone), isNull(customers.zaloUserId), ne(customers.id, customerId)))
    .limit(1)
  const id = written && !(await hasHistory(tx, customerId)) ? written.id : customerId
  if (id !== customerId) await becomeOne(tx, customer, id)
  await tx.update(customers).set({ phone, phoneProvenAt: now }).where(eq(customers.id, id))
  await recordConsent(tx, id, true, now)
  return id
}

/** Takes phone and consent back; messages that need the phone stop. */
export async function withdrawPhone(tx: Tx, customerId: string, now: Date) {
  await tx.update(customers).set({ phone: null, phoneProvenAt: null }).where(eq(customers.id, customerId))
  await recordConsent(tx, customerId, false, now)
}

const recordConsent = (tx: Tx, customerId: string, granted: boolean, now: Date) =>
  tx.insert(consents).values({ customerId, purpose: 'visit_messages', granted, textVersion: consentText, at: now })

async function hasHistory(tx: Tx, customerId: string): Promise<boolean> {
  const counts = [
    await tx.$count(bookings, eq(bookings.customerId, customerId)),
    await tx.$count(pointsEntries, eq(pointsEntries.customerId, customerId)),
    await tx.$count(feedback, eq(feedback.customerId, customerId)),
    await tx.$count(consents, eq(consents.customerId, customerId)),
  ]
  return counts.some((count) => count > 0)
}

async function becomeOne(tx: Tx, customer: NonNullable<Awaited<ReturnType<typeof customerById>>>, id: string) {
  const { zaloUserId, oaUserId, followsOa, avatarUrl, language } = customer
  await tx.update(sessions).set({ customerId: id }).where(eq(sessions.customerId, customer.id))
  await tx.delete(customers).where(eq(customers.id, customer.id))
  await tx.update(customers).set({ zaloUserId, oaUserId, followsOa, avatarUrl, language }).where(eq(customers.id, id))
}
