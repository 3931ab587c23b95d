import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { adjustmentReasons, pointsReasons } from '../../shared/loyalty.ts'
import { customers } from './customers.ts'

/** Only grows. A balance is the sum of a customer's entries; a mistake is corrected by a further entry. */
export const pointsEntries = sqliteTable(
  'points_entries',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    points: integer('points').notNull(),
    reason: text('reason', { enum: pointsReasons }).notNull(),
    cause: text('cause').notNull(), // the visit, the redemption, the adjustment
    eligibleVnd: integer('eligible_vnd'), // what was paid and counts
    unitVnd: integer('unit_vnd'), // the rule at that time: đồng for one point
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('points_once_per_cause').on(t.reason, t.cause),
    index('points_of').on(t.customerId, t.points),
    check('points_not_zero', sql`${t.points} <> 0`),
  ],
)

export const rewards = sqliteTable('rewards', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  pointsCost: integer('points_cost').notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
})

/** Only grows: a reward handed over at the desk. */
export const redemptions = sqliteTable(
  'redemptions',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    rewardId: text('reward_id')
      .notNull()
      .references(() => rewards.id),
    rewardName: text('reward_name').notNull(),
    points: integer('points').notNull(),
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('redemptions_of').on(t.customerId)],
)

const adjustmentStatuses = ['waiting', 'done', 'rejected'] as const

/** A correction that staff asked for; its points enter the ledger when it is done. */
export const adjustments = sqliteTable(
  'adjustments',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    points: integer('points').notNull(),
    reasonCode: text('reason_code', { enum: adjustmentReasons }).notNull(),
    note: text('note').notNull(),
    status: text('status', { enum: adjustmentStatuses }).notNull(),
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    decidedBy: text('decided_by'),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    index('adjustments_of').on(t.customerId),
    index('adjustments_waiting').on(t.at).where(sql`${t.status} = 'waiting'`),
    check('adjustment_second_person', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.by}`),
  ],
)
