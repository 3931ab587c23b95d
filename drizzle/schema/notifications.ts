import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Layout, ParamSources } from '../../shared/message-templates.ts'
import { conditions, intents, messageKinds, messageStates, routes } from '../../shared/notifications.ts'
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
    about: text('about').notNull(), // the booking, the redemption
    intent: text('intent', { enum: messageKinds }).notNull(),
    params: text('params', { mode: 'json' }).$type<Record<string, string>>().notNull(),
    state: text('state', { enum: messageStates }).notNull().default('waiting'),
    dueAt: integer('due_at', { mode: 'timestamp_ms' }).notNull(), // not before
    uselessAt: integer('useless_at', { mode: 'timestamp_ms' }).notNull(), // not after
    attempts: integer('attempts').notNull().default(0),
    unknownTimes: integer('unknown_times').notNull().default(0), // how often nobody knew whether it left
    leaseToken: text('lease_token'), // fences off a round that came back too late
    leaseUntil: integer('lease_until', { mode: 'timestamp_ms' }),
    problem: text('problem'), // a sentence for the owner
    route: text('route', { enum: routes }), // the way it went, or goes
    barred: text('barred', { mode: 'json' }).$type<string[]>().notNull().default([]), // ways that Zalo refused
    costVnd: integer('cost_vnd').notNull().default(0), // what Zalo charges for it, without tax
    zaloMessageId: text('zalo_message_id'),
    sentAt: integer('sent_at', { mode: 'timestamp_ms' }),
    deliveredAt: integer('delivered_at', { mode: 'timestamp_ms' }),
    seenAt: integer('seen_at', { mode: 'timestamp_ms' }),
    clickedAt: integer('clicked_at', { mode: 'timestamp_ms' }),
    stars: integer('stars'), // what the person tapped in the message itself
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('outbox_once').on(t.key),
    index('outbox_due').on(t.dueAt).where(sql`${t.state} in ('waiting', 'sending', 'unknown')`),
    // Who has a message under way, or one that will be tried again: later ones wait for it.
    index('outbox_under_way')
      .on(t.customerId, t.id)
      .where(sql`${t.state} = 'sending' or (${t.state} = 'waiting' and ${t.attempts} > 0)`),
    index('outbox_of').on(t.customerId, t.sentAt),
    index('outbox_by_cost').on(t.sentAt).where(sql`${t.sentAt} is not null`),
    index('outbox_by_zalo').on(t.zaloMessageId).where(sql`${t.zaloMessageId} is not null`),
  ],
)

/** When an intent is sent: event, wait, condition, deadline. One row an intent, made with the database. */
export const triggers = sqliteTable('triggers', {
  intent: text('intent', { enum: intents }).primaryKey(),
  enabled: integer('enabled', { mode: 'boolean' }).notNull(),
  waitMinutes: integer('wait_minutes').notNull(), // after the event; before it for a visit ahead
  condition: text('condition', { enum: conditions }).notNull().default('always'),
  deadlineMinutes: integer('deadline_minutes').notNull(), // after it became due, or before the visit: then worthless
})

/** Which approved template says an intent, from where its parameters come, and how it reads. */
export const intentTemplates = sqliteTable('intent_templates', {
  intent: text('intent', { enum: intents }).primaryKey(),
  templateId: text('template_id').notNull(),
  params: text('params', { mode: 'json' }).$type<ParamSources>().notNull(),
  layout: text('layout', { mode: 'json' }).$type<Layout>().notNull(),
})

/** One row: when and how often the shop may write. Minutes count from midnight in the shop's zone. */
export const messaging = sqliteTable(
  'messaging',
  {
    id: integer('id').primaryKey(),
    careFromMinute: integer('care_from_minute').notNull().default(480),
    careToMinute: integer('care_to_minute').notNull().default(1290),
    marketingFromMinute: integer('marketing_from_minute').notNull().default(480),
    marketingToMinute: integer('marketing_to_minute').notNull().default(1260),
    // Zalo's own night for templates: tables disagree on whether it still exists.
    zaloNight: integer('zalo_night', { mode: 'boolean' }).notNull().default(true),
    perWeek: integer('per_week').notNull().default(1),
    perMonth: integer('per_month').notNull().default(4),
    dailyBudgetVnd: integer('daily_budget_vnd'), // of marketing; none: unlimited
    oaMessageVnd: integer('oa_message_vnd').notNull().default(0), // of a message after the free 48 hours
    preferUid: integer('prefer_uid', { mode: 'boolean' }).notNull().default(true),
    hashPhones: integer('hash_phones', { mode: 'boolean' }).notNull().default(false),
    development: integer('development', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [check('messaging_is_one', sql`${t.id} = 1`)],
)
