import type { DeskBooking } from '../../shared/booking.ts'
import { BadInput } from '../../shared/refusals.ts'
import { floorMinute } from '../../shared/time.ts'
import { addCustomer } from '../customers/add-customer.ts'
import { customerById } from '../customers/customers.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import type { CanPay } from './ask-deposit.ts'
import { bookingOwner } from './bookings.ts'
import { claim } from './claim.ts'

/** Staff book by phone, or seat somebody who walked in: then it begins this minute and the visit has arrived. */
export async function bookAtDesk(
  tx: Tx,
  by: Staff,
  wish: Omit<DeskBooking, 'deposit'> & { deposit?: boolean; canPay?: CanPay },
  now: Date,
) {
  if (await bookingOwner(tx, wish.id)) return
  if (wish.customerId && !(await customerById(tx, wish.customerId))) throw new BadInput('customerId', 'unknown')
  const customerId = wish.newCustomer
    ? await addCustomer(tx, by, { id: wish.id, ...wish.newCustomer }, now)
    : wish.customerId

  const source = wish.startsAt ? 'desk' : 'walk_in'
  const startsAt = floorMinute(wish.startsAt ?? now)
  // Whoever is named and serves a walk-in is plainly there, whatever their hours say.
  const isThere = source === 'walk_in' && wish.parts.every(({ staffId }) => staffId)
  const rules = wish.overrideReason || isThere ? 'override' : 'desk'
  await claim(tx, { ...wish, customerId, startsAt, source, by: by.id }, rules, now)
  await audit(tx, by, 'book_at_desk', wish.id, { after: { source, startsAt, reason: wish.overrideReason } }, now)
}
