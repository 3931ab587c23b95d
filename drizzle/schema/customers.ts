import { sql } from 'drizzle-orm'
import { type AnySQLiteColumn, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { languages } from '../../shared/customers.ts'
import { consentPurposes } from '../../shared/notifications.ts'

/** A person's id at the Official Account is another one: oa_users. */
export const customers = sqliteTable(
  'customers',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    nameFolded: text('name_folded').notNull(), // shared/fold.ts of the name, for search
    phone: text('phone'), // +84…
    phoneProvenAt: integer('phone_proven_at', { mode: 'timestamp_ms' }), // Zalo vouched for it
    zaloUserId: text('zalo_user_id'), // per app
    avatarUrl: text('avatar_url'),
    language: text('language', { enum: languages }).notNull().default('vi'),
    note: text('note').notNull().default(''),
    birthDay: text('birth_day'), // MM-DD
    birthYear: integer('birth_year'), // who tells it
    birthToldAt: integer('birth_told_at', { mode: 'timestamp_ms' }),
    birthChanges: integer('birth_changes').notNull().default(0),
    mergedInto: text('merged_into').references((): AnySQLiteColumn => customers.id), // the same person, known twice before
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('customers_by_zalo').on(t.zaloUserId),
    uniqueIndex('customers_by_proven_phone').on(t.phone).where(sql`${t.phoneProvenAt} is not null`),
    index('customers_by_phone').on(t.phone),
    index('customers_by_name').on(t.nameFolded),
    index('customers_by_birthday').on(t.birthDay).where(sql`${t.birthDay} is not null`),
    index('customers_merged').on(t.mergedInto).where(sql`${t.mergedInto} is not null`),
  ],
)

/** Opaque tokens, of which only the hash is kept. */
export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    revokedAt: integer('revoked_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('sessions_of').on(t.customerId)],
)

/** Only grows: what a customer allowed or took back, in which words, when (Law 91/2025 art. 9: provable consent). */
export const consents = sqliteTable(
  'consents',
  {
    id: integer('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    purpose: text('purpose', { enum: consentPurposes }).notNull(),
    granted: integer('granted', { mode: 'boolean' }).notNull(),
    textVersion: text('text_version').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('consents_of').on(t.customerId), index('consents_by_time').on(t.at)],
)
