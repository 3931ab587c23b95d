import { eq, sql } from 'drizzle-orm'
import { bookings, visitRefunds } from '../../drizzle/schema/index.ts'
import type { NewVisitRefund } from '../../shared/loyalty.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { creditRefunded, refundToCredit } from '../loyalty/credit.ts'
import { unitsPosted } from '../loyalty/ledger.ts'
import { unpayReferral } from '../loyalty/pay-referral.ts'
import { programmeAt } from '../loyalty/programme.ts'
import { takeBack } from '../loyalty/refund.ts'
import { giveBack } from '../loyalty/spend.ts'
import { unstampVisit } from '../offers/stamp-visit.ts'
import { returnVouchers } from '../offers/vouchers.ts'
import { reviewAndWelcome } from '../offers/welcome.ts'
import { giveSessionsBack } from '../packages/pay.ts'
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
      ...{ creditVnd: await creditRefunded(tx, wish.id), sessionsBack: 0 },
    }
  }
  const [visit] = await tx.select().from(bookings).where(eq(bookings.id, bookingId))
  if (!visit) throw new Refusal('not_found')
  if (visit.status !== 'completed') throw new Refusal('not_paid')
  const paidVnd = visit.priceVnd - visit.discountVnd - visit.coveredByPointsVnd - visit.prepaidVnd
  if (wish.amountVnd === 0) return await refundSessions(tx, by, { ...visit, paidVnd }, wish, now)
  const [before] = await tx
    .select({ vnd: sql<number>`coalesce(sum(${visitRefunds.amountVnd}), 0)` })
    .from(visitRefunds)
    .where(eq(visitRefunds.bookingId, bookingId))
  const refundedBeforeVnd = before!.vnd
  if (refundedBeforeVnd + wish.amountVnd > paidVnd) throw new Refusal('refund_too_large')
  if (wish.to === 'credit' && !visit.customerId) throw new Refusal('needs_customer')
  const { to, ...rest } = wish
  const refund = { ...rest, bookingId, by: by.id, at: now }
  await tx.insert(visitRefunds).values(refund)

  const { customerId } = visit
  if (!customerId) return { ...refund, points: 0, pointsBack: 0, creditVnd: 0, sessionsBack: 0 }
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
  const sessionsBack = isWhole ? await giveSessionsBack(tx, bookingId, by.id, now) : 0
  const creditVnd = await refundToCredit(tx, { ...wish, customerId, bookingId, refundId: wish.id, by: by.id }, to, now)
  if (isWhole) await returnVouchers(tx, { bookingId }, wish.id, by.id, now)
  if (isWhole) await unstampVisit(tx, { id: bookingId, refundId: wish.id, by: by.id }, now)
  await reviewAndWelcome(tx, customerId, now)
  await audit(tx, by, 'refund_visit', bookingId, { after: { amountVnd: wish.amountVnd, points: -points } }, now)
  return { ...refund, points: -points, pointsBack, creditVnd, sessionsBack }
}

type Prepaid = typeof bookings.$inferSelect & { paidVnd: number }

/** A visit for which only packages paid has no money to give back: its sessions come back, once, and its vouchers. */
async function refundSessions(tx: Tx, by: Staff, visit: Prepaid, wish: NewVisitRefund, now: Date) {
  const { id: bookingId, prepaidVnd, paidVnd } = visit
  if (prepaidVnd === 0 || paidVnd > 0) throw new BadInput('amountVnd', 'bad')
  const sessionsBack = await giveSessionsBack(tx, bookingId, by.id, now)
  if (sessionsBack > 0) {
    await returnVouchers(tx, { bookingId }, wish.id, by.id, now)
    if (visit.customerId) await reviewAndWelcome(tx, visit.customerId, now)
    await audit(tx, by, 'refund_visit', bookingId, { after: { amountVnd: 0, sessions: sessionsBack } }, now)
  }
  const { to: _, ...rest } = wish
  const nothing = { points: 0, pointsBack: 0, creditVnd: 0, sessionsBack }
  return { ...rest, bookingId, by: by.id, at: now, ...nothing }
}
