import { eq, sql } from 'drizzle-orm'
import { bookings, outbox } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { bookingById, visitsWhere } from './bookings.ts'

/** Visits ahead whose customer was asked to confirm and has not: to be called, never cancelled for it (K-30). */
export const unanswered = (db: Reader, now: Date) =>
  visitsWhere(
    db,
    sql`${bookings.status} = 'booked' AND ${bookings.startsAt} > ${now.getTime()} AND ${bookings.keptAt} IS NULL
      AND EXISTS (SELECT 1 FROM ${outbox} WHERE ${outbox.key} = 'reconfirm:' || ${bookings.id}
        || iif(${bookings.moves}, '.' || ${bookings.moves}, '') AND ${outbox.sentAt} IS NOT NULL)`,
  )

export async function keepNote(tx: Tx, by: Staff, id: string, privateNote: string, now: Date) {
  const booking = await bookingById(tx, id)
  if (!booking) throw new Refusal('not_found')
  await tx.update(bookings).set({ privateNote }).where(eq(bookings.id, id))
  await audit(tx, by, 'note_booking', id, {}, now)
}
