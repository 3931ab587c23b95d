import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Bill } from '../../shared/booking.ts'
import { fulfilments, orderPayments, orderSources, orderStatuses } from '../../shared/orders.ts'
import { services, staffMembers } from './catalog.ts'
import { customers } from './customers.ts'
import { diningTables, productVariants } from './products.ts'

/**
 * What somebody ordered or bought beside visits. Sums are those of its lines as they are now; what is to be paid is
 * goods + shipping − discount − points. Triggers write its events and refuse a step backwards.
 */
export const orders = sqliteTable(
  'orders',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id').references(() => customers.id),
    source: text('source', { enum: orderSources }).notNull(),
    channel: text('channel').notNull().default(''), // of another till: its name
    number: text('number'), // of another till: its own
    fulfilment: text('fulfilment', { enum: fulfilments }).notNull(),
    payment: text('payment', { enum: orderPayments }).notNull(), // how they mean to pay
    status: text('status', { enum: orderStatuses }).notNull(),
    statusAt: integer('status_at', { mode: 'timestamp_ms' }).notNull(),
    statusBy: text('status_by').notNull(), // 'customer', 'clock' or the account's id
    statusReason: text('status_reason'),
    goodsVnd: integer('goods_vnd').notNull(),
    shippingVnd: integer('shipping_vnd').notNull().default(0),
    discountVnd: integer('discount_vnd').notNull().default(0), // of desk, level and vouchers
    coveredByPointsVnd: integer('covered_by_points_vnd').notNull().default(0),
    creditVnd: integer('credit_vnd').notNull().default(0), // a way of paying: no part of the discount
    bill: text('bill', { mode: 'json' }).$type<Bill>(),
    asked: text('asked').notNull(), // what was sent, to know it again
    pickupAt: integer('pickup_at', { mode: 'timestamp_ms' }),
    tableId: text('table_id').references(() => diningTables.id),
    recipient: text('recipient'),
    phone: text('phone'),
    address: text('address'),
    note: text('note').notNull().default(''),
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(), // of another till: when it sold
    payBy: integer('pay_by', { mode: 'timestamp_ms' }), // cancelled if it is not paid by then
    seenAt: integer('seen_at', { mode: 'timestamp_ms' }), // by somebody of the shop
  },
  (t) => [
    index('orders_by_time').on(t.createdAt, t.id),
    index('orders_of_customer').on(t.customerId, t.createdAt),
    index('orders_open').on(t.createdAt).where(sql`${t.status} not in ('done', 'cancelled', 'returned')`),
    index('orders_fetched').on(t.pickupAt).where(sql`${t.pickupAt} is not null and ${t.status} <> 'cancelled'`),
    index('orders_unpaid').on(t.payBy).where(sql`${t.payBy} is not null`),
    uniqueIndex('orders_by_number').on(t.channel, t.number).where(sql`${t.number} is not null`),
    check(
      'order_sums',
      sql`${t.goodsVnd} >= 0 and ${t.shippingVnd} >= 0 and ${t.discountVnd} >= 0
      and ${t.coveredByPointsVnd} >= 0 and ${t.discountVnd} + ${t.coveredByPointsVnd} <= ${t.goodsVnd}
      and ${t.creditVnd} between 0 and ${t.goodsVnd} + ${t.shippingVnd} - ${t.discountVnd} - ${t.coveredByPointsVnd}`,
    ),
  ],
)

/** Name and price as ordered. `offVnd` is its share of all that was taken off the goods: the shares of all lines are the whole. */
export const orderLines = sqliteTable(
  'order_lines',
  {
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    position: integer('position').notNull(),
    variantId: text('variant_id').references(() => productVariants.id),
    serviceId: text('service_id').references(() => services.id),
    staffId: text('staff_id').references(() => staffMembers.id),
    name: text('name').notNull(),
    options: text('options', { mode: 'json' }).$type<{ id: string; name: string }[]>().notNull(),
    quantity: integer('quantity').notNull(),
    unitPriceVnd: integer('unit_price_vnd').notNull(),
    offVnd: integer('off_vnd').notNull().default(0),
    returned: integer('returned').notNull().default(0), // of the quantity
    refundedVnd: integer('refunded_vnd').notNull().default(0),
    note: text('note').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.position] }),
    check('line_of_something', sql`${t.quantity} > 0 and ${t.unitPriceVnd} >= 0`),
    check('line_off_within', sql`${t.offVnd} between 0 and ${t.quantity} * ${t.unitPriceVnd}`),
    check(
      'line_returned_within',
      sql`${t.returned} between 0 and ${t.quantity}
      and ${t.refundedVnd} between 0 and ${t.quantity} * ${t.unitPriceVnd} - ${t.offVnd}`,
    ),
  ],
)

/** Only grows; written by triggers. */
export const orderEvents = sqliteTable(
  'order_events',
  {
    id: integer('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    status: text('status', { enum: orderStatuses }).notNull(),
    version: integer('version').notNull(),
    by: text('by').notNull(),
    reason: text('reason'),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('order_events_of').on(t.orderId, t.id)],
)

/** Only grows: what came back of an order, and what it was worth. */
export const orderRefunds = sqliteTable(
  'order_refunds',
  {
    id: text('id').primaryKey(),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    amountVnd: integer('amount_vnd').notNull(), // with shipping
    shippingVnd: integer('shipping_vnd').notNull(),
    creditVnd: integer('credit_vnd').notNull(), // what of it was paid out of the wallet, where it is back
    lines: text('lines', { mode: 'json' })
      .$type<{ position: number; quantity: number; amountVnd: number }[]>()
      .notNull(),
    restock: integer('restock', { mode: 'boolean' }).notNull(),
    reason: text('reason').notNull(),
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    index('order_refunds_of').on(t.orderId),
    check('order_refund_within', sql`${t.amountVnd} >= ${t.shippingVnd}`),
  ],
)

/** One row: how the shop takes orders. */
export const orderSettings = sqliteTable('order_settings', {
  id: integer('id').primaryKey(),
  pickup: integer('pickup', { mode: 'boolean' }).notNull().default(true),
  delivery: integer('delivery', { mode: 'boolean' }).notNull().default(false),
  eatIn: integer('eat_in', { mode: 'boolean' }).notNull().default(false),
  pickupStepMinutes: integer('pickup_step_minutes').$type<10 | 15 | 20 | 30 | 60>().notNull().default(15),
  pickupMost: integer('pickup_most').notNull().default(5),
  pickupLeadMinutes: integer('pickup_lead_minutes').notNull().default(30),
  deliveryVnd: integer('delivery_vnd').notNull().default(0),
  freeDeliveryFromVnd: integer('free_delivery_from_vnd'),
  deliveryWords: text('delivery_words').notNull().default(''),
  leastVnd: integer('least_vnd').notNull().default(0),
  payMinutes: integer('pay_minutes').notNull().default(60),
  cash: integer('cash', { mode: 'boolean' }).notNull().default(true),
  transfer: integer('transfer', { mode: 'boolean' }).notNull().default(true),
  checkout: integer('checkout', { mode: 'boolean' }).notNull().default(true),
})

/** Another program that tells of its sales; only the hash of its key is kept. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(), // the channel of the orders it brings
    keyHash: text('key_hash').notNull(),
    by: text('by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    lastUsedAt: integer('last_used_at', { mode: 'timestamp_ms' }),
    revokedAt: integer('revoked_at', { mode: 'timestamp_ms' }),
  },
  (t) => [uniqueIndex('api_keys_by_hash').on(t.keyHash)],
)
