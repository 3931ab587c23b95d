import { and, eq, inArray } from 'drizzle-orm'
import { ledgerEntries, lots } from '../../drizzle/schema/index.ts'
import type { EntrySum } from '../../shared/loyalty.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { post } from './ledger.ts'
import { moves } from './lots.ts'
import { lookAtSoon } from './memberships.ts'
import { repay } from './repay.ts'

/** Pending units can be spent from now on; nothing where there are none any more (L-13). */
export const confirmLot = (tx: Tx, lotId: string, by: string, now: Date) => endPending(tx, lotId, 'confirmed', by, now)

/** Pending units fall through: the visit was called off, or the owner does not believe in them (L-13, L-43). */
export const voidLot = (tx: Tx, lotId: string, by: string, now: Date) => endPending(tx, lotId, 'voided', by, now)

async function endPending(tx: Tx, lotId: string, kind: 'confirmed' | 'voided', by: string, now: Date): Promise<number> {
  const [lot] = await tx.select().from(lots).where(eq(lots.id, lotId))
  if (!lot) throw new Refusal('not_found')
  if (lot.pending === 0) return 0
  const { customerId, wallet, cause, pending } = lot
  const lines = moves([{ lotId, amount: pending }], 'pending', kind === 'confirmed' ? 'active' : 'taken_back')
  const sum = await whyOf(tx, cause, wallet)
  await post(tx, { customerId, wallet, kind, cause: lotId, about: cause, sum, by }, lines, now)
  if (kind === 'confirmed') await repay(tx, customerId, wallet, now)
  else await lookAtSoon(tx, customerId, now)
  return pending
}

/** What they were for and why they waited, to be said again where it ends. */
async function whyOf(tx: Tx, cause: string, wallet: string): Promise<EntrySum> {
  const isOrigin = inArray(ledgerEntries.kind, ['earned', 'given'])
  const [origin] = await tx
    .select({ sum: ledgerEntries.sum })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.cause, cause), isOrigin, eq(ledgerEntries.wallet, wallet)))
  const { thanks, held } = origin?.sum ?? {}
  return { ...(thanks && { thanks }), ...(held && { held }) }
}
