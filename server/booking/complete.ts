import { eq, sql } from 'drizzle-orm'
import { bookings, customers, shop } from '../../drizzle/schema/index.ts'
import type { Completion } from '../../shared/booking.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { dayOf } from '../../shared/time.ts'
import { prepared, type Tx } from '../database.ts'
import { changeCredit } from '../loyalty/credit.ts'
import { levelAt } from '../loyalty/tiers.ts'
import { payVisit } from '../payments/pay-visit.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { afterPaid } from './after-paid.ts'
import { settle } from './bill.ts'
import { bookingById, hasOpenPrice, visitById } from './bookings.ts'
import { depositById, heldVnd, settleDeposit } from './settle-deposit.ts'

const whatIsDone = prepared((db) =>
  db
    .select({
      status: bookings.status,
      startsAt: bookings.startsAt,
      priceVnd: bookings.priceVnd,
      discountVnd: bookings.discountVnd,
      coveredByPointsVnd: bookings.coveredByPointsVnd,
      bill: bookings.bill,
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
      bill: sql`${sql.placeholder('bill')}`,
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
  const { priceVnd = found.priceVnd, ...rest } = paid
  const asked = { priceVnd, ...rest }
  if (status === 'completed' && JSON.stringify(found.bill?.asked) === JSON.stringify(asked))
    return {
      ...{ id, status, paidVnd: found.priceVnd - found.discountVnd - found.coveredByPointsVnd - found.prepaidVnd },
      points: (await visitById(tx, id))?.points ?? 0,
    }
  if (status !== 'booked' && status !== 'arrived' && status !== 'in_service') throw new Refusal('booking_over')
  if (dayOf(startsAt, zone) > dayOf(now, zone)) throw new Refusal('not_yet')
  const endedAt = found.endsAt < now ? found.endsAt : now
  const tier = customerId ? await levelAt(tx, customerId, endedAt) : undefined
  const visit = { id, customerId, priceVnd, parts: found.parts, tier, by: by.id }
  const { paidVnd, bill, parts, ...taken } = await settle(tx, visit, asked, now)
  await setCompleted(tx).run({
    ...{ id, now: now.getTime(), by: by.id, priceVnd, ...taken, bill: JSON.stringify(bill) },
  })
  const toPayVnd = paidVnd - asked.creditVnd
  const deposit = await depositById(tx, id)
  const leftVnd = toPayVnd - (deposit ? Math.min(toPayVnd, await heldVnd(tx, id)) : 0)
  await takePayment(tx, by, { id, customerId, leftVnd }, asked.payment, now)
  if (deposit) await settleDeposit(tx, (await bookingById(tx, id))!, now)
  const changed = { before: { status, priceVnd: found.priceVnd }, after: { status: 'completed', priceVnd, ...taken } }
  await audit(tx, by, 'booking_completed', id, changed, now)
  const done = { id, status: 'completed' as const, paidVnd }
  if (!customerId) return { ...done, points: 0 }

  const names = { customerName: customerName ?? '', serviceName, shopName: found.shopName }
  const paidVisit = { id, customerId, paidVnd, parts, endedAt, tier, by: by.id, zone, ...names }
  return { ...done, points: await afterPaid(tx, paidVisit, now) }
}

type ToPay = { id: string; customerId: string | null; leftVnd: number }

/** What a transfer brought too much may stay with the shop, in the customer's wallet. */
async function takePayment(
  tx: Tx,
  by: Staff,
  { id, customerId, leftVnd }: ToPay,
  how: Completion['payment'],
  now: Date,
) {
  const extraVnd = await payVisit(tx, { id, leftVnd, by: by.id }, how, now)
  if (extraVnd === 0 || how?.method !== 'transfer') return
  if (!customerId) throw new Refusal('needs_customer')
  const kept = { id: how.paymentId, amountVnd: extraVnd, paidVnd: extraVnd, method: 'transfer' as const }
  await changeCredit(tx, by, customerId, { ...kept, reason: 'Chuyển khoản dư' }, now)
}
