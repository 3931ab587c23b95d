import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { SlotMinutes } from '../../shared/catalog.ts'

/** One row: the shop itself and its rules. */
export const shop = sqliteTable(
  'shop',
  {
    id: integer('id').primaryKey(),
    name: text('name').notNull(),
    address: text('address').notNull(),
    phone: text('phone').notNull(),
    zone: text('zone').notNull().default('Asia/Ho_Chi_Minh'),
    brandColor: text('brand_color').notNull().default('#0F766E'),
    pointsUnitVnd: integer('points_unit_vnd').notNull().default(10_000), // đồng for one point
    slotMinutes: integer('slot_minutes').$type<SlotMinutes>().notNull().default(15),
    leadMinutes: integer('lead_minutes').notNull().default(60),
    horizonDays: integer('horizon_days').notNull().default(30),
    cancelHours: integer('cancel_hours').notNull().default(2),
    maxOpenBookings: integer('max_open_bookings').notNull().default(3),
    adjustmentLimitPoints: integer('adjustment_limit_points').notNull().default(100),
  },
  (t) => [check('shop_is_one', sql`${t.id} = 1`)],
)

export const services = sqliteTable('services', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  category: text('category').notNull(),
  durationMinutes: integer('duration_minutes').notNull(),
  priceVnd: integer('price_vnd').notNull(),
  photoUrl: text('photo_url'),
  active: integer('active', { mode: 'boolean' }).notNull(),
})

export const staffMembers = sqliteTable('staff_members', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  photoUrl: text('photo_url'),
  active: integer('active', { mode: 'boolean' }).notNull(),
})

/** A week of opening intervals. `staffId` null is the shop's; a person with rows of their own works those instead. */
export const weeklyHours = sqliteTable(
  'weekly_hours',
  {
    id: integer('id').primaryKey(),
    staffId: text('staff_id').references(() => staffMembers.id),
    weekday: integer('weekday').notNull(),
    startMinute: integer('start_minute').notNull(),
    lengthMinutes: integer('length_minutes').notNull(),
  },
  (t) => [index('weekly_hours_of').on(t.staffId, t.weekday)],
)

/** Days without work, both ends included. `staffId` null closes the shop. */
export const daysOff = sqliteTable(
  'days_off',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id').references(() => staffMembers.id),
    fromDay: text('from_day').notNull(),
    toDay: text('to_day').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [index('days_off_until').on(t.toDay)],
)
