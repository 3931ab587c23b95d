import { eq, sql } from 'drizzle-orm'
import { bookings, customers, shop } from '../../drizzle/schema/index.ts'
import type { Completion } from '../../shared/booking.ts'
import { shortCode } from '../../shared/ids.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { dayOf } from '../../shared/time.ts'
import { prepared, type Tx } from '../database.ts'
import { payWithCredit } from '../loyalty/credit.ts'
import { earn } from '../loyalty/earn.ts'
import { standingOf, unitsPosted } from '../loyalty/ledger.ts'
import { payWithPoints } from '../loyalty/pay.ts'
import { levelAt } from '../loyalty/tiers.ts'
import { tell } from '../notifications/outbox.ts'
import { stampVisit } from '../offers/stamp-visit.ts'
import { applyVoucher, voucherById } from '../offers/vouchers.ts'
import { reviewAndWelcome } from '../offers/welcome.ts'
import type { Bill } from '../offers/worth.ts'
import { payWithPackages, werePaidWith } from '../packages/pay.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { hasOpenPrice, visitById } from './bookings.ts'

const whatIsDone = prepared((db) =>
  db
    .select({
      status: bookings.status,
      startsAt: bookings.startsAt,
      priceVnd: bookings.priceVnd,
      discountVnd: bookings.discountVnd,
      coveredByPointsVnd: bookings.coveredByPointsVnd,
      prepaidVnd: bookings.prepaidVnd,
      customerId: bookings.customerId,
      serviceName: bookings.serviceName,
      customerName: customers.name,
      zone: shop.zone,
      shopName: shop.name,
      hasOpenPrice,
      endsAt: bookings.endsAt,
      parts: sql`(SELECT json_group_array(json_object('serviceId', service_id, 'name', name, 'priceVnd', price_vnd))
        FROM booking_parts WHERE booking_id = ${bookings.id})`.mapWith(
        (json) => JSON.parse(json as string) as { serviceId: string; name: string; priceVnd: number }[],
      ),
    })
    .from(bookings)
    .innerJoin(shop, eq(shop.id, 1))
    .leftJoin(customers, eq(customers.id, bookings.customerId))
    .where(eq(bookings.id, sql.placeholder('id')))
    .prepare(),
)

const setCompleted = prepared((db) =>
  db
    .update(bookings)
    .set({
      status: 'completed',
      statusAt: sql`${sql.placeholder('now')}`,
      statusBy: sql`${sql.placeholder('by')}`,
      statusReason: null,
      version: sql`${bookings.version} + 1`,
      priceVnd: sql`${sql.placeholder('priceVnd')}`,
      discountVnd: sql`${sql.placeholder('discountVnd')}`,
      coveredByPointsVnd: sql`${sql.placeholder('coveredByPointsVnd')}`,
      prepaidVnd: sql`${sql.placeholder('prepaidVnd')}`,
    })
    .where(eq(bookings.id, sql.placeholder('id')))
    .prepare(),
)

/**
 * The service is done and paid: a voucher and points are taken, points are earned, and the customer is told and later asked
 * how it was. A service that has no one price gets it now (K-1). Answers with what was taken and earned; asked twice it is
 * done once.
 */
export async function complete(tx: Tx, by: Staff, id: string, paid: Completion, now: Date) {
  const found = await whatIsDone(tx).get({ id })
  if (!found) throw new Refusal('not_found')
  if (paid.priceVnd !== undefined && !found.hasOpenPrice) throw new BadInput('priceVnd', 'bad')
  const { status, startsAt, customerId, customerName, serviceName, zone } = found
  const { priceVnd = found.priceVnd } = paid
  if (status === 'completed' && (await isRepeated(tx, id, found, { ...paid, priceVnd })))
    return {
      ...{ id, status, paidVnd: found.priceVnd - found.discountVnd - found.coveredByPointsVnd - found.prepaidVnd },
      points: (await visitById(tx, id))?.points ?? 0,
    }
  if (status !== 'booked' && status !== 'arrived' && status !== 'in_service') throw new Refusal('booking_over')
  if (dayOf(startsAt, zone) > dayOf(now, zone)) throw new Refusal('not_yet')
  const wholeVnd = priceVnd - paid.discountVnd - paid.coveredByPointsVnd
  if (wholeVnd < 0) throw new BadInput(paid.discountVnd > priceVnd ? 'discountVnd' : 'coveredByPointsVnd', 'bad')
  if (!customerId && (paid.voucherId || paid.pointsUsed || paid.packageIds.length || paid.creditVnd))
    throw new Refusal('needs_customer')
  const whose = { customerId: customerId ?? '', bookingId: id, by: by.id }
  const { packageIds } = paid
  const prepaid = packageIds.length
    ? await payWithPackages(tx, { ...whose, packageIds, parts: found.parts, dueVnd: wholeVnd }, now)
    : { coveredVnd: 0, parts: found.parts }
  const dueVnd = wholeVnd - prepaid.coveredVnd
  const { parts } = prepaid

  const offVnd = paid.voucherId
    ? await applyOwn(tx, { id: paid.voucherId, customerId, by: by.id, bookingId: id, dueVnd, parts }, now)
    : 0
  const spent = {
    customerId: customerId ?? '',
    visitId: id,
    points: paid.pointsUsed,
    dueVnd: dueVnd - offVnd,
    by: by.id,
  }
  const byPointsVnd = paid.pointsUsed ? await payWithPoints(tx, spent, now) : 0
  const bill = {
    ...{ priceVnd, discountVnd: paid.discountVnd + offVnd },
    coveredByPointsVnd: paid.coveredByPointsVnd + byPointsVnd,
    prepaidVnd: prepaid.coveredVnd,
  }
  await setCompleted(tx).run({ id, now: now.getTime(), by: by.id, ...bill })
  const changed = { before: { status, priceVnd: found.priceVnd }, after: { status: 'completed', ...bill } }
  await audit(tx, by, 'booking_completed', id, changed, now)
  const paidVnd = dueVnd - offVnd - byPointsVnd
  if (paid.creditVnd > paidVnd) throw new BadInput('creditVnd', 'too_big')
  if (paid.creditVnd) await payWithCredit(tx, { ...whose, vnd: paid.creditVnd }, now)
  const done = { id, status: 'completed' as const, paidVnd }
  if (!customerId) return { ...done, points: 0 }

  const endedAt = found.endsAt < now ? found.endsAt : now
  const tier = await levelAt(tx, customerId, endedAt)
  const points = await earn(tx, { id, customerId, paidVnd, parts, endedAt, tier, by: by.id }, zone, now)
  await stampVisit(tx, { id, customerId, paidVnd, parts: found.parts, by: by.id }, now)
  await reviewAndWelcome(tx, customerId, now)
  const { balance, pending } = await standingOf(tx, customerId, now)
  const params = {
    ...{ customer_name: customerName ?? '', service: serviceName, shop: found.shopName, booking_code: shortCode(id) },
    ...{ points: String(points), balance: String(balance + pending) },
  }
  const about = { customerId, about: id, params }
  const earned = points > 0 ? [{ ...about, event: 'points_earned' as const }] : []
  await tell(tx, [...earned, { ...about, event: 'visit_done' }], now)
  return { ...done, points }
}

type Own = {
  id: string
  customerId: string | null
  by: string
  bookingId: string
  dueVnd: number
  parts: Bill['parts']
}

/** A voucher counts on the bill of the one it was made for only. */
async function applyOwn(tx: Tx, { id, customerId, by, bookingId, dueVnd, parts }: Own, now: Date) {
  if ((await voucherById(tx, id))?.customerId !== customerId) throw new BadInput('voucherId', 'unknown')
  return await applyVoucher(tx, { id, by, bookingId, bill: { dueVnd, parts } }, now)
}

type Stored = { priceVnd: number; discountVnd: number; coveredByPointsVnd: number }

/** Whether a visit was completed with this very bill. */
async function isRepeated(tx: Tx, id: string, was: Stored, paid: Completion & { priceVnd: number }) {
  const voucher = paid.voucherId ? await voucherById(tx, paid.voucherId) : undefined
  if (paid.voucherId && voucher?.bookingId !== id) return false
  const pointsUsed = -((await unitsPosted(tx, 'redeemed', 'points', id)) ?? 0)
  const byPointsVnd = was.coveredByPointsVnd - paid.coveredByPointsVnd
  if (!(await werePaidWith(tx, id, paid.packageIds))) return false
  if (-((await unitsPosted(tx, 'redeemed', 'credit', id)) ?? 0) !== paid.creditVnd) return false
  return (
    was.priceVnd === paid.priceVnd &&
    was.discountVnd === paid.discountVnd + (voucher?.costVnd ?? 0) &&
    pointsUsed === paid.pointsUsed &&
    (pointsUsed > 0 ? byPointsVnd > 0 : byPointsVnd === 0)
  )
}
