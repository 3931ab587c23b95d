import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The Official Account's pair of tokens; the refresh token works once, so a new pair is stored before it is used. */
export const zaloTokens = sqliteTable('zalo_tokens', {
  oaId: text('oa_id').primaryKey(),
  accessToken: text('access_token').notNull(),
  refreshToken: text('refresh_token').notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
})

/** Keys of the webhooks taken in: Zalo delivers at least once and in any order. */
export const webhookEvents = sqliteTable(
  'webhook_events',
  {
    key: text('key').primaryKey(),
    name: text('name').notNull(),
    receivedAt: integer('received_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('webhook_events_by_time').on(t.receivedAt)],
)

/** What people typed to the Official Account. */
export const oaMessages = sqliteTable(
  'oa_messages',
  {
    id: text('id').primaryKey(), // Zalo's msg_id
    oaUserId: text('oa_user_id').notNull(),
    text: text('text').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('oa_messages_of').on(t.oaUserId, t.at)],
)
