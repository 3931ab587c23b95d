import { and, eq, isNotNull, isNull, lte } from 'drizzle-orm'
import { paybacks, payments } from '../../drizzle/schema/index.ts'
import { minuteMs } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'
import { finishPayback, type Payback, paybackById } from './paybacks.ts'

const askEveryMs = 10 * minuteMs

/** Money that Checkout is to send back, with the transaction it came by. */
export const paybacksToSend = (db: Reader, now: Date) =>
  db
    .select({ id: paybacks.id, amountVnd: paybacks.amountVnd, transId: payments.zaloTransId, forId: paybacks.forId })
    .from(paybacks)
    .innerJoin(payments, eq(payments.id, paybacks.paymentId))
    .where(and(eq(paybacks.state, 'due'), eq(paybacks.way, 'checkout'), lte(paybacks.askAt, now)))
    .limit(20)

/**
 * Taken up before Zalo is asked, so that it is asked one time: an answer that was lost must not send the money again. False
 * where somebody else was faster, or has sent it by hand meanwhile.
 */
export async function takeUp(tx: Tx, id: string, now: Date): Promise<boolean> {
  const payback = await paybackById(tx, id)
  if (payback.state !== 'due') return false
  await tx
    .update(paybacks)
    .set({ state: 'asked', askAt: later(now) })
    .where(eq(paybacks.id, id))
  return true
}

const later = (now: Date) => new Date(now.getTime() + askEveryMs)

/** Nothing has reached Zalo: it is tried again. */
export const putBack = (tx: Tx, id: string, now: Date) =>
  tx
    .update(paybacks)
    .set({ state: 'due', askAt: later(now) })
    .where(and(eq(paybacks.id, id), eq(paybacks.state, 'asked')))

type Told = { state: 'done' | 'running' | 'failed'; message?: string | undefined; refundId?: string | undefined }

/** What Checkout says of a refund. One that is under way without a number to ask by is somebody's to look up. */
export async function takeRefund(tx: Tx, id: string, told: Told, now: Date): Promise<void> {
  const payback = await paybackById(tx, id)
  if (payback.state !== 'asked') return
  const zaloRefundId = told.refundId ?? payback.zaloRefundId
  if (told.state === 'done') {
    await tx.update(paybacks).set({ zaloRefundId }).where(eq(paybacks.id, id))
    await finishPayback(tx, payback, { way: 'checkout', by: 'zalo' }, now)
  } else if (told.state === 'running' && zaloRefundId)
    await tx
      .update(paybacks)
      .set({ zaloRefundId, askAt: later(now) })
      .where(eq(paybacks.id, id))
  else await failPayback(tx, payback, told.state === 'failed' ? (told.message ?? '') : unclear)
}

/** Said to whoever decides: sending it twice would be the shop's loss, so nobody but a person tries again. */
export const unclear = 'Không rõ Zalo đã hoàn hay chưa. Hãy xem trong trang quản lý Checkout trước khi hoàn.'

/** Checkout would not, or nobody knows: a person sends it, or finds that it has gone. */
export const failPayback = (tx: Tx, { id }: Pick<Payback, 'id'>, note: string) =>
  tx
    .update(paybacks)
    .set({ state: 'failed', note: note.slice(0, 200), askAt: null })
    .where(and(eq(paybacks.id, id), eq(paybacks.state, 'asked')))

/** Under way at Checkout. Without a number, the process ended before the answer came. */
export const paybacksAsked = (db: Reader, now: Date) =>
  db
    .select({ id: paybacks.id, refundId: paybacks.zaloRefundId })
    .from(paybacks)
    .where(and(eq(paybacks.state, 'asked'), lte(paybacks.askAt, now)))
    .limit(20)

/** Checkout did not answer, or answered that it is still at it. */
export const askLater = (tx: Tx, id: string, now: Date) =>
  tx
    .update(paybacks)
    .set({ askAt: later(now) })
    .where(and(eq(paybacks.id, id), eq(paybacks.state, 'asked')))

/** Orders that Checkout is to be told of. */
export const reportsDue = (db: Reader, now: Date) =>
  db
    .select()
    .from(payments)
    .where(and(isNotNull(payments.reportCode), isNotNull(payments.zaloOrderId)))
    .limit(20)
    .then((due) => due.filter(({ askAt }) => !askAt || askAt <= now))

/** Orders of which Checkout has told nothing yet. */
export const statusesDue = (db: Reader, now: Date) =>
  db
    .select()
    .from(payments)
    .where(and(lte(payments.askAt, now), isNull(payments.reportCode), isNotNull(payments.zaloOrderId)))
    .limit(20)
