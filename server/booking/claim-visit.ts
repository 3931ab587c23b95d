import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { bookings, lots, visitRefunds } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import { dayMs } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { customerById } from '../customers/customers.ts'
import type { Reader, Tx } from '../database.ts'
import { levelAt } from '../loyalty/tiers.ts'
import { afterPaid } from './after-paid.ts'
import { visitById } from './bookings.ts'

const validDays = 7

/** What the code of a visit says; signed by the edge, so that nobody makes one for another (L-11). */
export const claimStatement = (bookingId: string) => `claim.${bookingId}`
export const claimedIn = (statement: string | undefined) => statement?.match(/^claim\.(.+)$/)?.[1]

/** Until when the points of a visit without a customer can be claimed. */
export const claimableUntil = (doneAt: Date) => new Date(doneAt.getTime() + validDays * dayMs)

/**
 * A visit that was done and paid by nobody known becomes this customer's, with all that follows a visit of theirs. Once:
 * `claimed` for anybody else, the same answer for who has it. Answers with the points.
 */
export async function claimVisit(tx: Tx, customerId: string, bookingId: string, now: Date) {
  const visit = await visitById(tx, bookingId)
  if (visit?.status !== 'completed') throw new Refusal('claim_over')
  const mine = { id: bookingId, serviceName: visit.serviceName, startsAt: visit.startsAt }
  if (visit.customer?.id === customerId)
    return { ...mine, points: visit.points ?? 0, isWaiting: await isWaiting(tx, bookingId) }
  if (visit.customer) throw new Refusal('claimed')
  const paidVnd = visit.paidVnd! - (await refundedOf(tx, bookingId))
  if (claimableUntil(visit.statusAt) <= now || (visit.paidVnd! > 0 && paidVnd === 0)) throw new Refusal('claim_over')
  await tx
    .update(bookings)
    .set({ customerId, version: sql`${bookings.version} + 1` })
    .where(and(eq(bookings.id, bookingId), isNull(bookings.customerId)))
  const { zone, name: shopName } = await shopOf(tx)
  const names = { customerName: (await customerById(tx, customerId))!.name, serviceName: visit.serviceName, shopName }
  const endedAt = visit.endsAt < visit.statusAt ? visit.endsAt : visit.statusAt
  const tier = await levelAt(tx, customerId, endedAt)
  const paid = { id: bookingId, customerId, paidVnd, parts: visit.parts, endedAt, tier, by: 'customer' }
  const done = { ...paid, isClaimed: true, zone, ...names }
  const points = await afterPaid(tx, done, now)
  return { ...mine, points, isWaiting: await isWaiting(tx, bookingId) }
}

const isWaiting = async (db: Reader, bookingId: string) =>
  (await db.$count(lots, and(eq(lots.cause, bookingId), eq(lots.wallet, 'points'), gt(lots.pending, 0)))) > 0

async function refundedOf(db: Reader, bookingId: string): Promise<number> {
  const [sum] = await db
    .select({ vnd: sql<number>`coalesce(sum(${visitRefunds.amountVnd}), 0)` })
    .from(visitRefunds)
    .where(eq(visitRefunds.bookingId, bookingId))
  return sum!.vnd
}
