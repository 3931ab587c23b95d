import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { intents, messageStates } from '../../shared/notifications.ts'
import { customers } from './customers.ts'

/** What is to leave the house: written with the act that causes it, delivered by a round afterwards. */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(), // also Zalo's tracking_id
    key: text('key').notNull(), // intent and what it is about: the same news is told once
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    about: text('about').notNull(), // the booking
    intent: text('intent', { enum: intents }).notNull(),
    params: text('params', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    state: text('state', { enum: messageStates }).notNull().default('waiting'),
    dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(), // not before
    uselessAt: integer('useless_at', { mode: 'timestamp_ms' }).notNull(), // not after
    attempts: integer('attempts').notNull().default(0),
    unknownTimes: integer('unknown_times').notNull().default(0), // how often nobody knew whether it left
    leaseToken: text('lease_token'), // fences off a round that came back too late
    leaseUntil: integer('lease_until', { mode: 'timestamp_ms' }),
    problem: text('problem'), // a sentence for the owner
    zaloMessageId: text('zalo_message_id'),
    sentAt: integer('sent_at', { mode: 'timestamp_ms' }),
    deliveredAt: integer('delivered_at', { mode: 'timestamp_ms' }),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('outbox_once').on(t.key),
    index('outbox_due').on(t.dueAt).where(sql`${t.state} in ('waiting', 'sending', 'unknown')`),
    index('outbox_about').on(t.about),
    index('outbox_of').on(t.customerId),
    index('outbox_by_zalo').on(t.zaloMessageId),
    index('outbox_by_time').on(t.createdAt),
  ],
)
