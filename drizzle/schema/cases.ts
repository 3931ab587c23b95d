import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { caseStates } from '../../shared/cases.ts'
import { customers } from './customers.ts'
import { ledgerEntries } from './loyalty.ts'

/** A customer doubts an entry of their points; the shop answers (B-10). */
export const cases = sqliteTable(
  'cases',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    entryId: text('entry_id')
      .notNull()
      .references(() => ledgerEntries.id),
    words: text('words').notNull(),
    state: text('state', { enum: caseStates }).notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    answeredAt: integer('answered_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('cases_of').on(t.customerId, t.at), index('cases_open').on(t.at).where(sql`${t.state} = 'open'`)],
)
