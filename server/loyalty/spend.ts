import { sql } from 'drizzle-orm'
import { shop } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addDays, dayMs, dayOf, instantOf } from '../../shared/time.ts'
import type { Tx } from '../database.ts'
import { type Line, openLot, post, standingOf, wasPosted } from './ledger.ts'
import { moves, sharesOf, spendableLots, taken } from './lots.ts'
import { repay } from './repay.ts'

/** What is spent, by whom, and on what: a voucher, a part of a bill. The cause makes each step once. */
export type Spending = { customerId: string; wallet?: string; cause: string; about?: string; by: string; what?: string }

const entryOf = ({ customerId, wallet = 'points', cause, about = cause, by, what }: Spending) => ({
  ...{ customerId, wallet, cause, about, by },
  ...(what && { sum: { what } }),
})

/** Locks units for a while, soonest to run out first (L-15, L-30). */
export async function reserve(tx: Tx, spending: Spending, units: number, now: Date) {
  const entry = entryOf(spending)
  const { spendable } = await standingOf(tx, entry.customerId, now, entry.wallet)
  if (spendable < units) throw new Refusal('not_enough_points')
  const shares = taken(await spendableLots(tx, entry.customerId, entry.wallet, now), units)
  await post(tx, { ...entry, kind: 'reserved' }, moves(shares, 'active', 'reserved'), now)
}

/** What was locked is spent. A second time it does nothing. */
export const redeemReserved = (tx: Tx, spending: Spending, now: Date) => end(tx, spending, 'redeemed', 'spent', now)

/** What was locked can be spent again, in the lots it came from. */
export const release = (tx: Tx, spending: Spending, now: Date) => end(tx, spending, 'released', 'active', now)

/** A reservation ends once, the one way or the other (I5). */
async function end(tx: Tx, spending: Spending, kind: 'redeemed' | 'released', to: Line['account'], now: Date) {
  const entry = entryOf(spending)
  for (const each of ['redeemed', 'released'] as const)
    if (await wasPosted(tx, each, entry.wallet, entry.cause)) return false
  const shares = await sharesOf(tx, { cause: entry.cause, kind: 'reserved', wallet: entry.wallet }, 'active')
  if (shares.length === 0) return false
  await post(tx, { ...entry, kind }, moves(shares, 'reserved', to), now)
  if (kind === 'released') await repay(tx, entry.customerId, entry.wallet, now)
  return true
}

/** Spends at once, without a reservation. */
export async function spend(tx: Tx, spending: Spending, units: number, now: Date) {
  const entry = entryOf(spending)
  const { spendable } = await standingOf(tx, entry.customerId, now, entry.wallet)
  if (spendable < units) throw new Refusal('not_enough_points')
  const shares = taken(await spendableLots(tx, entry.customerId, entry.wallet, now), units)
  await post(tx, { ...entry, kind: 'redeemed' }, moves(shares, 'active', 'spent'), now)
}

/** Units that come back live at least so many days, however soon they ran out. */
const graceDays = 7

/** What was spent on a refunded thing comes back to its lots, or as new ones where those have run out or soon do (L-19). */
export async function giveBack(tx: Tx, spending: Spending & { spentBy: string }, units: number, now: Date) {
  const { spentBy, ...given } = spending
  const entry = entryOf(given)
  if (units <= 0 || (await wasPosted(tx, 'returned', entry.wallet, entry.cause))) return 0
  const back = await spentShares(tx, spentBy, entry.wallet)
  const shares = taken(back, units)
  const lines: Line[] = []
  const soon = new Date(now.getTime() + graceDays * dayMs)
  const [row] = await tx.select({ zone: shop.zone }).from(shop)
  const grace = instantOf(addDays(dayOf(soon, row!.zone), 1), 0, row!.zone)
  for (const { lotId, amount } of shares) {
    const lot = back.find(({ id }) => id === lotId)!
    const isGone = lot.expiresAt !== null && lot.expiresAt < soon
    const { customerId } = lot
    const fresh = { customerId, wallet: entry.wallet, cause: lotId, units: amount, earnedAt: now, expiresAt: grace }
    lines.push({ account: 'spent', amount: -amount })
    lines.push({ account: 'active', lotId: isGone ? await openLot(tx, fresh) : lotId, amount })
  }
  const sum = shares.reduce((all, { amount }) => all + amount, 0)
  if (sum === 0) return 0
  await post(tx, { ...entry, kind: 'returned' }, lines, now)
  await repay(tx, entry.customerId, entry.wallet, now)
  return sum
}

/** What a spending took of each lot and what has not come back yet, the last taken first. */
async function spentShares(tx: Tx, cause: string, wallet: string) {
  const rows = await tx.values<[string, string, number | null, number]>(sql`SELECT l.id, l.customer_id, l.expires_at,
      -sum(p.amount) - coalesce((SELECT sum(b.amount) FROM ledger_entries r JOIN postings b ON b.entry_id = r.id
        WHERE r.kind = 'returned' AND r.about = ${cause} AND r.wallet = ${wallet} AND b.account = 'active'
          AND (b.lot_id = l.id OR (SELECT cause FROM lots WHERE id = b.lot_id) = l.id)), 0)
    FROM ledger_entries e JOIN postings p ON p.entry_id = e.id AND p.account = 'active' AND p.amount < 0 JOIN lots l ON l.id = p.lot_id
    WHERE e.kind IN ('reserved', 'redeemed') AND e.cause = ${cause} AND e.wallet = ${wallet}
    GROUP BY l.id ORDER BY max(p.line) DESC`)
  return rows.map(([id, customerId, end, active]) => ({
    ...{ id, customerId, active },
    expiresAt: end === null ? null : new Date(end),
  }))
}
