import { eq } from 'drizzle-orm'
import { bookings, deposits, orders } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Reader } from '../database.ts'
import { type Payment, paymentById, shownPayment } from './payments.ts'

/** A payment for what this customer ordered or booked; anybody else's is not found. */
export async function ownPayment(db: Reader, customerId: string, id: string): Promise<Payment> {
  const payment = await paymentById(db, id)
  if (!payment || payment.forKind === 'visit' || (await payerOf(db, payment)) !== customerId)
    throw new Refusal('not_found')
  return payment
}

/** Who pays for an order, a deposit or a visit, if the shop knows. Other payments are the till's. */
export async function payerOf(db: Reader, { forKind, forId }: Pick<Payment, 'forKind' | 'forId'>) {
  const of = { order: orders, deposit: bookings, visit: bookings }[forKind as 'order' | 'deposit' | 'visit']
  if (!of) return undefined
  const [found] = await db.select({ customerId: of.customerId }).from(of).where(eq(of.id, forId))
  return found?.customerId ?? undefined
}

/** What the shopper sees of it: as the till does, with what it is for and until when it is waited for. */
export async function shownOwnPayment(db: Reader, payment: Payment) {
  const { forKind, forId, method, zaloMethod } = payment
  const payBy = await payByOf(db, payment)
  return { ...(await shownPayment(db, payment.id)), forKind, forId, method, zaloMethod, payBy }
}

async function payByOf(db: Reader, { forKind, forId }: Payment) {
  const [found] =
    forKind === 'order'
      ? await db.select({ at: orders.payBy }).from(orders).where(eq(orders.id, forId))
      : await db.select({ at: deposits.expiresAt }).from(deposits).where(eq(deposits.bookingId, forId))
  return found?.at ?? null
}
