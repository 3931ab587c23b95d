import { and, asc, eq, sql } from 'drizzle-orm'
import { bookings } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import { minuteMs } from '../../shared/time.ts'
import type { Tx } from '../database.ts'
import { arrive } from './change-status.ts'

/** Who comes earlier than this has come for something else. */
const earliestMinutes = 60

/**
 * Somebody scanned the code at the door: their visit of about now begins, and it is proven that they came (K-28).
 * Answers with the booking's id; who is checked in already stays so.
 */
export async function checkIn(tx: Tx, customerId: string, now: Date): Promise<string> {
  const [booking] = await tx
    .select({ id: bookings.id, status: bookings.status })
    .from(bookings)
    .where(
      and(
        eq(bookings.customerId, customerId),
        sql`${bookings.status} IN ('booked', 'arrived', 'in_service')`,
        sql`${bookings.startsAt} <= ${now.getTime() + earliestMinutes * minuteMs} AND ${bookings.endsAt} > ${now.getTime()}`,
      ),
    )
    .orderBy(asc(bookings.startsAt))
    .limit(1)
  if (!booking) throw new Refusal('no_booking_now')
  if (booking.status === 'booked') await arrive(tx, 'customer', booking.id, now)
  return booking.id
}
