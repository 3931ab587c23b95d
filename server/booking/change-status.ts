import { eq } from 'drizzle-orm'
import { bookings, customers, shop, staffMembers } from '../../drizzle/schema/index.ts'
import type { BookingStatus } from '../../shared/booking.ts'
import { Refusal } from '../../shared/refusals.ts'
import { dayMs, dayOf, hourMs, minuteMs } from '../../shared/time.ts'
import type { Tx } from '../database.ts'
import { forget } from '../notifications/outbox.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { bookingById } from './bookings.ts'
import { tellCancelled } from './news.ts'

type Booking = NonNullable<Awaited<ReturnType<typeof bookingById>>>

const noShowGraceMs = 15 * minuteMs

/** The customer is here; on the day itself. */
export async function arrive(tx: Tx, by: Staff, id: string, now: Date) {
  const booking = await found(tx, id)
  const { zone } = await rulesOf(tx)
  if (dayOf(booking.startsAt, zone) > dayOf(now, zone)) throw new Refusal('not_yet')
  await change(tx, by, booking, 'arrived', now)
}

/** The customer did not come: known 15 minutes after the start (K-29). */
export async function noShow(tx: Tx, by: Staff, id: string, now: Date) {
  const booking = await found(tx, id)
  if (now.getTime() < booking.startsAt.getTime() + noShowGraceMs) throw new Refusal('not_yet')
  await change(tx, by, booking, 'no_show', now)
}

/** "They came after all", within 24 hours of saying they did not. */
export async function undoNoShow(tx: Tx, by: Staff, id: string, now: Date) {
  const booking = await found(tx, id)
  if (booking.status === 'booked') return
  if (booking.status !== 'no_show') throw new Refusal('booking_over')
  if (now.getTime() > booking.statusAt.getTime() + dayMs) throw new Refusal('undo_too_late')
  await change(tx, by, booking, 'booked', now)
}

export async function cancelAtDesk(tx: Tx, by: Staff, id: string, reason: string | undefined, now: Date) {
  await cancel(tx, by, await found(tx, id), reason, now)
}

/** A shopper cancels, up to the shop's limit of hours before the visit (K-20). */
export async function cancelOwn(tx: Tx, customerId: string, id: string, now: Date) {
  const booking = await found(tx, id)
  if (booking.customerId !== customerId) throw new Refusal('not_found')
  const { cancelHours } = await rulesOf(tx)
  if (booking.status === 'booked' && !canCancel(booking.startsAt, cancelHours, now))
    throw new Refusal('too_late_to_cancel')
  await cancel(tx, 'customer', booking, undefined, now)
}

export const canCancel = (startsAt: Date, cancelHours: number, now: Date) =>
  now.getTime() <= startsAt.getTime() - cancelHours * hourMs

async function cancel(tx: Tx, by: Staff | 'customer', booking: Booking, reason: string | undefined, now: Date) {
  if (booking.status === 'cancelled') return
  await change(tx, by, booking, 'cancelled', now, reason)
  await forget(tx, booking.id, ['booking_made', 'reminder_24h', 'reminder_2h'])
  if (!booking.customerId || booking.source === 'walk_in' || booking.startsAt <= now) return
  const [names] = await tx
    .select({ customerName: customers.name, staffName: staffMembers.name, shopName: shop.name, zone: shop.zone })
    .from(shop)
    .innerJoin(customers, eq(customers.id, booking.customerId))
    .innerJoin(staffMembers, eq(staffMembers.id, booking.staffId))
  await tellCancelled(tx, { ...booking, ...names!, customerId: booking.customerId }, now)
}

/** One step forward, told to the audit log when staff take it; asked twice it is taken once. */
async function change(
  tx: Tx,
  by: Staff | 'customer',
  booking: Booking,
  status: BookingStatus,
  now: Date,
  reason?: string,
) {
  if (booking.status === status) return
  if (!mayFollow[booking.status].includes(status)) throw new Refusal('booking_over')
  const statusBy = by === 'customer' ? by : by.id
  await tx
    .update(bookings)
    .set({ status, statusAt: now, statusBy, statusReason: reason || null })
    .where(eq(bookings.id, booking.id))
  if (by !== 'customer')
    await audit(tx, by, `booking_${status}`, booking.id, { before: booking.status, after: status }, now)
}

const mayFollow: Record<BookingStatus, BookingStatus[]> = {
  booked: ['arrived', 'completed', 'no_show', 'cancelled'],
  arrived: ['completed', 'cancelled'],
  no_show: ['booked'],
  completed: [],
  cancelled: [],
}

async function found(tx: Tx, id: string): Promise<Booking> {
  const booking = await bookingById(tx, id)
  if (!booking) throw new Refusal('not_found')
  return booking
}

const rulesOf = async (tx: Tx) => {
  const [rules] = await tx.select({ zone: shop.zone, cancelHours: shop.cancelHours }).from(shop)
  return rules!
}
