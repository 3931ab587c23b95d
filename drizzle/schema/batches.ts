import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { batchKinds, batchStates, type ColumnMap, rowStates } from '../../shared/batches.ts'
import { customers } from './customers.ts'
import { orders } from './orders.ts'

/** A sheet that is taken in: read, looked at, entered in steps by a round, and taken back whole (P-13). */
export const batches = sqliteTable(
  'batches',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(), // of the file
    kind: text('kind', { enum: batchKinds }).notNull(),
    state: text('state', { enum: batchStates }).notNull(),
    columns: text('columns', { mode: 'json' }).$type<ColumnMap>().notNull(),
    titles: text('titles', { mode: 'json' }).$type<string[]>().notNull(),
    options: text('options', { mode: 'json' }).$type<Record<string, string | number | boolean>>().notNull(),
    doneTo: integer('done_to').notNull().default(0), // the line up to which it has been entered, or taken back
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
    undoneBy: text('undone_by'),
    undoneAt: integer('undone_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('batches_at_work').on(t.state).where(sql`${t.state} in ('entering', 'undoing')`)],
)

/** A line of a sheet as it stands there, and what became of it. */
export const batchRows = sqliteTable(
  'batch_rows',
  {
    batchId: text('batch_id')
      .notNull()
      .references(() => batches.id),
    line: integer('line').notNull(),
    cells: text('cells', { mode: 'json' }).$type<string[]>().notNull(),
    state: text('state', { enum: rowStates }).notNull(),
    why: text('why'), // what is wrong with it, or that something was mended
    customerId: text('customer_id').references(() => customers.id),
    madeCustomer: integer('made_customer', { mode: 'boolean' }).notNull().default(false), // who was not known before
    orderId: text('order_id').references(() => orders.id),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.line] }),
    index('batch_rows_by_state').on(t.batchId, t.state, t.line),
    index('batch_rows_of_customer').on(t.customerId).where(sql`${t.customerId} is not null`),
    index('batch_rows_of_order').on(t.orderId).where(sql`${t.orderId} is not null`),
  ],
)
