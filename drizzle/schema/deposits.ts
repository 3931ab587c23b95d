import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { depositStates, depositWhys } from '../../shared/deposits.ts'
import { bookings } from './booking.ts'
import { policies } from './catalog.ts'

/** What is paid ahead of a visit (K-21 to K-23). Its money is in `payments` and `paybacks`, by the id of the booking. */
export const deposits = sqliteTable(
  'deposits',
  {
    bookingId: text('booking_id')
      .primaryKey()
      .references(() => bookings.id),
    amountVnd: integer('amount_vnd').notNull(),
    why: text('why', { enum: depositWhys }).notNull(),
    state: text('state', { enum: depositStates }).notNull(),
    stateAt: integer('state_at', { mode: 'timestamp_ms' }).notNull(),
    stateBy: text('state_by').notNull(), // 'customer', 'clock' or the account's id
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(), // not paid by then, the visit lapses
    policyId: integer('policy_id').references(() => policies.id), // the words that were accepted
    reason: text('reason'), // why it was waived
  },
  (t) => [
    index('deposits_awaited').on(t.expiresAt).where(sql`${t.state} = 'awaited'`),
    check('deposit_of_something', sql`${t.amountVnd} > 0`),
  ],
)
