import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How the shop is known at Zalo, as entered in the admin page. Secrets are sealed (server/vault.ts). */
export const zaloConnections = sqliteTable('zalo_connections', {
  world: text('world', { enum: ['zalo', 'stand-in'] }).primaryKey(),
  appId: text('app_id').notNull(),
  oaId: text('oa_id').notNull(),
  miniAppId: text('mini_app_id').notNull(),
  verifierCode: text('verifier_code').notNull().default(''), // proves the domain to Zalo's console
  appSecret: text('app_secret').notNull(),
  oaSecret: text('oa_secret').notNull(),
  apiKey: text('api_key').notNull(),
  checkoutKey: text('checkout_key').notNull(),
  codeVerifier: text('code_verifier').notNull(),
})

/** The Official Account's pair of tokens, sealed; the refresh token works once, so a new pair is stored before it is used. */
export const zaloTokens = sqliteTable('zalo_tokens', {
  oaId: text('oa_id').primaryKey(),
  accessToken: text('access_token').notNull(),
  refreshToken: text('refresh_token').notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  claim: text('claim'), // who is exchanging the refresh token just now
  claimUntil: integer('claim_until', { mode: 'timestamp_ms' }),
  lostBecause: text('lost_because'), // a sentence: consent must be given again
  lostAt: integer('lost_at', { mode: 'timestamp_ms' }),
})

/** Templates as Zalo last described them. */
export const zaloTemplates = sqliteTable('zalo_templates', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  status: text('status').notNull(),
  /** The detail as the client reads it; absent until somebody asked. */
  detail: text('detail', { mode: 'json' }).$type<unknown>(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }), // at Zalo
  readAt: integer('read_at', { mode: 'timestamp_ms' }).notNull(),
})

/** Webhooks as they came, taken in afterwards: Zalo delivers at least once and in any order. Kept 14 days. */
export const webhookEvents = sqliteTable(
  'webhook_events',
  {
    key: text('key').primaryKey(), // the same for every repeat
    source: text('source', { enum: ['oa', 'zns', 'mini_app'] }).notNull(),
    name: text('name').notNull(),
    body: text('body').notNull(),
    state: text('state', { enum: ['waiting', 'done', 'strange', 'failed'] }).notNull(),
    problem: text('problem'),
    receivedAt: integer('received_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    index('webhook_events_by_time').on(t.receivedAt),
    index('webhook_events_waiting').on(t.receivedAt).where(sql`${t.state} = 'waiting'`),
  ],
)

/** Whoever met the Official Account. Ids of Zalo's three namespaces: per OA here, per app when Zalo names it. */
export const oaUsers = sqliteTable(
  'oa_users',
  {
    oaUserId: text('oa_user_id').primaryKey(),
    userIdByApp: text('user_id_by_app'),
    follows: integer('follows', { mode: 'boolean' }).notNull().default(false),
    followsAt: integer('follows_at', { mode: 'timestamp_ms' }), // the latest word on it
    lastActionAt: integer('last_action_at', { mode: 'timestamp_ms' }), // opens the window for messages
    askedAt: integer('asked_at', { mode: 'timestamp_ms' }), // when Zalo was asked who it is
  },
  (t) => [index('oa_users_by_app').on(t.userIdByApp)],
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
