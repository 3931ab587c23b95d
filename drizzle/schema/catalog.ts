import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  type Addon,
  acceptances,
  type DayInterval,
  type Deposit,
  type DoneBy,
  type Gap,
  type Need,
  priceKinds,
  questionKinds,
  type RefundTier,
  type SlotMinutes,
  treatments,
  type Variant,
  waitlistModes,
} from '../../shared/catalog.ts'

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
    slotMinutes: integer('slot_minutes').$type<SlotMinutes>().notNull().default(15),
    leadMinutes: integer('lead_minutes').notNull().default(60),
    horizonDays: integer('horizon_days').notNull().default(30),
    cancelHours: integer('cancel_hours').notNull().default(2),
    maxOpenBookings: integer('max_open_bookings').notNull().default(3),
    adjustmentLimitPoints: integer('adjustment_limit_points').notNull().default(100),
    bookableUntil: text('bookable_until'), // a day; beside the horizon, whichever comes first
    maxPerDay: integer('max_per_day'), // visits of the whole shop that shoppers may fill
    buffersInsideHours: integer('buffers_inside_hours', { mode: 'boolean' }).notNull().default(true),
    acceptance: text('acceptance', { enum: acceptances }).notNull().default('auto'),
    acceptMinutes: integer('accept_minutes').notNull().default(720), // then a request lapses
    selfCancel: integer('self_cancel', { mode: 'boolean' }).notNull().default(true),
    holdMinutes: integer('hold_minutes').notNull().default(5), // while somebody confirms
    waitlistMode: text('waitlist_mode', { enum: waitlistModes }).notNull().default('in_order'),
    offerMinutes: integer('offer_minutes').notNull().default(15), // how long a freed time is kept for who waits
    seriesMost: integer('series_most').notNull().default(6), // visits a shopper may book at once; 0 is not offered
    depositMinutes: integer('deposit_minutes').notNull().default(30), // to pay it in; then the time is free again
    riskNoShows: integer('risk_no_shows'), // who did not come so often pays ahead (K-22); none: nobody has to
    riskDays: integer('risk_days').notNull().default(90),
    riskPercent: integer('risk_percent').notNull().default(50),
    setUpVersion: integer('set_up_version').notNull().default(0), // another with each change of the tables of this file
    claimsVersion: integer('claims_version').notNull().default(0), // grows with each change of a claim
    doorEpoch: integer('door_epoch').notNull().default(1), // another number makes the printed code at the door void
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
  priceKind: text('price_kind', { enum: priceKinds }).notNull().default('fixed'),
  priceMaxVnd: integer('price_max_vnd'), // of a range
  private: integer('private', { mode: 'boolean' }).notNull().default(false), // only the desk books it
  bufferBeforeMinutes: integer('buffer_before_minutes').notNull().default(0),
  bufferAfterMinutes: integer('buffer_after_minutes').notNull().default(0),
  cleaning: integer('cleaning', { mode: 'boolean' }).notNull().default(false), // buffers are work: neighbours' add up
  gaps: text('gaps', { mode: 'json' }).$type<Gap[]>().notNull().default([]),
  groupSize: integer('group_size').notNull().default(1), // people at once with one person of staff
  leadMinutes: integer('lead_minutes'), // none: the shop's
  variants: text('variants', { mode: 'json' }).$type<Variant[]>().notNull().default([]),
  addons: text('addons', { mode: 'json' }).$type<Addon[]>().notNull().default([]),
  doneBy: text('done_by', { mode: 'json' }).$type<DoneBy[]>().notNull().default([]), // nobody named: everybody does it
  needs: text('needs', { mode: 'json' }).$type<Need[]>().notNull().default([]),
  deposit: text('deposit', { mode: 'json' }).$type<Deposit>(), // paid ahead (K-21)
})

/** Chairs, beds, rooms, machines: so many of a kind, any free one serves. */
export const resources = sqliteTable('resources', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  quantity: integer('quantity').notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
})

export const staffMembers = sqliteTable('staff_members', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  photoUrl: text('photo_url'),
  active: integer('active', { mode: 'boolean' }).notNull(),
  maxPerDay: integer('max_per_day'), // visits that shoppers may fill
  phone: text('phone'), // +84…: points on it wait for the owner (L-43)
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

/** The hours of one date, of the shop or of one person, instead of their week; no hours is closed. */
export const specialDays = sqliteTable(
  'special_days',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id').references(() => staffMembers.id),
    day: text('day').notNull(),
    intervals: text('intervals', { mode: 'json' }).$type<DayInterval[]>().notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [index('special_days_on').on(t.day)],
)

/** A public holiday as somebody told it, and what the owner does with it (K-11). */
export const holidays = sqliteTable('holidays', {
  day: text('day').primaryKey(),
  name: text('name').notNull(),
  source: text('source').notNull(),
  treatment: text('treatment', { enum: treatments }).notNull().default('unconfirmed'),
  closedUntilAsked: integer('closed_until_asked', { mode: 'boolean' }).notNull(), // what holds while unconfirmed
  intervals: text('intervals', { mode: 'json' }).$type<DayInterval[]>().notNull().default([]), // when special
  surchargePercent: integer('surcharge_percent').notNull().default(0),
  decidedBy: text('decided_by'),
  decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
})

/** A stretch of one date in which somebody, or with `staffId` null the whole shop, takes nobody. */
export const blockedTimes = sqliteTable(
  'blocked_times',
  {
    id: text('id').primaryKey(),
    staffId: text('staff_id').references(() => staffMembers.id),
    startsAt: integer('starts_at', { mode: 'timestamp_ms' }).notNull(),
    endsAt: integer('ends_at', { mode: 'timestamp_ms' }).notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [index('blocked_times_until').on(t.endsAt), check('block_takes_time', sql`${t.endsAt} > ${t.startsAt}`)],
)

/** Only grows: the words about cancelling that bookings were made under. The newest holds. */
export const policies = sqliteTable('policies', {
  id: integer('id').primaryKey(),
  words: text('words').notNull(),
  refundTiers: text('refund_tiers', { mode: 'json' }).$type<RefundTier[]>().notNull(),
  cancelHours: integer('cancel_hours').notNull(),
  at: integer('at', { mode: 'timestamp_ms' }).notNull(),
})

/** What is asked when somebody books; `serviceId` null asks everybody. */
export const intakeQuestions = sqliteTable('intake_questions', {
  id: text('id').primaryKey(),
  serviceId: text('service_id').references(() => services.id),
  question: text('question').notNull(),
  kind: text('kind', { enum: questionKinds }).notNull(),
  choices: text('choices', { mode: 'json' }).$type<string[]>().notNull(),
  required: integer('required', { mode: 'boolean' }).notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
})
