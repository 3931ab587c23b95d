import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bookings } from './booking.ts'
import { customers } from './customers.ts'

/** The code with which somebody invites, made when they first ask for it. */
export const invites = sqliteTable(
  'invites',
  {
    customerId: text('customer_id')
      .primaryKey()
      .references(() => customers.id),
    code: text('code').notNull(),
    device: text('device'), // a random id their phone keeps: the same one on both sides is looked at (L-43)
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('invites_by_code').on(t.code)],
)

const referralStates = ['waiting', 'paid', 'refused'] as const

/** Who was brought by whom: one referrer a person, for good (L-41). */
export const referrals = sqliteTable(
  'referrals',
  {
    friendId: text('friend_id')
      .primaryKey()
      .references(() => customers.id),
    referrerId: text('referrer_id')
      .notNull()
      .references(() => customers.id),
    device: text('device'),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    state: text('state', { enum: referralStates }).notNull(),
    bookingId: text('booking_id').references(() => bookings.id), // the visit that counted
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
    why: text('why'), // it was refused
  },
  (t) => [index('referrals_by').on(t.referrerId, t.at), index('referrals_of_visit').on(t.bookingId)],
)

/** Whom the shop has given something to for a birthday, in which year (L-42). */
export const birthdayGifts = sqliteTable(
  'birthday_gifts',
  {
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    year: integer('year').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.year] })],
)
