import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { services } from './catalog.ts'
import { customers } from './customers.ts'
import { offers } from './offers.ts'

const cardStates = ['live', 'ended'] as const

/** So many visits and the next thing is given: each is a stamp in the wallet `stamps:<id>`, a full card a voucher (L-37). */
export const stampCards = sqliteTable(
  'stamp_cards',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    goal: integer('goal').notNull(),
    serviceIds: text('service_ids', { mode: 'json' }).$type<string[]>().notNull().default([]), // none: any service
    offerId: text('offer_id')
      .notNull()
      .references(() => offers.id), // what a full card gives; it costs no points
    state: text('state', { enum: cardStates }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [check('stamp_card_goal', sql`${t.goal} between 2 and 50`)],
)

/** Sessions of a service that are sold together (L-39). */
export const packagePlans = sqliteTable(
  'package_plans',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    sessions: integer('sessions').notNull(),
    priceVnd: integer('price_vnd').notNull(),
    validDays: integer('valid_days'), // none: for good
    shareable: integer('shareable', { mode: 'boolean' }).notNull().default(false), // others may come on it
    state: text('state', { enum: cardStates }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [check('package_of_sessions', sql`${t.sessions} between 1 and 200 and ${t.priceVnd} >= 0`)],
)

/** One that was sold, as it then read; what is left of it is the wallet `package:<id>`. */
export const packages = sqliteTable(
  'packages',
  {
    id: text('id').primaryKey(),
    planId: text('plan_id')
      .notNull()
      .references(() => packagePlans.id),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    name: text('name').notNull(),
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    sessions: integer('sessions').notNull(),
    paidVnd: integer('paid_vnd').notNull(),
    shareable: integer('shareable', { mode: 'boolean' }).notNull(),
    soldBy: text('sold_by').notNull(),
    soldAt: integer('sold_at', { mode: 'timestamp_ms' }).notNull(),
    frozenAt: integer('frozen_at', { mode: 'timestamp_ms' }), // its time stands still
    frozenLeftMs: integer('frozen_left_ms'), // how long it still ran then; none: for good
    refundedVnd: integer('refunded_vnd'), // its rest was paid back
    refundedAt: integer('refunded_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    index('packages_of').on(t.customerId, t.soldAt),
    check('package_refund_within', sql`${t.refundedVnd} is null or ${t.refundedVnd} between 0 and ${t.paidVnd}`),
  ],
)
