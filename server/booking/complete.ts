import { eq, sql } from 'drizzle-orm'
import { bookings, customers, shop } from '../../drizzle/schema/index.ts'
import type { Completion } from '../../shared/booking.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { dayOf } from '../../shared/time.ts'
import { prepared, type Tx } from '../database.ts'
import { unitsPosted } from '../loyalty/ledger.ts'
import { payWithPoints } from '../loyalty/pay.ts'
import { applyVoucher, voucherById } from '../offers/vouchers.ts'
import type { Bill } from '../offers/worth.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { afterPaid } from './after-paid.ts'
import { hasOpenPrice, visitById } from './bookings.ts'

const whatIsDone = prepared((db) =>
  db
    .select({
      status: bookings.status,
      startsAt: bookings.startsAt,
      priceVnd: bookings.priceVnd,
      discountVnd: bookings.discountVnd,
      coveredByPointsVnd: bookings.coveredByPointsVnd,
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
      ...{ id, status, paidVnd: found.priceVnd - found.discountVnd - found.coveredByPointsVnd },
      points: (await visitById(tx, id))?.points ?? 0,
    }
  if (status !== 'booked' && status !== 'arrived' && status !== 'in_service') throw new Refusal('booking_over')
  if (dayOf(startsAt, zone) > dayOf(now, zone)) throw new Refusal('not_yet')
  const dueVnd = priceVnd - paid.discountVnd - paid.coveredByPointsVnd
  if (dueVnd < 0) throw new BadInput(paid.discountVnd > priceVnd ? 'discountVnd' : 'coveredByPointsVnd', 'bad')
  if (!customerId && (paid.voucherId || paid.pointsUsed)) throw new Refusal('needs_customer')

  const offVnd = paid.voucherId
    ? await applyOwn(tx, { id: paid.voucherId, customerId, by: by.id, bookingId: id, dueVnd, parts: found.parts }, now)
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
  }
  await setCompleted(tx).run({ id, now: now.getTime(), by: by.id, ...bill })
  const changed = { before: { status, priceVnd: found.priceVnd }, after: { status: 'completed', ...bill } }
  await audit(tx, by, 'booking_completed', id, changed, now)
  const paidVnd = dueVnd - offVnd - byPointsVnd
  const done = { id, status: 'completed' as const, paidVnd }
  if (!customerId) return { ...done, points: 0 }

  const endedAt = found.endsAt < now ? found.endsAt : now
  const names = { customerName: customerName ?? '', serviceName, shopName: found.shopName }
  const visit = { id, customerId, paidVnd, parts: found.parts, endedAt, by: by.id, zone, ...names }
  return { ...done, points: await afterPaid(tx, visit, now) }
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
  return (
    was.priceVnd === paid.priceVnd &&
    was.discountVnd === paid.discountVnd + (voucher?.costVnd ?? 0) &&
    pointsUsed === paid.pointsUsed &&
    (pointsUsed > 0 ? byPointsVnd > 0 : byPointsVnd === 0)
  )
}
