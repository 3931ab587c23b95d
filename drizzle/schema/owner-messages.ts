import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { customers } from './customers.ts'
import { accounts } from './staff.ts'

/** Where and what somebody of the shop wants to be told in Zalo. */
export const ownerInboxes = sqliteTable('owner_inboxes', {
  accountId: text('account_id')
    .primaryKey()
    .references(() => accounts.id),
  customerId: text('customer_id').references(() => customers.id), // who they are at Zalo; none until they tied it
  code: text('code').unique(), // ties them: typed in the Mini App once, before it runs out
  codeUntil: integer('code_until', { mode: 'timestamp_ms' }),
  daily: integer('daily', { mode: 'boolean' }).notNull().default(false),
  weekly: integer('weekly', { mode: 'boolean' }).notNull().default(true),
  lowRating: integer('low_rating', { mode: 'boolean' }).notNull().default(true),
  noShows: integer('no_shows', { mode: 'boolean' }).notNull().default(true),
  quota: integer('quota', { mode: 'boolean' }).notNull().default(true),
  connection: integer('connection', { mode: 'boolean' }).notNull().default(true),
  newOrders: integer('new_orders', { mode: 'boolean' }).notNull().default(false),
  atMinute: integer('at_minute').notNull().default(480), // of the digest, in the shop's zone
  weekday: integer('weekday').notNull().default(1),
  tiedAt: integer('tied_at', { mode: 'timestamp_ms' }),
})

/** A digest as it was told, so that the page, the message and next week's agree. */
export const digests = sqliteTable(
  'digests',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ['daily', 'weekly'] }).notNull(),
    day: text('day').notNull(), // the last that it tells of
    figures: text('figures', { mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    suggestionId: text('suggestion_id'),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('digests_once').on(t.kind, t.day)],
)
