import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bookingStatuses } from '../../shared/booking.ts'
import { services, staffMembers } from './catalog.ts'
import { customers } from './customers.ts'

export const bookingSources = ['mini_app', 'desk', 'walk_in'] as const

/**
 * A visit, planned or past. Status is the last row of its `booking_events`; triggers write those, refuse a step
 * backwards and refuse a second active booking of the same person at the same time.
 */
export const bookings = sqliteTable(
  'bookings',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id').references(() => customers.id), // none: a passer-by who gave no name
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    staffId: text('staff_id')
      .notNull()
      .references(() => staffMembers.id),
    source: text('source', { enum: bookingSources }).notNull(),
    status: text('status', { enum: bookingStatuses }).notNull(),
    statusAt: integer('status_at', { mode: 'timestamp_ms' }).notNull(),
    statusBy: text('status_by').notNull(), // 'customer' or the account's id
    statusReason: text('status_reason'),
    startsAt: integer('starts_at', { mode: 'timestamp_ms' }).notNull(),
    endsAt: integer('ends_at', { mode: 'timestamp_ms' }).notNull(),
    serviceName: text('service_name').notNull(), // as booked, whatever it is called later
    priceVnd: integer('price_vnd').notNull(), // as booked
    discountVnd: integer('discount_vnd').notNull().default(0),
    coveredByPointsVnd: integer('covered_by_points_vnd').notNull().default(0),
    note: text('note'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    index('bookings_by_time').on(t.startsAt),
    index('bookings_of_staff').on(t.staffId, t.startsAt),
    index('bookings_of_customer').on(t.customerId, t.startsAt),
    check('booking_takes_time', sql`${t.endsAt} > ${t.startsAt}`),
    check('booking_paid_not_negative', sql`${t.discountVnd} + ${t.coveredByPointsVnd} <= ${t.priceVnd}`),
  ],
)

/** Only grows; written by triggers on `bookings`. */
export const bookingEvents = sqliteTable(
  'booking_events',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    status: text('status', { enum: bookingStatuses }).notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    by: text('by').notNull(),
    reason: text('reason'),
  },
  (t) => [index('booking_events_of').on(t.bookingId)],
)
