import type { NewBooking } from '../../shared/booking.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { bookingOwner } from './bookings.ts'
import { claim } from './claim.ts'

/** A shopper takes a free time. The same id again is the same booking, whatever became of it. */
export async function book(tx: Tx, customerId: string, wish: NewBooking, now: Date) {
  const repeated = await bookingOwner(tx, wish.id)
  if (!repeated) await claim(tx, { ...wish, customerId, source: 'mini_app', by: 'customer' }, 'online', now)
  else if (repeated.customerId !== customerId) throw new Refusal('id_taken')
}
