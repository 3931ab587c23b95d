import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { customers } from './customers.ts'

/** What a customer's code names them by. Its secret is derived from `ref` and the shop's key, and kept nowhere. */
export const memberCards = sqliteTable('member_cards', {
  number: integer('number').primaryKey(), // typed at the desk, from 100001 on
  ref: text('ref').notNull().unique(), // in the QR: drawn at random, says nothing
  customerId: text('customer_id')
    .notNull()
    .unique()
    .references(() => customers.id),
})

/** A code is good for one redemption. Rows are needed for a minute and kept for a day. */
export const usedCodes = sqliteTable(
  'used_codes',
  {
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    step: integer('step').notNull(), // half minutes since 1970
  },
  (t) => [primaryKey({ columns: [t.customerId, t.step] })],
)
