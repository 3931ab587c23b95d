import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bookings } from './booking.ts'
import { customers } from './customers.ts'

/** What a customer said of one visit, once. */
export const feedback = sqliteTable(
  'feedback',
  {
    id: text('id').primaryKey(),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    rating: integer('rating').notNull(),
    words: text('words').notNull(),
    recommend: integer('recommend'), // 0 to 10: would they send a friend (M-23); none: not answered
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    readAt: integer('read_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('feedback_once_per_visit').on(t.bookingId),
    index('feedback_of').on(t.customerId),
    index('feedback_by_time').on(t.at),
    check('rating_one_to_five', sql`${t.rating} between 1 and 5`),
  ],
)
