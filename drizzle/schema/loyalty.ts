import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { accounts, adjustmentReasons, type EntrySum, entryKinds } from '../../shared/loyalty.ts'
import type { Programme } from '../../shared/programme.ts'
import { bookings } from './booking.ts'
import { customers } from './customers.ts'

/** The rules of earning and keeping, version by version: a change holds from then on, entries name the one they followed. */
export const programmes = sqliteTable('programmes', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  rules: text('rules', { mode: 'json' }).$type<Programme>().notNull(),
  by: text('by').notNull(),
  at: integer('at', { mode: 'timestamp_ms' }).notNull(),
})

/** What happened to a wallet of a customer, in a line they can read. Only grows; a mistake is mended by a further one. */
export const ledgerEntries = sqliteTable(
  'ledger_entries',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    wallet: text('wallet').notNull(), // 'points', 'credit', 'stamps:<card>', 'package:<plan>'
    kind: text('kind', { enum: entryKinds }).notNull(),
    cause: text('cause').notNull(), // what made it, and made it once: the visit, the refund, the voucher
    about: text('about').notNull(), // what the customer knows it by: the visit, the voucher
    programmeId: integer('programme_id').references(() => programmes.id), // the rules it followed
    units: integer('units').notNull(), // what came or went; of what was only locked, freed or confirmed: how much
    sum: text('sum', { mode: 'json' }).$type<EntrySum>().notNull(), // how it was reckoned
    by: text('by').notNull(), // 'customer', 'clock' or the account's id
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    uniqueIndex('ledger_once').on(t.cause, t.kind, t.wallet),
    index('ledger_of').on(t.customerId, t.wallet, t.at, t.id),
    index('ledger_about').on(t.about),
  ],
)

/** Units that came in together and run out together. What is left of them is the sum of their postings; triggers keep it. */
export const lots = sqliteTable(
  'lots',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    wallet: text('wallet').notNull(),
    cause: text('cause').notNull(), // the visit, the correction, the lot that it continues
    units: integer('units').notNull(),
    earnedAt: integer('earned_at', { mode: 'timestamp_ms' }).notNull(),
    activeFrom: integer('active_from', { mode: 'timestamp_ms' }), // pending until then; none: until somebody confirms
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }), // spendable before; none: for good
    pending: integer('pending').notNull().default(0),
    active: integer('active').notNull().default(0),
    reserved: integer('reserved').notNull().default(0),
  },
  (t) => [
    index('lots_to_spend').on(t.customerId, t.wallet, t.expiresAt, t.earnedAt).where(sql`${t.active} > 0`),
    index('lots_expiring').on(t.expiresAt).where(sql`${t.active} > 0 and ${t.expiresAt} is not null`),
    index('lots_pending').on(t.activeFrom).where(sql`${t.pending} > 0`),
    index('lots_by_cause').on(t.cause),
    check('lot_never_below_zero', sql`${t.pending} >= 0 and ${t.active} >= 0 and ${t.reserved} >= 0`),
    check('lot_never_more_than_it_was', sql`${t.pending} + ${t.active} + ${t.reserved} <= ${t.units}`),
  ],
)

/** From where to where: the amounts of an entry add up to nothing. `owed` is what a refund took that was spent already. */
export const postings = sqliteTable(
  'postings',
  {
    entryId: text('entry_id')
      .notNull()
      .references(() => ledgerEntries.id),
    line: integer('line').notNull(),
    account: text('account', { enum: accounts }).notNull(),
    lotId: text('lot_id').references(() => lots.id),
    amount: integer('amount').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.entryId, t.line] }),
    index('postings_of_lot').on(t.lotId).where(sql`${t.lotId} is not null`),
    check('posting_moves_something', sql`${t.amount} <> 0 and abs(${t.amount}) <= 1000000000000`),
    check('posting_of_lot', sql`(${t.lotId} is not null) = (${t.account} in ('pending', 'active', 'reserved'))`),
  ],
)

/** What a customer has: the sums of their postings, kept by triggers and proven by the doctor. */
export const wallets = sqliteTable(
  'wallets',
  {
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    wallet: text('wallet').notNull(),
    pending: integer('pending').notNull().default(0),
    active: integer('active').notNull().default(0),
    reserved: integer('reserved').notNull().default(0),
    owed: integer('owed').notNull().default(0), // zero or below
  },
  (t) => [
    primaryKey({ columns: [t.customerId, t.wallet] }),
    check('wallet_owes_or_not', sql`${t.owed} <= 0`),
    check('wallet_never_below_zero', sql`${t.pending} >= 0 and ${t.active} >= 0 and ${t.reserved} >= 0`),
  ],
)

/** Money that went back for a visit. Only grows. */
export const visitRefunds = sqliteTable(
  'visit_refunds',
  {
    id: text('id').primaryKey(),
    bookingId: text('booking_id')
      .notNull()
      .references(() => bookings.id),
    amountVnd: integer('amount_vnd').notNull(),
    reason: text('reason').notNull(),
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('visit_refunds_of').on(t.bookingId), check('refund_of_something', sql`${t.amountVnd} > 0`)],
)

const adjustmentStatuses = ['waiting', 'done', 'rejected'] as const

/** A correction that staff asked for; its points enter the ledger when it is done. */
export const adjustments = sqliteTable(
  'adjustments',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    points: integer('points').notNull(),
    reasonCode: text('reason_code', { enum: adjustmentReasons }).notNull(),
    note: text('note').notNull(),
    status: text('status', { enum: adjustmentStatuses }).notNull(),
    by: text('by').notNull(),
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
    decidedBy: text('decided_by'),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
  },
  (t) => [
    index('adjustments_of').on(t.customerId),
    index('adjustments_waiting').on(t.at).where(sql`${t.status} = 'waiting'`),
    check('adjustment_second_person', sql`${t.decidedBy} is null or ${t.decidedBy} <> ${t.by}`),
  ],
)

/** Who agreed to the words of the programme, and to which version of it (L-47). Only grows. */
export const termsAccepted = sqliteTable(
  'terms_accepted',
  {
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    programmeId: integer('programme_id')
      .notNull()
      .references(() => programmes.id), // the version in which these words came up
    at: integer('at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.customerId, t.programmeId] })],
)
