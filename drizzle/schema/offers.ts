import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { type Audience, offerKinds, offerStates, voucherStates } from '../../shared/offers.ts'
import { bookings } from './booking.ts'
import { services } from './catalog.ts'
import { customers } from './customers.ts'
import { orders } from './orders.ts'

/** What the shop gives: for points, or for nothing. What it costs is reserved when a voucher of it is made (C-3). */
export const offers = sqliteTable(
  'offers',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    words: text('words').notNull().default(''), // the conditions, as a customer reads them
    kind: text('kind', { enum: offerKinds }).notNull(),
    amountVnd: integer('amount_vnd'),
    percent: integer('percent'),
    mostVnd: integer('most_vnd'), // what a percent, or a free service, takes off at most
    serviceId: text('service_id').references(() => services.id),
    costVnd: integer('cost_vnd').notNull().default(0), // to the shop, of a gift
    pointsCost: integer('points_cost').notNull().default(0),
    stock: integer('stock'), // vouchers that may be out or used; none: any number
    perPerson: integer('per_person'),
    budgetVnd: integer('budget_vnd'),
    fromDay: text('from_day'),
    toDay: text('to_day'),
    weekdays: text('weekdays', { mode: 'json' }).$type<number[]>().notNull().default([]),
    audience: text('audience', { mode: 'json' }).$type<Audience>().notNull().default({ kind: 'everybody' }),
    validDays: integer('valid_days'), // of a voucher without points; none: as long as the offer
    startsAfterDays: integer('starts_after_days').notNull().default(0),
    alone: integer('alone', { mode: 'boolean' }).notNull().default(true), // not beside another on one bill (C-4)
    state: text('state', { enum: offerStates }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    check('offer_percent', sql`${t.percent} is null or ${t.percent} between 1 and 100`),
    check('offer_costs_no_less_than_nothing', sql`${t.pointsCost} >= 0 and ${t.costVnd} >= 0`),
  ],
)

/** One use of an offer by one customer. The code is what they show; what was promised is kept as it then read. */
export const vouchers = sqliteTable(
  'vouchers',
  {
    id: text('id').primaryKey(),
    code: text('code').notNull(),
    offerId: text('offer_id')
      .notNull()
      .references(() => offers.id),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    state: text('state', { enum: voucherStates }).notNull(),
    name: text('name').notNull(),
    points: integer('points').notNull().default(0), // reserved for it, then spent
    setAsideVnd: integer('set_aside_vnd').notNull().default(0), // of the budget, until it is settled
    costVnd: integer('cost_vnd'), // what it really cost, once it is used
    bookingId: text('booking_id').references(() => bookings.id),
    orderId: text('order_id').references(() => orders.id),
    issuedAt: integer('issued_at', { mode: 'timestamp_ms' }).notNull(),
    validFrom: integer('valid_from', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
    by: text('by').notNull(), // who made it, then who ended it
    reason: text('reason'),
  },
  (t) => [
    uniqueIndex('vouchers_by_code').on(t.code),
    index('vouchers_of').on(t.customerId, t.issuedAt),
    index('vouchers_of_offer').on(t.offerId, t.state),
    index('vouchers_by_time').on(t.issuedAt),
    index('vouchers_of_order').on(t.orderId).where(sql`${t.orderId} is not null`),
    index('vouchers_of_visit').on(t.bookingId).where(sql`${t.bookingId} is not null`),
    index('vouchers_running_out').on(t.expiresAt).where(sql`${t.state} = 'open' and ${t.expiresAt} is not null`),
  ],
)

/** A code that is typed for an offer: one for everybody, or many that are good once (L-34). */
export const offerCodes = sqliteTable(
  'offer_codes',
  {
    code: text('code').primaryKey(), // capitals without dashes
    offerId: text('offer_id')
      .notNull()
      .references(() => offers.id),
    most: integer('most'), // how often it may be taken; none: as often as the offer
    taken: integer('taken').notNull().default(0),
    label: text('label').notNull().default(''), // of those made together: a leaflet, a partner
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    by: text('by').notNull(),
  },
  (t) => [
    index('offer_codes_of').on(t.offerId, t.createdAt),
    check('offer_code_within', sql`${t.taken} >= 0 and (${t.most} is null or ${t.taken} <= ${t.most})`),
  ],
)
