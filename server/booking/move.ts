import { and, eq, sql } from 'drizzle-orm'
import { bookingEvents, bookingParts, bookings, claims, deposits } from '../../drizzle/schema/index.ts'
import type { DeskMove, Move } from '../../shared/booking.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addDays, dayMs, dayOf, floorMinute, instantOf, minuteOf } from '../../shared/time.ts'
import { type Facts, factsOf, farAhead } from '../catalog/facts.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { bookedParts } from './booked.ts'
import { bookingById, type Visit, visitById } from './bookings.ts'
import { isAhead, rulesOf } from './change-rules.ts'
import { type Booking, checkOwn, newsOf, othersOfSeries, ownBooking } from './change-status.ts'
import { partsOf, putParts } from './claim.ts'
import { takeTime } from './claims.ts'
import { releaseHolds } from './holds.ts'
import { carryAhead, forgetAhead, tellMoved } from './news.ts'
import { type Rules, wishAgain } from './pieces.ts'
import { type Planned, planAt } from './plan-at.ts'
import { instantOfMinute } from './slots.ts'

/** A shopper takes another time, by the rules of the first (K-24). */
export async function moveOwn(tx: Tx, customerId: string, id: string, to: Move, now: Date) {
  const booking = await ownBooking(tx, customerId, id)
  if (booking.startsAt.getTime() === to.startsAt.getTime() && isAhead(booking)) return
  const others = await othersOfSeries(tx, booking, to.scope, now)
  checkOwn([booking, ...others], await rulesOf(tx), 'too_late_to_move', now)
  await moveAll(tx, booking, to, 'online', 'customer', now)
}

/** The desk moves, stretches or hands over a visit; with a reason also against the hours. */
export async function moveAtDesk(tx: Tx, by: Staff, id: string, to: DeskMove, now: Date) {
  const booking = await bookingById(tx, id)
  if (!booking) throw new Refusal('not_found')
  await moveAll(tx, booking, onTheMinute(to), to.overrideReason ? 'override' : 'desk', by, now)
}

/** The desk moves to any minute, but to no part of one. */
const onTheMinute = (to: DeskMove): DeskMove => ({ ...to, startsAt: floorMinute(to.startsAt) })

/** Of a series the others go as many days and to the same time by the clock, all or none (K-26). */
async function moveAll(tx: Tx, booking: Booking, to: To, rules: Rules, by: Staff | 'customer', now: Date) {
  const { zone } = await rulesOf(tx)
  const others = await othersOfSeries(tx, booking, to.scope, now)
  const shift = daysBetween(dayOf(booking.startsAt, zone), dayOf(to.startsAt, zone))
  const inOrder = [booking, ...others].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  // Whoever goes first goes where none of the others is any more.
  for (const each of to.startsAt < booking.startsAt ? inOrder : inOrder.reverse()) {
    if (each === booking) {
      await moveTo(tx, booking, to, rules, by, now)
      continue
    }
    const day = addDays(dayOf(each.startsAt, zone), shift)
    const startsAt = instantOf(day, minuteOf(to.startsAt, zone), zone)
    await moveTo(tx, each, { ...to, startsAt, version: undefined }, rules, by, now, 'later')
  }
}

/** Whether the desk could move it so; throws the refusal it would meet. */
export async function tryMove(db: Reader, id: string, to: DeskMove, now: Date) {
  const visit = await visitById(db, id)
  if (!visit) throw new Refusal('not_found')
  await planMove(db, visit, onTheMinute(to), to.overrideReason ? 'override' : 'desk', now)
}

const awaitedOf = (id: string) => and(eq(deposits.bookingId, id), eq(deposits.state, 'awaited'))

type Moved = Pick<Booking, 'id' | 'status' | 'version' | 'moves' | 'startsAt' | 'expiresAt'>
type To = Move & Partial<Pick<DeskMove, 'staffIds' | 'minutes' | 'overrideReason'>>

/** Frees what it took and takes the new time in one transaction: both or neither. It keeps its id. */
async function moveTo(tx: Tx, before: Moved, to: To, rules: Rules, by: Staff | 'customer', now: Date, later?: 'later') {
  if (to.version !== undefined && to.version !== before.version) throw new Refusal('changed_meanwhile')
  if (!isAhead(before) && before.status !== 'arrived') throw new Refusal('booking_over')
  const visit = (await visitById(tx, before.id))!
  await releaseHolds(tx, { customerId: visit.customer?.id ?? null }, now)
  const { facts, planned } = await planMove(tx, visit, to, rules, now, later)
  const [first, last] = [planned.plan[0]!, planned.plan.at(-1)!]
  const { id } = before
  const moves = before.moves + 1
  await tx.delete(claims).where(eq(claims.bookingId, id))
  await tx.delete(bookingParts).where(eq(bookingParts.bookingId, id))
  await tx
    .update(bookings)
    .set({
      ...{ startsAt: to.startsAt, endsAt: new Date(instantOfMinute(facts, last.to)), staffId: first.staffId },
      ...{ moves, version: sql`${bookings.version} + 1`, keptAt: null },
      // A request is answered before it begins.
      ...(before.expiresAt && before.expiresAt > to.startsAt && { expiresAt: to.startsAt }),
      ...(to.overrideReason && { overrideReason: to.overrideReason }),
    })
    .where(eq(bookings.id, id))
  if (before.expiresAt && before.expiresAt > to.startsAt)
    await tx.update(deposits).set({ expiresAt: to.startsAt }).where(awaitedOf(id))
  await putParts(tx, id, partsOf(facts, planned))
  await takeTime(tx, { bookingId: id }, facts, planned)
  const who = by === 'customer' ? by : by.id
  await tx
    .insert(bookingEvents)
    .values({ bookingId: id, status: before.status, at: now, by: who, movedFrom: before.startsAt })
  if (by !== 'customer')
    await audit(tx, by, 'move_booking', id, { before: before.startsAt, after: { ...to, staffId: first.staffId } }, now)
  await tellOfMove(tx, before, visit, now, later)
}

/** When the customer would notice, reminders of the old time are void and news of the new one goes out. */
async function tellOfMove(
  tx: Tx,
  { id, moves }: Pick<Moved, 'id' | 'moves'>,
  visit: Visit,
  now: Date,
  later?: 'later',
) {
  const after = (await visitById(tx, id))!
  const isNoticed = after.startsAt.getTime() !== visit.startsAt.getTime() || after.staffId !== visit.staffId
  if (!isNoticed) return carryAhead(tx, { id, moves })
  await forgetAhead(tx, { id, moves })
  if (later || after.status !== 'booked' || after.startsAt <= now) return
  const [row] = await tx.select().from(bookings).where(eq(bookings.id, id))
  const news = await newsOf(tx, row!)
  if (news) await tellMoved(tx, news, now)
}

/** Where a visit would go: as booked, by whom it was booked with unless the desk names others. */
async function planMove(
  db: Reader,
  visit: Visit,
  to: To,
  rules: Rules,
  now: Date,
  later?: 'later',
): Promise<{ facts: Facts; planned: Planned }> {
  const parts = bookedParts(visit, { ...to, keepStaff: rules !== 'online' })
  const customerId = visit.customer?.id ?? null
  const known = await factsOf(db, { parts, customerId, moving: visit.id, around: to.startsAt, now })
  const facts = later ? farAhead(known) : known
  const wish = wishAgain(facts, parts, visit.people, rules)
  return { facts, planned: planAt(facts, wish, to.startsAt, rules, now) }
}

const daysBetween = (one: string, other: string) => Math.round((Date.parse(other) - Date.parse(one)) / dayMs)
