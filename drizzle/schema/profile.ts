import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { fieldGroups, fieldKinds, fieldSources } from '../../shared/profile.ts'
import { customers } from './customers.ts'

/** What the shop writes down of its customers beside who they are (P-3, P-12). */
export const profileFields = sqliteTable('profile_fields', {
  id: text('id').primaryKey(),
  group: text('group', { enum: fieldGroups }).notNull(),
  name: text('name').notNull(),
  kind: text('kind', { enum: fieldKinds }).notNull(),
  choices: text('choices', { mode: 'json' }).$type<string[]>().notNull().default([]),
  purpose: text('purpose').notNull(), // why the shop asks
  sensitive: integer('sensitive', { mode: 'boolean' }).notNull().default(false), // such as allergies: each look is written down
  atService: integer('at_service', { mode: 'boolean' }).notNull().default(false), // on the card of who serves
  position: integer('position').notNull(),
  active: integer('active', { mode: 'boolean' }).notNull().default(true),
})

/** Only grows: the last value of a field holds; an empty one takes it back. */
export const profileValues = sqliteTable(
  'profile_values',
  {
    id: integer('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    fieldId: text('field_id')
      .notNull()
      .references(() => profileFields.id),
    value: text('value').notNull(),
    source: text('source', { enum: fieldSources }).notNull(),
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('profile_values_of').on(t.customerId, t.fieldId, t.id)],
)

export const customerTags = sqliteTable(
  'customer_tags',
  {
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    tag: text('tag').notNull(),
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.tag] }), index('customers_tagged').on(t.tag)],
)

/**
 * Two records that are one person (P-4). Nothing moves: ledgers stay with whom they were written for, and a merge that is
 * undone leaves all as it was. `customers.merged_into` is where the merges that hold lead in the end.
 */
export const merges = sqliteTable(
  'merges',
  {
    id: text('id').primaryKey(),
    sourceId: text('source_id')
      .notNull()
      .references(() => customers.id),
    targetId: text('target_id')
      .notNull()
      .references(() => customers.id),
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    undoneBy: text('undone_by'),
    undoneAt: integer('undone_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    uniqueIndex('merges_one_way').on(t.sourceId).where(sql`${t.undoneAt} is null`),
    index('merges_into').on(t.targetId),
    check('merge_of_two', sql`${t.sourceId} <> ${t.targetId}`),
  ],
)

/** Two records that somebody looked at, and are two people. */
export const notTheSame = sqliteTable(
  'not_the_same',
  {
    oneId: text('one_id').notNull(), // the smaller id of both
    otherId: text('other_id').notNull(),
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.oneId, t.otherId] })],
)

/** What the search reads, numbered for it (customer_names, customer_phones in the migration); triggers keep it. */
export const customerSearch = sqliteTable('customer_search', {
  number: integer('number').primaryKey(),
  customerId: text('customer_id').notNull().unique(),
  personId: text('person_id').notNull().default(''), // whom the record was merged into, or itself
  name: text('name').notNull(),
  folded: text('folded').notNull(),
  phone: text('phone').notNull(),
})
