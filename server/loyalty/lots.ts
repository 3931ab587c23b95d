import { sql } from 'drizzle-orm'
import { lots } from '../../drizzle/schema/index.ts'
import { peopleOf } from '../customers/people.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import type { Line } from './ledger.ts'

export type Lot = { id: string; customerId: string; active: number; expiresAt: Date | null }

const spendable = prepared((db) =>
  db
    .select({ id: lots.id, customerId: lots.customerId, active: lots.active, expiresAt: lots.expiresAt })
    .from(lots)
    .where(
      sql`${lots.active} > 0 AND ${lots.wallet} = ${sql.placeholder('wallet')}
        AND ${lots.customerId} IN ${peopleOf(sql.placeholder('customerId'))}
        AND (${lots.expiresAt} IS NULL OR ${lots.expiresAt} > ${sql.placeholder('now')})`,
    )
    .orderBy(sql`${lots.expiresAt} IS NULL, ${lots.expiresAt}, ${lots.earnedAt}, ${lots.id}`)
    .prepare(),
)

/** What can be spent, soonest to run out first, then the earliest earned (L-15). */
export const spendableLots = (db: Reader, customerId: string, wallet: string, now: Date): Promise<Lot[]> =>
  spendable(db).all({ customerId, wallet, now: now.getTime() })

/** So many units out of lots in their order; fewer when there are not as many. */
export function taken(from: { id: string; active: number }[], units: number): { lotId: string; amount: number }[] {
  const shares: { lotId: string; amount: number }[] = []
  let left = units
  for (const { id, active } of from) {
    if (left <= 0) break
    const amount = Math.min(active, left)
    shares.push({ lotId: id, amount })
    left -= amount
  }
  return shares
}

/** Moves shares of lots from one of the customer's accounts to another, or to the shop's side. */
export const moves = (
  shares: { lotId: string; amount: number }[],
  from: 'pending' | 'active' | 'reserved',
  to: Line['account'],
): Line[] =>
  shares.flatMap(({ lotId, amount }) => {
    const isLots = to === 'pending' || to === 'active' || to === 'reserved'
    return [
      { account: from, lotId, amount: -amount },
      { account: to, amount, ...(isLots && { lotId }) },
    ]
  })

/** Which lots an entry moved units of on one account, in the order in which it took them. */
export async function sharesOf(tx: Tx, entryCause: { cause: string; kind: string; wallet: string }, account: string) {
  const { cause, kind, wallet } = entryCause
  const rows = await tx.values<[string, number]>(sql`SELECT p.lot_id, -p.amount FROM ledger_entries e
    JOIN postings p ON p.entry_id = e.id WHERE e.cause = ${cause} AND e.kind = ${kind} AND e.wallet = ${wallet}
      AND p.account = ${account} AND p.amount < 0 ORDER BY p.line`)
  return rows.map(([lotId, amount]) => ({ lotId, amount }))
}
