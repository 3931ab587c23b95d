import { eq } from 'drizzle-orm'
import { renderSVG } from 'uqr'
import { payments } from '../../drizzle/schema/index.ts'
import type { PaidFor, PaymentState, PayWay } from '../../shared/payments.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { bankOf } from './bank.ts'
import { vietQr } from './viet-qr.ts'

export type Payment = typeof payments.$inferSelect

export async function paymentById(db: Reader, id: string) {
  const [payment] = await db.select().from(payments).where(eq(payments.id, id))
  return payment
}

/** A payment as the till sees it: with a code for what is still due and the account while one is set, else only the words to look for. */
export async function shownPayment(db: Reader, id: string) {
  const payment = await paymentById(db, id)
  if (!payment) throw new Refusal('not_found')
  const { state, amountVnd, receivedVnd, memo } = payment
  const dueVnd = state === 'short' ? amountVnd - receivedVnd : amountVnd
  const account = await bankOf(db)
  const code = account && memo && vietQr({ ...account, amountVnd: dueVnd, memo })
  return {
    ...{ id, state, amountVnd, dueVnd, receivedVnd, memo },
    account: account ? { bank: account.bank, accountNo: account.accountNo, holder: account.holder } : null,
    svg: code ? renderSVG(code, { ecc: 'M', border: 4 }) : null,
  }
}

/** What a payment is, by what came of it. */
export const stateOf = (amountVnd: number, receivedVnd: number): PaymentState =>
  receivedVnd === 0 ? 'awaited' : receivedVnd < amountVnd ? 'short' : receivedVnd === amountVnd ? 'paid' : 'over'

type Taken = { id: string; forKind: PaidFor; forId: string; method: PayWay; amountVnd: number; by: string }

/** Money that came and paid at once; nothing is written where nothing was paid. */
export async function takeMoney(tx: Tx, { amountVnd, ...taken }: Taken, now: Date) {
  if (amountVnd === 0) return
  const all = { amountVnd, receivedVnd: amountVnd, settledVnd: amountVnd, state: 'paid' as const }
  await tx.insert(payments).values({ ...taken, ...all, settledAt: now, createdAt: now, paidAt: now })
}
