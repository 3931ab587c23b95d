import { and, eq, isNotNull, isNull, ne, or } from 'drizzle-orm'
import {
  adjustments,
  bookings,
  consents,
  customers,
  feedback,
  feeds,
  holds,
  invites,
  ledgerEntries,
  memberCards,
  outbox,
  queue,
  referrals,
  sessions,
  usedCodes,
  vouchers,
  waitlist,
} from '../../drizzle/schema/index.ts'
import type { Tx } from '../database.ts'
import { recordConsent } from './consents.ts'
import { customerById } from './customers.ts'

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
  await recordConsent(tx, id, 'visit_messages', true, now)
  return id
}

async function hasHistory(tx: Tx, customerId: string): Promise<boolean> {
  const counts = [
    await tx.$count(bookings, eq(bookings.customerId, customerId)),
    await tx.$count(ledgerEntries, eq(ledgerEntries.customerId, customerId)),
    await tx.$count(vouchers, eq(vouchers.customerId, customerId)),
    await tx.$count(feedback, eq(feedback.customerId, customerId)),
    await tx.$count(referrals, or(eq(referrals.friendId, customerId), eq(referrals.referrerId, customerId))),
    await tx.$count(adjustments, eq(adjustments.customerId, customerId)),
    await tx.$count(consents, eq(consents.customerId, customerId)),
  ]
  return counts.some((count) => count > 0)
}

async function becomeOne(tx: Tx, customer: NonNullable<Awaited<ReturnType<typeof customerById>>>, id: string) {
  const { zaloUserId, avatarUrl, language, birthDay, birthYear, birthToldAt, birthChanges } = customer
  for (const table of [sessions, holds, waitlist, queue, outbox, memberCards, usedCodes, invites])
    await tx.update(table).set({ customerId: id }).where(eq(table.customerId, customer.id))
  await tx
    .update(feeds)
    .set({ subjectId: id })
    .where(and(eq(feeds.kind, 'customer'), eq(feeds.subjectId, customer.id)))
  await tx.delete(customers).where(eq(customers.id, customer.id))
  const birthday = birthDay ? { birthDay, birthYear, birthToldAt, birthChanges } : {}
  await tx
    .update(customers)
    .set({ zaloUserId, avatarUrl, language, ...birthday })
    .where(eq(customers.id, id))
}
