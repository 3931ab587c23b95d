import { desc, eq, inArray } from 'drizzle-orm'
import { bankNotices, payments } from '../../drizzle/schema/index.ts'
import type { BankNotice } from '../../shared/payments.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { memosIn } from './memo.ts'
import { paymentById } from './payments.ts'
import { reckon } from './transfers.ts'

/**
 * The bank tells of money. It is kept once by the bank's id and goes to the payment whose memo its text holds; where it
 * holds none or those of several, somebody of the shop decides.
 */
export async function takeNotice(tx: Tx, notice: BankNotice, now: Date) {
  const repeated = await noticeById(tx, notice.id)
  if (repeated) return { state: repeated.state, paymentId: repeated.paymentId }
  const memos = memosIn(notice.text)
  const named = memos.length ? await tx.select().from(payments).where(inArray(payments.memo, memos)) : []
  const paymentId = named.length === 1 ? named[0]!.id : null
  const state = paymentId ? ('matched' as const) : ('unknown' as const)
  await tx.insert(bankNotices).values({ ...notice, state, paymentId, receivedAt: now })
  if (paymentId) await reckon(tx, paymentId, now, notice.id)
  return { state, paymentId }
}

async function noticeById(db: Reader, id: string) {
  const [notice] = await db.select().from(bankNotices).where(eq(bankNotices.id, id))
  return notice
}

/** Money that nobody could place, the newest first. */
export const unknownNotices = (db: Reader) =>
  db
    .select({ id: bankNotices.id, amountVnd: bankNotices.amountVnd, text: bankNotices.text, at: bankNotices.at })
    .from(bankNotices)
    .where(eq(bankNotices.state, 'unknown'))
    .orderBy(desc(bankNotices.at), desc(bankNotices.id))
    .limit(100)

/** Somebody knows what the money was for. */
export async function matchNotice(tx: Tx, by: Staff, id: string, paymentId: string, now: Date) {
  const notice = await noticeById(tx, id)
  const payment = await paymentById(tx, paymentId)
  if (!notice || !payment?.memo) throw new Refusal('not_found')
  if (notice.state === 'matched' && notice.paymentId === paymentId) return
  if (notice.state !== 'unknown') throw new Refusal('already_decided')
  await tx.update(bankNotices).set({ state: 'matched', paymentId }).where(eq(bankNotices.id, id))
  await reckon(tx, paymentId, now, id)
  await audit(tx, by, 'match_notice', payment.forId, { after: { amountVnd: notice.amountVnd, text: notice.text } }, now)
}

/** It has nothing to do with what the shop sells. */
export async function dismissNotice(tx: Tx, by: Staff, id: string, reason: string, now: Date) {
  const notice = await noticeById(tx, id)
  if (!notice) throw new Refusal('not_found')
  if (notice.state === 'dismissed') return
  if (notice.state === 'matched') throw new Refusal('already_decided')
  await tx.update(bankNotices).set({ state: 'dismissed', dismissedBy: by.id, reason }).where(eq(bankNotices.id, id))
  await audit(tx, by, 'dismiss_notice', id, { after: { amountVnd: notice.amountVnd, reason } }, now)
}
