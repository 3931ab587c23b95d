import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { customers } from './customers.ts'

const importStates = ['running', 'done', 'undone'] as const

/** Balances brought from an older system, at one time (L-12). */
export const imports = sqliteTable('imports', {
  id: text('id').primaryKey(),
  name: text('name').notNull(), // of the sheet
  state: text('state', { enum: importStates }).notNull(),
  expiresAt: integer('expires_at', { mode: 'timestamp_ms' }), // of all its points; none: for good
  by: text('by').notNull(),
  at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  undoneBy: text('undone_by'),
  undoneAt: integer('undone_at', { mode: 'timestamp_ms' }),
})

/** A row of the sheet, and whose it became. */
export const importLines = sqliteTable(
  'import_lines',
  {
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    line: integer('line').notNull(),
    name: text('name').notNull(),
    phone: text('phone'),
    points: integer('points').notNull(),
    customerId: text('customer_id').references(() => customers.id), // none: not entered yet
    short: integer('short').notNull().default(0), // spent already when it was undone
  },
  (t) => [primaryKey({ columns: [t.importId, t.line] }), index('import_lines_of').on(t.customerId)],
)
