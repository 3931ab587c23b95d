import { and, eq, isNull, sql } from 'drizzle-orm'
import { bankNotices, bookings, payments } from '../../drizzle/schema/index.ts'
import type { NewTransfer } from '../../shared/payments.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { newMemo } from './memo.ts'
import { type Payment, paymentById, stateOf } from './payments.ts'

/**
 * A visit waits for a transfer. It has one memo for good: asked again, after it was dropped or for another sum, the same
 * transfer is waited for, so that money which is on its way is found. Answers with its id.
 */
export async function awaitTransfer(tx: Tx, by: Staff, bookingId: string, wish: NewTransfer, now: Date) {
  const { id, amountVnd } = wish
  const [visit] = await tx.select({ status: bookings.status }).from(bookings).where(eq(bookings.id, bookingId))
  if (!visit) throw new Refusal('not_found')
  const sameId = await paymentById(tx, id)
  if (sameId && sameId.forId !== bookingId) throw new Refusal('id_taken')
  if (sameId?.settledAt) return id
  if (!['booked', 'arrived', 'in_service'].includes(visit.status)) throw new Refusal('booking_over')
  const [awaited] = await tx
    .select()
    .from(payments)
    .where(and(eq(payments.forId, bookingId), eq(payments.method, 'transfer'), isNull(payments.settledAt)))
  if (awaited) {
    await tx
      .update(payments)
      .set({ amountVnd, state: stateOf(amountVnd, awaited.receivedVnd) })
      .where(eq(payments.id, awaited.id))
    return awaited.id
  }
  const what = { forKind: 'visit', forId: bookingId, method: 'transfer', state: 'awaited' } as const
  await tx.insert(payments).values({ id, ...what, amountVnd, memo: newMemo(), by: by.id, createdAt: now })
  return id
}

/** Nobody waits for it any more, unless something came. */
export async function dropTransfer(tx: Tx, id: string) {
  const payment = await openTransfer(tx, id)
  if (payment.state === 'awaited') await tx.update(payments).set({ state: 'dropped' }).where(eq(payments.id, id))
}

/** Somebody saw the whole sum in the bank's app; a notice that comes later tells nothing new. */
export async function seeTransfer(tx: Tx, by: Staff, id: string, now: Date) {
  const payment = await openTransfer(tx, id)
  if (payment.seenBy) return
  await tx.update(payments).set({ seenBy: by.id }).where(eq(payments.id, id))
  await reckon(tx, id, now)
  const { amountVnd, memo, forId } = payment
  await audit(tx, by, 'transfer_seen', forId, { after: { amountVnd, memo } }, now)
}

async function openTransfer(tx: Tx, id: string) {
  const payment = await paymentById(tx, id)
  if (payment?.method !== 'transfer') throw new Refusal('not_found')
  return payment
}

/** What came is what the bank's notices say together, or all of it where somebody saw it. */
export async function reckon(tx: Tx, id: string, now: Date, bankRef?: string): Promise<Payment> {
  const { amountVnd, seenBy } = (await paymentById(tx, id))!
  const [told] = await tx
    .select({ vnd: sql<number>`coalesce(sum(${bankNotices.amountVnd}), 0)` })
    .from(bankNotices)
    .where(eq(bankNotices.paymentId, id))
  const receivedVnd = Math.max(told!.vnd, seenBy ? amountVnd : 0)
  const state = stateOf(amountVnd, receivedVnd)
  await tx
    .update(payments)
    .set({ receivedVnd, state, paidAt: now, ...(bankRef && { bankRef }) })
    .where(eq(payments.id, id))
  return (await paymentById(tx, id))!
}
