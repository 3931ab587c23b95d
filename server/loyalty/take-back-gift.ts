import { and, eq } from 'drizzle-orm'
import { ledgerEntries, lots } from '../../drizzle/schema/index.ts'
import type { Tx } from '../database.ts'
import { voidLot } from './confirm.ts'
import { post, standingOf, wasPosted } from './ledger.ts'
import { moves, taken } from './lots.ts'
import { ownFirst } from './refund.ts'

/** What was given for something that fell through: what waits is voided, of the rest goes what there is. Once a cause. */
export async function takeBackGift(tx: Tx, cause: string, by: string, now: Date) {
  const wallet = 'points'
  const isIt = and(eq(ledgerEntries.cause, cause), eq(ledgerEntries.kind, 'given'), eq(ledgerEntries.wallet, wallet))
  const [gift] = await tx.select().from(ledgerEntries).where(isIt)
  if (!gift || (await wasPosted(tx, 'reversed', wallet, cause))) return
  const [lot] = await tx
    .select()
    .from(lots)
    .where(and(eq(lots.cause, cause), eq(lots.wallet, wallet)))
  if (lot!.pending > 0) return await voidLot(tx, lot!.id, by, now)
  if (await wasPosted(tx, 'voided', wallet, lot!.id)) return
  const { customerId, units, sum: given } = gift
  const inHand = Math.min(units, (await standingOf(tx, customerId, now)).spendable)
  const shares = taken(await ownFirst(tx, customerId, [lot!.id], now), inHand)
  const sum = { ...(given.thanks && { thanks: given.thanks }), ...(inHand < units && { shortfall: units - inHand }) }
  const entry = { customerId, wallet, kind: 'reversed' as const, cause, about: cause, sum, by }
  await post(tx, entry, moves(shares, 'active', 'taken_back'), now)
}
