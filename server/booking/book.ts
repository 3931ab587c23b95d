import type { NewBooking } from '../../shared/booking.ts'
import type { Tx } from '../database.ts'
import type { CanPay } from './ask-deposit.ts'
import { claim } from './claim.ts'

/** A shopper takes a free time. The same id again is the same booking, whatever became of it. */
export const book = (tx: Tx, customerId: string, wish: NewBooking & { canPay?: CanPay }, now: Date) =>
  claim(tx, { ...wish, customerId, source: 'mini_app', by: 'customer' }, 'online', now)
