import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import { type bookings, deposits, payments, policies } from '../../drizzle/schema/index.ts'
import { percentOf } from '../../shared/bill.ts'
import { type DepositState, refundPercent } from '../../shared/deposits.ts'
import type { PaybackReason } from '../../shared/payments.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { forget } from '../notifications/outbox.ts'
import { moneyOf, squareUp } from '../payments/square-up.ts'

export type Deposit = typeof deposits.$inferSelect
type Booking = Pick<typeof bookings.$inferSelect, 'id' | 'status' | 'statusAt' | 'statusBy' | 'startsAt' | 'policyId'>
type Outcome = { state: DepositState; owedVnd: number; reason: PaybackReason }

const statement = prepared((db) =>
  db
    .select()
    .from(deposits)
    .where(eq(deposits.bookingId, sql.placeholder('id')))
    .prepare(),
)

export const depositById = (db: Reader, id: string): Promise<Deposit | undefined> => statement(db).get({ id })

/** What of a deposit the shop has, and will not give back as far as anybody knows now. */
export async function heldVnd(db: Reader, forId: string): Promise<number> {
  const { receivedVnd, backVnd } = await moneyOf(db, { forKind: 'deposit', forId })
  return receivedVnd - backVnd
}

/**
 * A deposit follows its visit, whatever becomes of that: kept, used, or given back in whole or part; money in and out
 * follows. `isLate`: money came for what had been decided before. Done again it changes nothing.
 */
export async function settleDeposit(tx: Tx, booking: Booking, now: Date, isLate?: 'late') {
  const deposit = await depositById(tx, booking.id)
  if (!deposit) return
  const what = { forKind: 'deposit' as const, forId: booking.id }
  if (deposit.state === 'waived') await settleWhatCame(tx, booking.id)
  const { state, owedVnd, reason } = await outcomeOf(tx, deposit, booking)
  if (state !== deposit.state)
    await tx
      .update(deposits)
      .set({ state, stateAt: now, stateBy: booking.statusBy })
      .where(eq(deposits.bookingId, booking.id))
  if (state !== 'awaited' && state !== 'paid') {
    await waitNoLonger(tx, booking.id)
    await forget(tx, booking.id, ['deposit_asked'])
  }
  await squareUp(
    tx,
    { ...what, owedVnd, reason: isLate && state !== 'paid' ? 'late' : reason, by: booking.statusBy },
    now,
  )
}

/** What state a deposit is in by what its visit is in, and what of it the shop is owed. */
async function outcomeOf(tx: Tx, deposit: Deposit, booking: Booking): Promise<Outcome> {
  const { state, amountVnd } = deposit
  const isWaived = state === 'waived'
  if (state === 'lapsed') return { state, owedVnd: 0, reason: 'late' }
  switch (booking.status) {
    case 'requested':
    case 'booked':
    case 'arrived':
    case 'in_service': {
      if (isWaived) return { state, owedVnd: await settledVnd(tx, booking.id), reason: 'over' }
      return { state: state === 'kept' ? 'paid' : state, owedVnd: amountVnd, reason: 'over' }
    }
    case 'completed': {
      const owedVnd = await usedVnd(tx, booking.id)
      return { state: isWaived ? state : owedVnd > 0 ? 'used' : 'returned', owedVnd, reason: 'deposit' }
    }
    default: {
      if (isWaived) return { state, owedVnd: 0, reason: 'cancelled' }
      if (state === 'awaited') return { state: 'lapsed', owedVnd: 0, reason: 'late' }
      if (booking.status === 'no_show') return { state: 'kept', owedVnd: amountVnd, reason: 'over' }
      const owedVnd = booking.statusBy === 'customer' ? await keptVnd(tx, deposit, booking) : 0
      const reason = booking.statusBy === 'customer' ? 'deposit' : 'cancelled'
      return { state: owedVnd === amountVnd ? 'kept' : 'returned', owedVnd, reason }
    }
  }
}

/** What the policy that was agreed to lets the shop keep of a visit that its customer called off (K-23). */
async function keptVnd(tx: Tx, { amountVnd, policyId }: Deposit, { statusAt, startsAt, ...booking }: Booking) {
  const id = policyId ?? booking.policyId
  const [policy] = id ? await tx.select().from(policies).where(eq(policies.id, id)) : []
  return amountVnd - percentOf(amountVnd, refundPercent(policy?.refundTiers ?? [], startsAt, statusAt))
}

/** What of a deposit paid for a visit that is done: what neither the wallet nor the till did. */
async function usedVnd(tx: Tx, bookingId: string): Promise<number> {
  const [row] = await tx.values<[vnd: number]>(sql`SELECT b.price_vnd - b.discount_vnd - b.covered_by_points_vnd
      - b.prepaid_vnd - coalesce((SELECT -e.units FROM ledger_entries e
        WHERE e.cause = b.id AND e.kind = 'redeemed' AND e.wallet = 'credit'), 0)
      - coalesce((SELECT sum(settled_vnd) FROM payments WHERE for_id = b.id AND for_kind = 'visit'), 0)
    FROM bookings b WHERE b.id = ${bookingId}`)
  return row![0]
}

async function settledVnd(tx: Tx, bookingId: string): Promise<number> {
  const [row] = await tx.values<[vnd: number]>(sql`SELECT coalesce(sum(CASE WHEN settled_at IS NOT NULL THEN settled_vnd
    WHEN received_vnd >= amount_vnd THEN amount_vnd ELSE 0 END), 0) FROM payments
    WHERE for_id = ${bookingId} AND for_kind = 'deposit'`)
  return row![0]
}

const waiting = (id: string) => and(eq(payments.forId, id), eq(payments.forKind, 'deposit'), isNull(payments.settledAt))

/** Of a deposit that was let go, what had come is all that was asked for. */
const settleWhatCame = (tx: Tx, id: string) =>
  tx
    .update(payments)
    .set({ amountVnd: payments.receivedVnd, state: 'paid' })
    .where(and(waiting(id), gt(payments.receivedVnd, 0), lt(payments.receivedVnd, payments.amountVnd)))

/** A transfer that is still on its way is found all the same. */
const waitNoLonger = (tx: Tx, id: string) =>
  tx
    .update(payments)
    .set({ state: 'dropped' })
    .where(and(waiting(id), eq(payments.receivedVnd, 0)))
