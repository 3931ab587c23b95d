import { eq, sql } from 'drizzle-orm'
import { bookings, customers, shop, staffMembers } from '../../drizzle/schema/index.ts'
import type { BookingStatus, Cancellation, SeriesScope } from '../../shared/booking.ts'
import { Refusal } from '../../shared/refusals.ts'
import { dayMs, dayOf, minuteMs } from '../../shared/time.ts'
import { isSamePerson } from '../customers/people.ts'
import type { Reader, Tx } from '../database.ts'
import { squareVisit } from '../payments/square-visit.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { retakeTime } from './booked.ts'
import { bookingById, visitById } from './bookings.ts'
import { type ChangeRules, canChange, isAhead, rulesOf } from './change-rules.ts'
import { releaseHolds } from './holds.ts'
import { forgetAhead, tellCancelled, tellDeclined, tellMade } from './news.ts'
import { depositById, settleDeposit } from './settle-deposit.ts'

export type Booking = NonNullable<Awaited<ReturnType<typeof bookingById>>>
/** Who changes a visit: somebody of the shop, the customer, or time itself. */
export type By = Staff | 'customer' | 'clock'

const noShowGraceMs = 15 * minuteMs

/** Somebody of the shop takes a request: now it is agreed (K-19). It has held its time since it was asked. */
export async function accept(tx: Tx, by: Staff, id: string, now: Date) {
  const booking = await requested(tx, id, now)
  if (booking.status === 'booked') return
  if ((await depositById(tx, id))?.state === 'awaited') throw new Refusal('deposit_unpaid')
  await change(tx, by, booking, 'booked', now)
  await tellAgreed(tx, booking, now)
}

/** What waited for nothing but its deposit is agreed. */
export async function agree(tx: Tx, by: By, booking: Booking, now: Date) {
  await change(tx, by, booking, 'booked', now)
  await tellAgreed(tx, booking, now)
}

async function tellAgreed(tx: Tx, booking: Booking, now: Date) {
  const news = await newsOf(tx, booking)
  if (news) await tellMade(tx, news, now)
}

export async function decline(tx: Tx, by: Staff, id: string, reason: string | undefined, now: Date) {
  const booking = await requested(tx, id, now)
  if (booking.status === 'booked') throw new Refusal('request_over')
  await change(tx, by, booking, 'declined', now, reason)
  await sayNo(tx, booking, now)
}

/** Requests that nobody has answered in time. */
export async function requestsLapsed(db: Reader, now: Date): Promise<string[]> {
  const rows = await db
    .select({ id: bookings.id })
    .from(bookings)
    .where(sql`${bookings.status} = 'requested' AND ${bookings.expiresAt} <= ${now.getTime()}`)
  return rows.map(({ id }) => id)
}

/** What a request held is free when nobody answered it (K-19), or its deposit did not come. */
export async function lapseRequest(tx: Tx, id: string, now: Date) {
  const booking = await found(tx, id)
  if (booking.status !== 'requested' || booking.expiresAt! > now) return
  const isUnpaid = (await depositById(tx, id))?.state === 'awaited'
  await change(tx, 'clock', booking, 'expired', now, isUnpaid ? 'Chưa nhận được tiền cọc' : undefined)
  await sayNo(tx, booking, now)
}

async function sayNo(tx: Tx, booking: Booking, now: Date) {
  const news = await newsOf(tx, booking)
  if (news && booking.startsAt > now) await tellDeclined(tx, news, now)
}

async function requested(tx: Tx, id: string, now: Date): Promise<Booking> {
  const booking = await found(tx, id)
  if (booking.status === 'booked') return booking
  if (booking.status !== 'requested' || booking.expiresAt! <= now) throw new Refusal('request_over')
  return booking
}

/** The customer is here; on the day itself. */
export async function arrive(tx: Tx, by: By, id: string, now: Date) {
  const booking = await found(tx, id)
  const { zone } = await rulesOf(tx)
  if (dayOf(booking.startsAt, zone) > dayOf(now, zone)) throw new Refusal('not_yet')
  await change(tx, by, booking, 'arrived', now)
}

/** The work has begun; on the day itself. */
export async function start(tx: Tx, by: Staff, id: string, now: Date) {
  const booking = await found(tx, id)
  const { zone } = await rulesOf(tx)
  if (dayOf(booking.startsAt, zone) > dayOf(now, zone)) throw new Refusal('not_yet')
  await change(tx, by, booking, 'in_service', now)
}

/** The customer did not come: known 15 minutes after the start (K-29). */
export async function noShow(tx: Tx, by: Staff, id: string, now: Date) {
  const booking = await found(tx, id)
  if (now.getTime() < booking.startsAt.getTime() + noShowGraceMs) throw new Refusal('not_yet')
  await change(tx, by, booking, 'no_show', now)
}

/** "They came after all", within 24 hours of saying they did not; refused when their time was given away since. */
export async function undoNoShow(tx: Tx, by: Staff, id: string, now: Date) {
  const booking = await found(tx, id)
  if (booking.status === 'booked') return
  if (booking.status !== 'no_show') throw new Refusal('booking_over')
  if (now.getTime() > booking.statusAt.getTime() + dayMs) throw new Refusal('undo_too_late')
  await change(tx, by, booking, 'booked', now)
  await releaseHolds(tx, { customerId: booking.customerId }, now)
  await retakeTime(tx, (await visitById(tx, id))!, now)
}

export async function cancelAtDesk(tx: Tx, by: Staff, id: string, { reason, scope }: Cancellation, now: Date) {
  const booking = await found(tx, id)
  await cancel(tx, by, booking, reason, now)
  for (const other of await othersOfSeries(tx, booking, scope, now)) await cancel(tx, by, other, reason, now, 'quiet')
}

/** A shopper cancels, if the shop lets them, up to its limit of hours before the visit (K-20). */
export async function cancelOwn(tx: Tx, customerId: string, id: string, scope: SeriesScope, now: Date) {
  const booking = await ownBooking(tx, customerId, id)
  const rules = await rulesOf(tx)
  if (booking.status === 'cancelled') return
  const others = await othersOfSeries(tx, booking, scope, now)
  checkOwn([booking, ...others], rules, 'too_late_to_cancel', now)
  await cancel(tx, 'customer', booking, undefined, now)
  for (const other of others) await cancel(tx, 'customer', other, undefined, now, 'quiet')
}

/** What a shopper may change: visits that have not begun, each before the shop's limit of hours, or none of them. */
export function checkOwn(
  visits: Pick<Booking, 'status' | 'startsAt'>[],
  rules: ChangeRules,
  tooLate: 'too_late_to_cancel' | 'too_late_to_move',
  now: Date,
) {
  if (!visits.every(isAhead)) throw new Refusal('booking_over')
  if (!rules.selfCancel) throw new Refusal('only_by_phone')
  if (!visits.every(({ startsAt }) => canChange(startsAt, rules, now))) throw new Refusal(tooLate)
}

/** The visits that share the fate of one of a series (K-26); of one that is none, nothing. */
export async function othersOfSeries(tx: Tx, { id, seriesId, startsAt }: Booking, scope: SeriesScope, now: Date) {
  if (!seriesId || scope === 'this') return []
  const from = scope === 'following' && startsAt > now ? startsAt : now
  const all = await tx.select().from(bookings).where(eq(bookings.seriesId, seriesId)).orderBy(bookings.startsAt)
  return all.filter((booking) => booking.id !== id && isAhead(booking) && booking.startsAt > from)
}

/** "I will come", the day before (K-30). */
export async function keepOwn(tx: Tx, customerId: string, id: string, now: Date) {
  const booking = await ownBooking(tx, customerId, id)
  if (booking.status !== 'booked' || booking.startsAt <= now) throw new Refusal('booking_over')
  if (!booking.keptAt) await tx.update(bookings).set({ keptAt: now }).where(eq(bookings.id, id))
}

export async function ownBooking(tx: Tx, customerId: string, id: string): Promise<Booking> {
  const booking = await found(tx, id)
  if (!booking.customerId || !(await isSamePerson(tx, booking.customerId, customerId))) throw new Refusal('not_found')
  return booking
}

async function cancel(
  tx: Tx,
  by: Staff | 'customer',
  booking: Booking,
  reason: string | undefined,
  now: Date,
  quiet?: 'quiet',
) {
  if (booking.status === 'cancelled') return
  await change(tx, by, booking, 'cancelled', now, reason)
  await forgetAhead(tx, booking)
  if (quiet || booking.source === 'walk_in' || booking.startsAt <= now) return
  const news = await newsOf(tx, booking)
  if (news) await tellCancelled(tx, news, now)
}

/** What a message about a visit needs; nothing for a passer-by. */
export async function newsOf(tx: Tx, booking: Booking) {
  const { customerId } = booking
  if (!customerId) return undefined
  const [names] = await tx
    .select({ customerName: customers.name, staffName: staffMembers.name, shopName: shop.name, zone: shop.zone })
    .from(shop)
    .innerJoin(customers, eq(customers.id, customerId))
    .innerJoin(staffMembers, eq(staffMembers.id, booking.staffId))
  return { ...booking, ...names!, customerId }
}

/** One step forward, told to the audit log when staff take it; asked twice it is taken once. */
async function change(tx: Tx, by: By, booking: Booking, status: BookingStatus, now: Date, reason?: string) {
  if (booking.status === status) return
  if (!mayFollow[booking.status].includes(status)) throw new Refusal('booking_over')
  const statusBy = typeof by === 'string' ? by : by.id
  await tx
    .update(bookings)
    .set({ status, statusAt: now, statusBy, statusReason: reason || null, version: sql`${bookings.version} + 1` })
    .where(eq(bookings.id, booking.id))
  await settleDeposit(tx, { ...booking, status, statusAt: now, statusBy }, now)
  await squareVisit(tx, booking.id, now)
  if (typeof by !== 'string')
    await audit(tx, by, `booking_${status}`, booking.id, { before: booking.status, after: status }, now)
}

const mayFollow: Record<BookingStatus, BookingStatus[]> = {
  requested: ['booked', 'declined', 'cancelled', 'expired'],
  booked: ['arrived', 'in_service', 'completed', 'no_show', 'cancelled'],
  arrived: ['in_service', 'completed', 'cancelled'],
  in_service: ['completed', 'cancelled'],
  no_show: ['booked'],
  completed: [],
  cancelled: [],
  declined: [],
  expired: [],
}

async function found(tx: Tx, id: string): Promise<Booking> {
  const booking = await bookingById(tx, id)
  if (!booking) throw new Refusal('not_found')
  return booking
}
