import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { queueStates, type WantedVisit, waitlistStates } from '../../shared/booking.ts'
import { bookings } from './booking.ts'
import { customers } from './customers.ts'

/** Somebody who takes a time of a day as soon as one is freed (K-25). Minutes count from midnight. */
export const waitlist = sqliteTable(
  'waitlist',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    wanted: text('wanted', { mode: 'json' }).$type<WantedVisit>().notNull(),
    serviceName: text('service_name').notNull(),
    day: text('day').notNull(),
    fromMinute: integer('from_minute').notNull(),
    toMinute: integer('to_minute').notNull(), // the last start
    state: text('state', { enum: waitlistStates }).notNull().default('waiting'),
    offeredAt: integer('offered_at', { mode: 'timestamp_ms' }),
    offeredStartsAt: integer('offered_starts_at', { mode: 'timestamp_ms' }),
    offerEndsAt: integer('offer_ends_at', { mode: 'timestamp_ms' }), // none: told to all, first wins
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    index('waitlist_open').on(t.day, t.createdAt).where(sql`${t.state} in ('waiting', 'offered')`),
    index('waitlist_of').on(t.customerId, t.createdAt),
  ],
)

/** Who came without a booking and waits for a free chair (K-27). */
export const queue = sqliteTable(
  'queue',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id').references(() => customers.id),
    name: text('name').notNull(),
    wanted: text('wanted', { mode: 'json' }).$type<WantedVisit>().notNull(),
    serviceName: text('service_name').notNull(),
    state: text('state', { enum: queueStates }).notNull().default('waiting'),
    joinedAt: integer('joined_at', { mode: 'timestamp_ms' }).notNull(),
    bookingId: text('booking_id').references(() => bookings.id),
  },
  (t) => [index('queue_open').on(t.joinedAt).where(sql`${t.state} = 'waiting'`)],
)
