import type { NewBooking } from '../../shared/booking.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { bookingOwner, visitById } from './bookings.ts'
import { rulesOf } from './change-status.ts'
import { claim } from './claim.ts'

/** A shopper takes a free time. The same id again is the same booking, whatever became of it. */
export async function book(tx: Tx, customerId: string, wish: NewBooking, now: Date) {
  const repeated = await bookingOwner(tx, wish.id)
  if (!repeated) return claim(tx, { ...wish, customerId, source: 'mini_app', by: 'customer' }, 'online', now)
  if (repeated.customerId !== customerId) throw new Refusal('id_taken')
  return { visit: (await visitById(tx, wish.id))!, rules: await rulesOf(tx) }
}
