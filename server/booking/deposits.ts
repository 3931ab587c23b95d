import { eq } from 'drizzle-orm'
import { bookings, deposits } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import type { PayWay } from '../../shared/payments.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addMinutes } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Tx } from '../database.ts'
import { forget } from '../notifications/outbox.ts'
import { awaitPayment } from '../payments/await-payment.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { bookingById } from './bookings.ts'
import { agree, type Booking, type By, lapseRequest } from './change-status.ts'
import { depositById, heldVnd, settleDeposit } from './settle-deposit.ts'

/** Money may have come for a visit's deposit: with enough in time the visit goes on; later it only goes back. */
export async function depositPaid(tx: Tx, bookingId: string, now: Date) {
  const deposit = await depositById(tx, bookingId)
  if (!deposit) return
  if (deposit.state === 'awaited') await lapseRequest(tx, bookingId, now)
  const booking = (await bookingById(tx, bookingId))!
  if (deposit.state !== 'awaited' || booking.status !== 'requested') return settleDeposit(tx, booking, now, 'late')
  const isEnough = (await heldVnd(tx, bookingId)) >= deposit.amountVnd
  if (isEnough) await decideDeposit(tx, bookingId, { state: 'paid', stateAt: now, stateBy: 'customer' })
  await settleDeposit(tx, booking, now)
  if (isEnough) await goOn(tx, 'customer', booking, now)
}

/** How a deposit is paid. One transfer or one sheet of Checkout at a time; answers with the payment's id. */
export async function payDeposit(
  tx: Tx,
  bookingId: string,
  { method, by }: { method: Exclude<PayWay, 'cash'>; by: string },
  now: Date,
): Promise<string> {
  const deposit = await depositById(tx, bookingId)
  if (!deposit) throw new Refusal('not_found')
  if (deposit.state !== 'awaited' || deposit.expiresAt <= now) throw new Refusal('deposit_over')
  const what = { forKind: 'deposit' as const, forId: bookingId }
  const { id } = await awaitPayment(tx, { ...what, id: newId(), method, amountVnd: deposit.amountVnd, by }, now)
  return id
}

/** Somebody of the shop lets the deposit go; the visit goes on as if it were paid, and what had come pays for a part of it. */
export async function waiveDeposit(tx: Tx, by: Staff, bookingId: string, reason: string, now: Date) {
  const deposit = await depositById(tx, bookingId)
  if (!deposit) throw new Refusal('not_found')
  if (deposit.state === 'waived') return
  const booking = (await bookingById(tx, bookingId))!
  if (deposit.state !== 'awaited' || deposit.expiresAt <= now || booking.status !== 'requested')
    throw new Refusal('deposit_over')
  await decideDeposit(tx, bookingId, { state: 'waived', stateAt: now, stateBy: by.id, reason })
  await settleDeposit(tx, booking, now)
  await audit(tx, by, 'waive_deposit', bookingId, { after: { amountVnd: deposit.amountVnd, reason } }, now)
  await goOn(tx, by, booking, now)
}

const decideDeposit = (tx: Tx, bookingId: string, decided: Partial<typeof deposits.$inferInsert>) =>
  tx.update(deposits).set(decided).where(eq(deposits.bookingId, bookingId))

/** As if it had just been asked for: agreed at once, or the shop's to answer from now on. What the desk made is agreed. */
async function goOn(tx: Tx, by: By, booking: Booking, now: Date) {
  await forget(tx, booking.id, ['deposit_asked'])
  const { acceptance, acceptMinutes } = await shopOf(tx)
  if (acceptance === 'auto' || booking.source === 'desk') return agree(tx, by, booking, now)
  const expiresAt = new Date(Math.min(addMinutes(now, acceptMinutes).getTime(), booking.startsAt.getTime()))
  await tx.update(bookings).set({ expiresAt }).where(eq(bookings.id, booking.id))
}
