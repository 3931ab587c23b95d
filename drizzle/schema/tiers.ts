import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { customers } from './customers.ts'

/** The level somebody holds: the last of their `tier_changes`, and when time alone may change it. */
export const memberships = sqliteTable(
  'memberships',
  {
    customerId: text('customer_id')
      .primaryKey()
      .references(() => customers.id),
    levelId: text('level_id'), // of the programme's; none: no level
    since: integer('since', { mode: 'timestamp_ms' }), // none: never held one
    keepUntil: integer('keep_until', { mode: 'timestamp_ms' }), // they miss something for it, and lose it then
    lookAt: integer('look_at', { mode: 'timestamp_ms' }), // when to look again, whatever happens; none: no need
  },
  (t) => [index('memberships_to_look_at').on(t.lookAt).where(sql`${t.lookAt} is not null`)],
)

const tierSteps = ['risen', 'fallen', 'grace'] as const

/** How somebody came to their level. Only grows. `grace` leaves them what they hold for some days yet. */
export const tierChanges = sqliteTable(
  'tier_changes',
  {
    id: text('id').primaryKey(), // also of the voucher that welcomes them
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    fromLevel: text('from_level'),
    toLevel: text('to_level'),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    why: text('why', { enum: tierSteps }).notNull(),
  },
  (t) => [index('tier_changes_of').on(t.customerId, t.at), index('tier_changes_by_time').on(t.at)],
)
