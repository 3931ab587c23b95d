import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { type OptionGroup, stockReasons } from '../../shared/products.ts'

/** What is sold to take along or eat, beside services. */
export const products = sqliteTable('products', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  category: text('category').notNull(),
  description: text('description').notNull(),
  photoUrl: text('photo_url'),
  options: text('options', { mode: 'json' }).$type<OptionGroup[]>().notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
})

/** A size, a colour; a product has at least one. `stock` null is not counted; it is the sum of its moves, kept by a trigger. */
export const productVariants = sqliteTable(
  'product_variants',
  {
    id: text('id').primaryKey(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    position: integer('position').notNull(),
    name: text('name').notNull(), // none where there is only one
    sku: text('sku'), // also what its barcode says
    priceVnd: integer('price_vnd').notNull(),
    stock: integer('stock'),
    active: integer('active', { mode: 'boolean' }).notNull(),
  },
  (t) => [
    index('product_variants_of').on(t.productId, t.position),
    uniqueIndex('product_variants_by_sku').on(t.sku),
    check('stock_never_below_zero', sql`${t.stock} is null or ${t.stock} >= 0`),
    check('product_price_not_negative', sql`${t.priceVnd} >= 0`),
  ],
)

/** Only grows: what came, went and was counted. A trigger adds each to the stock of its variant. */
export const stockMoves = sqliteTable(
  'stock_moves',
  {
    id: integer('id').primaryKey(),
    variantId: text('variant_id')
      .notNull()
      .references(() => productVariants.id),
    quantity: integer('quantity').notNull(),
    reason: text('reason', { enum: stockReasons }).notNull(),
    cause: text('cause').notNull(), // the order, the count
    note: text('note').notNull().default(''),
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('stock_moves_of').on(t.variantId, t.id), index('stock_moves_by_cause').on(t.cause)],
)

/** Where people sit; the code stands in what they scan. */
export const diningTables = sqliteTable(
  'dining_tables',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    code: text('code').notNull(),
    active: integer('active', { mode: 'boolean' }).notNull(),
  },
  (t) => [uniqueIndex('dining_tables_by_code').on(t.code)],
)
