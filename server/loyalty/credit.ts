import { and, eq } from 'drizzle-orm'
import { ledgerEntries } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { NewCredit } from '../../shared/wallets.ts'
import { customerById } from '../customers/customers.ts'
import type { Reader, Tx } from '../database.ts'
import { takeMoney } from '../payments/payments.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { grant } from './grant.ts'
import { post, standingOf, unitsPosted } from './ledger.ts'
import { moves, spendableLots, taken } from './lots.ts'
import { giveBack, spend } from './spend.ts'

const wallet = 'credit'

/** Đồng in a customer's wallet; they never run out. */
export const creditOf = async (db: Reader, customerId: string, now: Date) =>
  (await standingOf(db, customerId, now, wallet)).spendable

/** Money is paid in, given, or corrected, below zero too (L-22). The same id again is the same. Answers with the balance. */
export async function changeCredit(tx: Tx, by: Staff, customerId: string, wish: NewCredit, now: Date) {
  const { id, amountVnd, paidVnd, reason, method = 'cash' } = wish
  if (await wasChanged(tx, id, customerId)) return { balanceVnd: await creditOf(tx, customerId, now) }
  if (!(await customerById(tx, customerId))) throw new Refusal('not_found')
  const kind = paidVnd === undefined ? ('adjusted' as const) : ('bought' as const)
  const entry = { customerId, wallet, kind, cause: id, about: id, by: by.id }
  const sum = { reason, ...(paidVnd !== undefined && { paidVnd }) }
  if (amountVnd > 0) {
    const from = kind === 'bought' ? ('issued' as const) : ('corrected' as const)
    await grant(tx, { ...entry, sum, units: amountVnd, expires: null, from }, now)
  } else {
    if ((await creditOf(tx, customerId, now)) < -amountVnd) throw new Refusal('not_enough_credit')
    const shares = taken(await spendableLots(tx, customerId, wallet, now), -amountVnd)
    await post(tx, { ...entry, sum }, moves(shares, 'active', 'corrected'), now)
  }
  const money = { id: newId(), forKind: 'credit' as const, forId: id, method, by: by.id }
  await takeMoney(tx, { ...money, amountVnd: paidVnd ?? 0 }, now)
  await audit(tx, by, 'change_credit', customerId, { after: { amountVnd, paidVnd, reason } }, now)
  return { balanceVnd: await creditOf(tx, customerId, now) }
}

async function wasChanged(tx: Tx, id: string, customerId: string) {
  const [entry] = await tx
    .select({ customerId: ledgerEntries.customerId })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.cause, id), eq(ledgerEntries.wallet, wallet)))
  if (entry && entry.customerId !== customerId) throw new Refusal('id_taken')
  return entry !== undefined
}

type Payment = { customerId: string; bookingId: string; vnd: number; by: string }

/** Pays for a visit out of the wallet. It is money like any other: what it pays earns. */
export async function payWithCredit(tx: Tx, { customerId, bookingId, vnd, by }: Payment, now: Date) {
  if ((await creditOf(tx, customerId, now)) < vnd) throw new Refusal('not_enough_credit')
  await spend(tx, { customerId, wallet, cause: bookingId, by }, vnd, now)
}

type Back = { customerId: string; bookingId: string; refundId: string; amountVnd: number; by: string; reason: string }

/**
 * What of a refund goes into the wallet: first what was paid out of it, then, if `to` says so, the rest as well. The rest
 * is `adjusted`, since it was never spent from there: nothing of the wallet is `returned` by it. Answers with the đồng.
 */
export async function refundToCredit(tx: Tx, back: Back, to: 'money' | 'credit', now: Date): Promise<number> {
  const { customerId, bookingId, refundId, amountVnd, by, reason } = back
  const entry = { customerId, wallet, cause: refundId, about: bookingId, by }
  const returnedVnd = await giveBack(tx, { ...entry, spentBy: bookingId }, amountVnd, now)
  const restVnd = to === 'credit' ? amountVnd - returnedVnd : 0
  if (restVnd > 0) {
    const sum = { refundedVnd: restVnd, reason }
    await grant(tx, { ...entry, kind: 'adjusted', sum, units: restVnd, expires: null, from: 'corrected' }, now)
  }
  return returnedVnd + restVnd
}

/** What of a refund went into the wallet. */
export const creditRefunded = async (db: Reader, refundId: string) =>
  ((await unitsPosted(db, 'returned', wallet, refundId)) ?? 0) +
  ((await unitsPosted(db, 'adjusted', wallet, refundId)) ?? 0)
