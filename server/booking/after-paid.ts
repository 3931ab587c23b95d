import { shortCode } from '../../shared/ids.ts'
import type { Tx } from '../database.ts'
import { earn, type PaidVisit } from '../loyalty/earn.ts'
import { standingOf } from '../loyalty/ledger.ts'
import { payReferral } from '../loyalty/pay-referral.ts'
import { tell } from '../notifications/outbox.ts'
import { stampVisit } from '../offers/stamp-visit.ts'
import { reviewAndWelcome } from '../offers/welcome.ts'

/** A visit of somebody that is done and paid, with the names that the news of it need. */
export type DoneVisit = PaidVisit & {
  zone: string
  customerName: string
  serviceName: string
  shopName: string
}

/** What follows once a visit is paid and it is known whose it was: points, stamps, a friend's thanks, level, news. Answers with the points. */
export async function afterPaid(tx: Tx, visit: DoneVisit, now: Date): Promise<number> {
  const { id, customerId, zone } = visit
  const points = await earn(tx, visit, zone, now)
  await stampVisit(tx, visit, now)
  await payReferral(tx, visit, now)
  await reviewAndWelcome(tx, customerId, now)
  const { balance, pending } = await standingOf(tx, customerId, now)
  const params = {
    ...{ customer_name: visit.customerName, service: visit.serviceName, shop: visit.shopName },
    ...{ booking_code: shortCode(id), points: String(points), balance: String(balance + pending) },
  }
  const about = { customerId, about: id, params }
  const earned = points > 0 ? [{ ...about, event: 'points_earned' as const }] : []
  await tell(tx, [...earned, { ...about, event: 'visit_done' }], now)
  return points
}
