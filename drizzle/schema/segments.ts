import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import {
  campaignKinds,
  campaignStates,
  type Rule,
  segmentMoves,
  suggestionKinds,
  suggestionStates,
} from '../../shared/segments.ts'
import { customers } from './customers.ts'
import { outbox } from './notifications.ts'
import { offers, vouchers } from './offers.ts'

/** Customers who have something in common (P-6): ready-made ones have a key, the shop's own have a rule. */
export const segments = sqliteTable('segments', {
  id: text('id').primaryKey(),
  key: text('key').unique(), // of a ready-made one
  name: text('name').notNull(), // '' of a ready-made one: the page has its words
  rule: text('rule', { mode: 'json' }).$type<Rule>().notNull(),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
})

/** Who is in it now; a round looks, and writes down who entered and left. */
export const segmentMembers = sqliteTable(
  'segment_members',
  {
    segmentId: text('segment_id')
      .notNull()
      .references(() => segments.id),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    enteredAt: integer('entered_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.segmentId, t.customerId] }), index('segments_of').on(t.customerId)],
)

/** Only grows. */
export const segmentEvents = sqliteTable(
  'segment_events',
  {
    id: integer('id').primaryKey(),
    segmentId: text('segment_id').notNull(),
    customerId: text('customer_id').notNull(),
    what: text('what', { enum: segmentMoves }).notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    index('segment_events_of').on(t.customerId, t.id),
    index('segment_events_by_segment').on(t.segmentId, t.what, t.at),
  ],
)

/** What follows when somebody enters or leaves a segment (P-6): one thing for each of the two. */
export const segmentFollows = sqliteTable(
  'segment_follows',
  {
    id: text('id').primaryKey(),
    segmentId: text('segment_id')
      .notNull()
      .references(() => segments.id),
    what: text('what', { enum: segmentMoves }).notNull(),
    kind: text('kind', { enum: campaignKinds }).notNull(),
    offerId: text('offer_id').references(() => offers.id),
    mostPerMonth: integer('most_per_month').notNull(), // people
    active: integer('active', { mode: 'boolean' }).notNull(),
    offBecause: text('off_because', { enum: ['segment_changed'] }), // none: somebody switched it off
    since: integer('since', { mode: 'timestamp_ms' }).notNull(),
    doneTo: integer('done_to').notNull(), // the event up to which it was followed
  },
  (t) => [uniqueIndex('segment_follows_once').on(t.segmentId, t.what)],
)

/** How recent, how often, how much: 1 to 5 each (P-8). */
export const customerScores = sqliteTable('customer_scores', {
  customerId: text('customer_id')
    .primaryKey()
    .references(() => customers.id),
  recency: integer('recency').notNull(),
  frequency: integer('frequency').notNull(),
  monetary: integer('monetary').notNull(),
})

/** An offer or a message given to many at once: whom, what it was to cost and bring. One that follows a segment grows for a month. */
export const campaigns = sqliteTable(
  'campaigns',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: campaignKinds }).notNull(),
    segmentId: text('segment_id').references(() => segments.id), // none: people named one by one
    offerId: text('offer_id').references(() => offers.id),
    name: text('name').notNull(),
    people: integer('people').notNull(),
    expectedVnd: integer('expected_vnd'), // what it is hoped to bring
    expectedCostVnd: integer('expected_cost_vnd').notNull().default(0),
    state: text('state', { enum: campaignStates }).notNull(),
    doneTo: text('done_to').notNull().default(''), // the customer up to whom it has been given
    suggestionId: text('suggestion_id'),
    followId: text('follow_id').references(() => segmentFollows.id),
    month: text('month'), // of the shop's calendar, if it follows a segment
    followSince: integer('follow_since', { mode: 'timestamp_ms' }), // switched on or changed again it is another campaign
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
  },
  (t) => [uniqueIndex('campaigns_of_follow').on(t.followId, t.month, t.followSince)],
)

/** Who is meant by a campaign, and what they got; whom it left out says why. */
export const campaignPeople = sqliteTable(
  'campaign_people',
  {
    campaignId: text('campaign_id')
      .notNull()
      .references(() => campaigns.id),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    outboxId: text('outbox_id').references(() => outbox.id),
    voucherId: text('voucher_id').references(() => vouchers.id),
    leftOut: text('left_out'), // the code of a refusal
    at: integer('at', { mode: 'timestamp_ms' }),
  },
  (t) => [primaryKey({ columns: [t.campaignId, t.customerId] }), index('campaigns_of').on(t.customerId)],
)

/** One thing to do next, with what it should bring; afterwards what it did (O-12, B-14). */
export const suggestions = sqliteTable(
  'suggestions',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: suggestionKinds }).notNull(),
    day: text('day').notNull(), // on which it was made
    people: integer('people').notNull(),
    expectedVnd: integer('expected_vnd').notNull(),
    sum: text('sum', { mode: 'json' }).$type<Record<string, number>>().notNull(), // how the expectation came about
    state: text('state', { enum: suggestionStates }).notNull(),
    by: text('by'),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
    scoreOn: text('score_on'), // the day on which it is looked at again
    returned: integer('returned'), // of the people it meant
    broughtVnd: integer('brought_vnd'),
    scoredAt: integer('scored_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('suggestions_once_a_day').on(t.day, t.kind),
    index('suggestions_to_score').on(t.scoreOn).where(sql`${t.scoredAt} is null`),
  ],
)

/** Whom a suggestion means, so that what it brought can be told of the same people. */
export const suggestionPeople = sqliteTable(
  'suggestion_people',
  {
    suggestionId: text('suggestion_id')
      .notNull()
      .references(() => suggestions.id),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
  },
  (t) => [primaryKey({ columns: [t.suggestionId, t.customerId] })],
)
