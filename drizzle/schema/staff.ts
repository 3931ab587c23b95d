import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { roles } from '../../shared/staff.ts'

/** Who may sign in to the admin page. */
export const accounts = sqliteTable(
  'accounts',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    email: text('email').notNull(),
    passwordHash: text('password_hash').notNull(), // argon2id
    role: text('role', { enum: roles }).notNull(),
    active: integer('active', { mode: 'boolean' }).notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('accounts_by_email').on(t.email)],
)

export const accountSessions = sqliteTable(
  'account_sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    accountId: text('account_id')
      .notNull()
      .references(() => accounts.id),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    seenAt: integer('seen_at', { mode: 'timestamp_ms' }).notNull(),
    revokedAt: integer('revoked_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('account_sessions_of').on(t.accountId)],
)

/** The one-time link that makes the first owner. */
export const ownerLinks = sqliteTable('owner_links', {
  tokenHash: text('token_hash').primaryKey(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
  usedAt: integer('used_at', { mode: 'timestamp_ms' }),
})

/** Only grows: who did what. */
export const auditLog = sqliteTable('audit_log', {
  id: integer('id').primaryKey(),
  accountId: text('account_id').notNull(),
  who: text('who').notNull(), // the name at that time
  act: text('act').notNull(),
  about: text('about').notNull(), // the id of what was changed
  before: text('before', { mode: 'json' }),
  after: text('after', { mode: 'json' }),
  at: integer('at', { mode: 'timestamp_ms' }).notNull(),
})
