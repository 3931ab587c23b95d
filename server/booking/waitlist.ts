import { and, asc, eq, sql } from 'drizzle-orm'
import { bookings, customers, holds, waitlist } from '../../drizzle/schema/index.ts'
import type { NewWait } from '../../shared/booking.ts'
import { Refusal } from '../../shared/refusals.ts'
import { dayMs, dayOf, hourMs } from '../../shared/time.ts'
import { factsOf } from '../catalog/facts.ts'
import type { Reader, Tx } from '../database.ts'
import type { CanPay } from './ask-deposit.ts'
import { claim } from './claim.ts'
import { wishOf } from './pieces.ts'

const openMost = 10

/** Waits for a time of a day to be freed (K-25). The same id again is the same wait. */
export async function joinWaitlist(tx: Tx, customerId: string, wish: NewWait, now: Date) {
  const repeated = await waitById(tx, wish.id)
  if (repeated && repeated.customerId !== customerId) throw new Refusal('id_taken')
  if (repeated) return
  const open = await tx.$count(waitlist, and(eq(waitlist.customerId, customerId), isOpen))
  if (open >= openMost) throw new Refusal('too_many_bookings')
  const { id, day, fromMinute, toMinute, ...wanted } = wish
  const facts = await factsOf(tx, { ...wanted, customerId, firstDay: day, lastDay: day, now })
  if (day < dayOf(now, facts.zone)) throw new Refusal('too_soon')
  const { pieces } = wishOf(facts, wanted, 'online')
  const serviceName = pieces.map(({ name }) => name).join(' + ')
  await tx.insert(waitlist).values({ id, customerId, wanted, serviceName, day, fromMinute, toMinute, createdAt: now })
}

/** The customer waits no longer; a time that is kept for them goes to the next. `customerId` none: staff say so. */
export async function leaveWaitlist(tx: Tx, customerId: string | undefined, id: string) {
  const wait = await waitById(tx, id)
  if (!wait || (customerId && wait.customerId !== customerId)) throw new Refusal('not_found')
  await tx.delete(holds).where(eq(holds.waitlistId, id))
  await tx
    .update(waitlist)
    .set({ state: 'left' })
    .where(and(eq(waitlist.id, id), isOpen))
}

/** Takes the time that was offered; of those who were told of the same, the first wins. */
type Taken = { id: string; policyId?: number; canPay?: CanPay }

export async function acceptOffer(tx: Tx, customerId: string, id: string, taken: Taken, now: Date) {
  const wait = await waitById(tx, id)
  if (!wait || wait.customerId !== customerId) throw new Refusal('not_found')
  if (wait.state === 'booked') return
  if (wait.state !== 'offered' || (wait.offerEndsAt && wait.offerEndsAt <= now)) throw new Refusal('offer_over')
  await tx.delete(holds).where(eq(holds.waitlistId, id))
  const wish = { ...wait.wanted, ...taken, startsAt: wait.offeredStartsAt!, customerId }
  const by = {
    source: 'mini_app' as const,
    by: 'customer',
    waitlistId: id,
    offeredAt: (wait.offerEndsAt && wait.offeredAt) ?? undefined,
  }
  await claim(tx, { ...wish, ...by }, 'online', now)
  await tx.update(waitlist).set({ state: 'booked' }).where(eq(waitlist.id, id))
}

const isOpen = sql`${waitlist.state} in ('waiting', 'offered')`

async function waitById(db: Reader, id: string) {
  return (await db.select().from(waitlist).where(eq(waitlist.id, id)))[0]
}

/** What a customer waits for, what is offered to them, and what lately came of it. */
export async function waitsOf(db: Reader, customerId: string, now: Date) {
  return db
    .select()
    .from(waitlist)
    .where(and(eq(waitlist.customerId, customerId), sql`${waitlist.createdAt} > ${now.getTime() - 60 * dayMs}`))
    .orderBy(asc(waitlist.day), asc(waitlist.createdAt))
    .limit(50)
}

/** Everybody who waits, in the order in which they are asked. */
export const openWaits = (db: Reader) =>
  db
    .select({ wait: waitlist, customer: { id: customers.id, name: customers.name, phone: customers.phone } })
    .from(waitlist)
    .innerJoin(customers, eq(customers.id, waitlist.customerId))
    .where(isOpen)
    .orderBy(asc(waitlist.day), asc(waitlist.createdAt))
    .limit(200)

/**
 * Of the minutes that late cancellations freed in 30 days, those that somebody who waited took (M-20). Late is within
 * the shop's hours of notice before the visit.
 */
export async function recovered(db: Reader, cancelHours: number, now: Date) {
  const since = now.getTime() - 30 * dayMs
  const minutes = sql<number>`coalesce(sum(${bookings.endsAt} - ${bookings.startsAt}), 0) / 60000`
  const [filled] = await db
    .select({ minutes })
    .from(bookings)
    .where(
      sql`${bookings.startsAt} > ${since} AND ${bookings.waitlistId} IS NOT NULL AND ${bookings.createdAt} > ${since}
        AND ${bookings.status} NOT IN ('cancelled', 'no_show', 'declined', 'expired')`,
    )
  const [released] = await db
    .select({ minutes })
    .from(bookings)
    .where(
      sql`${bookings.startsAt} > ${since} AND ${bookings.status} = 'cancelled' AND ${bookings.statusAt} > ${since}
        AND ${bookings.statusAt} > ${bookings.startsAt} - ${cancelHours * hourMs}
        AND ${bookings.statusAt} < ${bookings.startsAt}`,
    )
  return { filledMinutes: filled!.minutes, releasedMinutes: released!.minutes }
}
