import { eq, sql } from 'drizzle-orm'
import { feedback } from '../../drizzle/schema/index.ts'
import type { NewFeedback } from '../../shared/feedback.ts'
import { Refusal } from '../../shared/refusals.ts'
import { bookingById } from '../booking/bookings.ts'
import { isSamePerson } from '../customers/people.ts'
import type { Tx } from '../database.ts'
import { thank } from '../loyalty/thanks.ts'
import { forget } from '../notifications/outbox.ts'

/**
 * Stars tapped in the message that asked. Whoever answered in the Mini App has answered; of several taps the earliest
 * counts, in whatever order they are told.
 */
export async function giveByMessage(
  tx: Tx,
  given: { id: string; bookingId: string; customerId: string; rating: number; words: string },
  at: Date,
  now: Date,
) {
  await tx
    .insert(feedback)
    .values({ ...given, at, readAt: null })
    .onConflictDoUpdate({
      target: feedback.bookingId,
      set: { rating: given.rating, words: given.words, at },
      setWhere: sql`${feedback.id} = ${given.id} AND ${feedback.at} > ${at.getTime()}`,
    })
  await thank(tx, { customerId: given.customerId, for: 'review', about: given.bookingId }, now)
}

/** How a visit was, once per visit. The same id again is the same feedback. */
export async function give(tx: Tx, customerId: string, wish: NewFeedback, now: Date) {
  const booking = await bookingById(tx, wish.bookingId)
  if (!booking?.customerId || !(await isSamePerson(tx, booking.customerId, customerId))) throw new Refusal('not_found')
  const [earlier] = await tx.select().from(feedback).where(eq(feedback.bookingId, wish.bookingId))
  if (earlier?.id === wish.id) return earlier
  if (earlier) throw new Refusal('already_rated')
  if (booking.status !== 'completed') throw new Refusal('not_completed')
  const given = { ...wish, customerId, at: now, readAt: null }
  await tx.insert(feedback).values(given)
  await forget(tx, wish.bookingId, ['feedback_ask'])
  await thank(tx, { customerId, for: 'review', about: wish.bookingId }, now)
  return given
}
