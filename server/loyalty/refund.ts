import { and, eq, sql } from 'drizzle-orm'
import { ledgerEntries } from '../../drizzle/schema/index.ts'
import type { EntrySum } from '../../shared/loyalty.ts'
import type { Programme } from '../../shared/programme.ts'
import type { Tx } from '../database.ts'
import { type Line, post, standingOf, wasPosted } from './ledger.ts'
import { moves, spendableLots, taken } from './lots.ts'

export type Refund = {
  id: string
  customerId: string
  /** The visit that is refunded, what of it earned, and what of that is refunded now and was before. */
  visitId: string
  eligibleVnd: number
  refundedVnd: number
  refundedBeforeVnd: number
  policy: Programme['refunds']
  by: string
}

/**
 * Takes back what a visit earned, in proportion; the last refund takes the rest, so that the parts add up (L-19).
 * Where the points are spent, the policy says whether the customer owes them (L-18). Answers with what was taken.
 */
export async function takeBack(tx: Tx, refund: Refund, now: Date): Promise<number> {
  const { id, customerId, visitId, policy, by } = refund
  const wallet = 'points'
  if (await wasPosted(tx, 'reversed', wallet, id)) return 0
  const earned = await earnedBy(tx, visitId)
  if (earned.units === 0) return 0
  const isLast = refund.refundedBeforeVnd + refund.refundedVnd >= refund.eligibleVnd
  const left = earned.units - earned.reversed
  const wanted = isLast ? left : Math.min(left, Math.floor((earned.units * refund.refundedVnd) / refund.eligibleVnd))
  if (wanted <= 0) return 0

  const pending = taken(
    earned.lots.map(({ id: lotId, pending: active }) => ({ id: lotId, active })),
    wanted,
  )
  const fromPending = total(pending)
  const others = await ownFirst(
    tx,
    customerId,
    earned.lots.map((lot) => lot.id),
    now,
  )
  const { spendable } = await standingOf(tx, customerId, now)
  const inHand = policy === 'only_pending' ? 0 : Math.min(wanted - fromPending, spendable)
  const active = taken(others, inHand)
  const short = wanted - fromPending - total(active)
  const owed = policy === 'unlimited' ? short : 0

  const lines: Line[] = [...moves(pending, 'pending', 'taken_back'), ...moves(active, 'active', 'taken_back')]
  if (owed > 0) lines.push({ account: 'owed', amount: -owed }, { account: 'taken_back', amount: owed })
  const sum: EntrySum = { refundedVnd: refund.refundedVnd, ...(short > owed && { shortfall: short - owed }) }
  await post(tx, { customerId, wallet, kind: 'reversed', cause: id, about: visitId, sum, by }, lines, now)
  return fromPending + total(active) + owed
}

const total = (shares: { amount: number }[]) => shares.reduce((sum, { amount }) => sum + amount, 0)

/** The lots of the visit itself, then the others in the order in which they would be spent. */
export async function ownFirst(tx: Tx, customerId: string, own: string[], now: Date) {
  const lots = await spendableLots(tx, customerId, 'points', now)
  return [...lots.filter(({ id }) => own.includes(id)), ...lots.filter(({ id }) => !own.includes(id))]
}

/** What a visit earned and what of it was called back already, shortfalls included. */
async function earnedBy(tx: Tx, visitId: string) {
  const [entry] = await tx
    .select({ units: sql<number>`-p.amount` })
    .from(sql`${ledgerEntries} JOIN postings p ON p.entry_id = ${ledgerEntries.id} AND p.account = 'issued'`)
    .where(and(eq(ledgerEntries.cause, visitId), eq(ledgerEntries.kind, 'earned'), eq(ledgerEntries.wallet, 'points')))
  const lots = await tx.values<[string, number]>(
    sql`SELECT id, pending FROM lots WHERE cause = ${visitId} AND wallet = 'points'`,
  )
  const [[reversed] = [0]] = await tx.values<[number]>(sql`SELECT coalesce(sum(
      coalesce((SELECT sum(amount) FROM postings WHERE entry_id = e.id AND account = 'taken_back'), 0)
      + coalesce(e.sum ->> 'shortfall', 0)), 0)
    FROM ledger_entries e WHERE e.about = ${visitId} AND e.kind = 'reversed' AND e.wallet = 'points'`)
  return { units: entry?.units ?? 0, lots: lots.map(([id, pending]) => ({ id, pending })), reversed: reversed ?? 0 }
}
