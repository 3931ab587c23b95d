import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import {
  checkoutKinds,
  checkoutVerdicts,
  paidFor,
  paybackReasons,
  paybackStates,
  paybackWays,
  paymentStates,
  payWays,
} from '../../shared/payments.ts'

/**
 * Money that is waited for, or came. `receivedVnd` is what came; `settledVnd` what of it paid for the thing, once that is
 * done; `extraVnd` what of it went back or into the wallet.
 */
export const payments = sqliteTable(
  'payments',
  {
    id: text('id').primaryKey(),
    forKind: text('for_kind', { enum: paidFor }).notNull(),
    forId: text('for_id').notNull(),
    method: text('method', { enum: payWays }).notNull(),
    amountVnd: integer('amount_vnd').notNull(),
    state: text('state', { enum: paymentStates }).notNull(),
    receivedVnd: integer('received_vnd').notNull().default(0),
    settledVnd: integer('settled_vnd').notNull().default(0),
    settledAt: integer('settled_at', { mode: 'timestamp_ms' }),
    extraVnd: integer('extra_vnd').notNull().default(0),
    extraTo: text('extra_to', { enum: ['cash', 'credit'] }),
    memo: text('memo').unique(), // what a transfer must say; none for what needs no finding
    seenBy: text('seen_by'), // who saw the money in the bank's app
    by: text('by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    paidAt: integer('paid_at', { mode: 'timestamp_ms' }),
    bankRef: text('bank_ref'), // the notice that told of it last
    zaloOrderId: text('zalo_order_id').unique(), // Checkout's own
    zaloTransId: text('zalo_trans_id'),
    zaloMethod: text('zalo_method'), // ZALOPAY, COD, BANK… once it is chosen
    askAt: integer('ask_at', { mode: 'timestamp_ms' }), // when Checkout is asked what became of it, if it told nothing
    reportCode: integer('report_code'), // what Checkout is still to be told of it: 1 paid, -1 fell through (COD, BANK)
  },
  (t) => [
    index('payments_for').on(t.forId, t.forKind),
    index('payments_settled').on(t.settledAt),
    index('payments_to_ask').on(t.askAt).where(sql`${t.askAt} is not null`),
    index('payments_to_report').on(t.id).where(sql`${t.reportCode} is not null`),
    check('payment_of_something', sql`${t.amountVnd} > 0 and ${t.receivedVnd} >= 0`),
    check('payment_settled_within', sql`${t.settledVnd} between 0 and min(${t.amountVnd}, ${t.receivedVnd})`),
    check('payment_extra_within', sql`${t.extraVnd} between 0 and ${t.receivedVnd} - ${t.settledVnd}`),
  ],
)

/**
 * Money that goes back to a customer: due until somebody or Checkout has sent it. Cash is done at once. What an order or a
 * deposit was paid, less this, is what the shop keeps.
 */
export const paybacks = sqliteTable(
  'paybacks',
  {
    id: text('id').primaryKey(),
    forKind: text('for_kind', { enum: paidFor }).notNull(),
    forId: text('for_id').notNull(),
    paymentId: text('payment_id').references(() => payments.id), // through which it goes back, if by Checkout
    amountVnd: integer('amount_vnd').notNull(),
    way: text('way', { enum: paybackWays }).notNull(),
    state: text('state', { enum: paybackStates }).notNull(),
    reason: text('reason', { enum: paybackReasons }).notNull(),
    note: text('note').notNull().default(''),
    zaloRefundId: text('zalo_refund_id'),
    askAt: integer('ask_at', { mode: 'timestamp_ms' }), // when Checkout is asked next
    by: text('by').notNull(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    doneBy: text('done_by'),
    doneAt: integer('done_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    index('paybacks_for').on(t.forId, t.forKind),
    index('paybacks_open').on(t.createdAt).where(sql`${t.state} in ('due', 'asked', 'failed')`),
    index('paybacks_done').on(t.doneAt).where(sql`${t.doneAt} is not null`),
    check('payback_of_something', sql`${t.amountVnd} > 0`),
    check('payback_done_or_not', sql`(${t.state} = 'done') = (${t.doneAt} is not null)`),
  ],
)

/** What Checkout told, signed by it. Only grows; what was taken changed a payment, the others are for the owner to see. */
export const checkoutEvents = sqliteTable(
  'checkout_events',
  {
    id: integer('id').primaryKey(),
    kind: text('kind', { enum: checkoutKinds }).notNull(),
    zaloOrderId: text('zalo_order_id').notNull(),
    paymentId: text('payment_id').references(() => payments.id),
    verdict: text('verdict', { enum: checkoutVerdicts }).notNull(),
    amountVnd: integer('amount_vnd'),
    body: text('body').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('checkout_events_of').on(t.zaloOrderId, t.id), index('checkout_events_by_time').on(t.at)],
)

/** What the bank told, each by the bank's own id. */
export const bankNotices = sqliteTable(
  'bank_notices',
  {
    id: text('id').primaryKey(),
    amountVnd: integer('amount_vnd').notNull(),
    text: text('text').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    state: text('state', { enum: ['matched', 'unknown', 'dismissed'] }).notNull(),
    paymentId: text('payment_id').references(() => payments.id),
    dismissedBy: text('dismissed_by'),
    reason: text('reason'),
    receivedAt: integer('received_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    index('bank_notices_by_state').on(t.state),
    index('bank_notices_of').on(t.paymentId),
    check('notice_matched_to_one', sql`(${t.state} = 'matched') = (${t.paymentId} is not null)`),
  ],
)

/** The account of the shop; one row, or none. */
export const bankSettings = sqliteTable('bank_settings', {
  id: integer('id').primaryKey(),
  bin: text('bin').notNull(),
  accountNo: text('account_no').notNull(),
  holder: text('holder').notNull(),
  webhookSecret: text('webhook_secret'), // sealed
  secretAt: integer('secret_at', { mode: 'timestamp_ms' }),
})

/** Only grows. The last of a day counts; one before it was corrected. */
export const closings = sqliteTable(
  'closings',
  {
    id: text('id').primaryKey(),
    day: text('day').notNull(),
    countedVnd: integer('counted_vnd').notNull(),
    expectedVnd: integer('expected_vnd').notNull(),
    note: text('note').notNull(),
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('closings_by_day').on(t.day, t.at)],
)
