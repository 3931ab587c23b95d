import { eq, sql } from 'drizzle-orm'
import { bookings, visitRefunds } from '../../drizzle/schema/index.ts'
import type { NewVisitRefund } from '../../shared/loyalty.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { unitsPosted } from '../loyalty/ledger.ts'
import { unpayReferral } from '../loyalty/pay-referral.ts'
import { programmeAt } from '../loyalty/programme.ts'
import { takeBack } from '../loyalty/refund.ts'
import { giveBack } from '../loyalty/spend.ts'
import { returnVouchers } from '../offers/vouchers.ts'
import { reviewAndWelcome } from '../offers/welcome.ts'
import { audit, type Staff } from '../staff/audit.ts'

/**
 * Money goes back for a visit, in part or whole. What it earned is taken back in proportion; points that paid for it come
 * back in proportion too, and its vouchers with the last đồng (L-19, L-31). The same id again is the same refund.
 */
export async function refundVisit(tx: Tx, by: Staff, bookingId: string, wish: NewVisitRefund, now: Date) {
  const [repeated] = await tx.select().from(visitRefunds).where(eq(visitRefunds.id, wish.id))
  if (repeated) {
    if (repeated.bookingId !== bookingId) throw new Refusal('id_taken')
    return {
      ...repeated,
      points: (await unitsPosted(tx, 'reversed', 'points', wish.id)) ?? 0,
      pointsBack: (await unitsPosted(tx, 'returned', 'points', wish.id)) ?? 0,
    }
  }
  const [visit] = await tx.select().from(bookings).where(eq(bookings.id, bookingId))
  if (!visit) throw new Refusal('not_found')
  if (visit.status !== 'completed') throw new Refusal('not_paid')
  const paidVnd = visit.priceVnd - visit.discountVnd - visit.coveredByPointsVnd
  const [before] = await tx
    .select({ vnd: sql<number>`coalesce(sum(${visitRefunds.amountVnd}), 0)` })
    .from(visitRefunds)
    .where(eq(visitRefunds.bookingId, bookingId))
  const refundedBeforeVnd = before!.vnd
  if (refundedBeforeVnd + wish.amountVnd > paidVnd) throw new Refusal('refund_too_large')
  const refund = { ...wish, bookingId, by: by.id, at: now }
  await tx.insert(visitRefunds).values(refund)

  const { customerId } = visit
  if (!customerId) return { ...refund, points: 0, pointsBack: 0 }
  const share = { eligibleVnd: paidVnd, refundedVnd: wish.amountVnd, refundedBeforeVnd }
  const policy = (await programmeAt(tx, now)).rules.refunds
  const points = await takeBack(tx, { id: wish.id, customerId, visitId: bookingId, ...share, policy, by: by.id }, now)
  const isWhole = refundedBeforeVnd + wish.amountVnd === paidVnd
  const spent = -((await unitsPosted(tx, 'redeemed', 'points', bookingId)) ?? 0)
  const back = isWhole ? spent : Math.floor((spent * wish.amountVnd) / paidVnd)
  const pointsBack = await giveBack(
    tx,
    { customerId, cause: wish.id, about: bookingId, spentBy: bookingId, by: by.id },
    back,
    now,
  )
  if (isWhole) await unpayReferral(tx, bookingId, by.id, now)
  if (isWhole) await returnVouchers(tx, bookingId, wish.id, by.id, now)
  await reviewAndWelcome(tx, customerId, now)
  await audit(tx, by, 'refund_visit', bookingId, { after: { amountVnd: wish.amountVnd, points: -points } }, now)
  return { ...refund, points: -points, pointsBack }
}
