import { eq, sql } from 'drizzle-orm'
import { bookings, customers, shop } from '../../drizzle/schema/index.ts'
import type { Completion } from '../../shared/booking.ts'
import { shortCode } from '../../shared/ids.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addMinutes, dayMs, dayOf } from '../../shared/time.ts'
import { prepared, type Tx } from '../database.ts'
import { earn } from '../loyalty/earn.ts'
import { enqueue, forget } from '../notifications/outbox.ts'
import { audit, type Staff } from '../staff/audit.ts'

const whatIsDone = prepared((db) =>
  db
    .select({
      booking: bookings,
      customerName: customers.name,
      zone: shop.zone,
      unitVnd: shop.pointsUnitVnd,
      feedbackAfterMinutes: shop.feedbackAfterMinutes,
      balance: sql<number>`(SELECT coalesce(sum(points), 0) FROM points_entries WHERE customer_id = ${bookings.customerId})`,
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
      discountVnd: sql`${sql.placeholder('discountVnd')}`,
      coveredByPointsVnd: sql`${sql.placeholder('coveredByPointsVnd')}`,
    })
    .where(eq(bookings.id, sql.placeholder('id')))
    .prepare(),
)

/** The service is done and paid: points are earned, and the customer is told and later asked how it was. */
export async function complete(tx: Tx, by: Staff, id: string, paid: Completion, now: Date) {
  const found = await whatIsDone(tx).get({ id })
  if (!found) throw new Refusal('not_found')
  const { booking, customerName, zone, unitVnd } = found
  if (booking.status === 'completed' && booking.discountVnd === paid.discountVnd) return
  if (booking.status !== 'booked' && booking.status !== 'arrived') throw new Refusal('booking_over')
  if (dayOf(booking.startsAt, zone) > dayOf(now, zone)) throw new Refusal('not_yet')
  const eligibleVnd = booking.priceVnd - paid.discountVnd - paid.coveredByPointsVnd
  if (eligibleVnd < 0)
    throw new BadInput(paid.discountVnd > booking.priceVnd ? 'discountVnd' : 'coveredByPointsVnd', 'bad')

  await setCompleted(tx).run({ id, now: now.getTime(), by: by.id, ...paid })
  await audit(tx, by, 'booking_completed', id, { before: booking.status, after: paid }, now)
  const { customerId } = booking
  if (!customerId) return

  await forget(tx, id, ['reminder_24h', 'reminder_2h'])
  const points = await earn(tx, { id, customerId, eligibleVnd, unitVnd }, now)
  const told = { customer_name: customerName ?? '', service: booking.serviceName }
  const balance = String(found.balance + points)
  const about = { customerId, about: id }
  const askAt = addMinutes(now, found.feedbackAfterMinutes)
  const week = new Date(now.getTime() + 7 * dayMs)
  const ask = {
    ...about,
    intent: 'feedback_ask' as const,
    params: { ...told, booking_code: shortCode(id) },
    dueAt: askAt,
    uselessAt: week,
  }
  const earned = {
    ...about,
    intent: 'points_earned' as const,
    params: { ...told, points: String(points), balance },
    dueAt: now,
    uselessAt: week,
  }
  await enqueue(tx, points > 0 ? [earned, ask] : [ask], now)
}
