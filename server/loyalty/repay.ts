import { sql } from 'drizzle-orm'
import { newId } from '../../shared/ids.ts'
import { peopleOf } from '../customers/people.ts'
import { preparedRaw, type Tx } from '../database.ts'
import { type Line, post } from './ledger.ts'
import { spendableLots, taken } from './lots.ts'

const debtors = preparedRaw((db) =>
  db.run(sql`SELECT customer_id, -owed FROM wallets WHERE owed < 0 AND wallet = ${sql.placeholder('wallet')}
    AND customer_id IN ${peopleOf(sql.placeholder('customerId'))}`),
)

/** Whatever came in pays first what a refund left owing (L-18, `unlimited`): to owe and to have do not go together. */
export async function repay(tx: Tx, customerId: string, wallet: string, now: Date) {
  for (const [debtor, owed] of await debtors(tx).all<[string, number]>({ customerId, wallet })) {
    const shares = taken(await spendableLots(tx, customerId, wallet, now), owed)
    const paid = shares.reduce((sum, { amount }) => sum + amount, 0)
    if (paid === 0) return
    const lines = shares.map(({ lotId, amount }): Line => ({ account: 'active', lotId, amount: -amount }))
    const cause = newId()
    const entry = { customerId: debtor, wallet, kind: 'repaid' as const, cause, about: cause, by: 'clock' }
    await post(tx, entry, [...lines, { account: 'owed', amount: paid }], now)
  }
}
