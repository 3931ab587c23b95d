import { eq } from 'drizzle-orm'
import { bookings, orderLines, orders, payments, shop } from '../../drizzle/schema/index.ts'
import { shortCode } from '../../shared/ids.ts'
import { Refusal } from '../../shared/refusals.ts'
import { minuteMs } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'
import { recallChoice } from './checkout-chosen.ts'
import type { Payment } from './payments.ts'

/** Checkout calls back within 20 minutes; after that it is asked. */
const firstAskMs = 20 * minuteMs
/** Zalo names no limit; a sheet shows about so much. */
const longestDesc = 100

type Item = { id: string; amount: number; name: string }

/**
 * What Zalo's sheet shows and takes for a payment, for the phone to hand on unchanged under its mac: a client's number is
 * never part of it. Without `method`, the customer chooses one on the sheet. Refuses a payment that is over or no Checkout's.
 */
export async function composeCheckout(db: Reader, payment: Payment) {
  const { id, method, amountVnd, receivedVnd, state, settledAt } = payment
  if (method !== 'checkout') throw new Refusal('not_found')
  if (settledAt || state === 'dropped' || receivedVnd >= amountVnd) throw new Refusal('payment_over')
  const item = payment.forKind === 'order' ? await itemsOfOrder(db, payment) : await itemOfDeposit(db, payment)
  const desc = inOneLine(`${await shopName(db)} · ${shortCode(payment.forId)}`).slice(0, longestDesc)
  return { amount: amountVnd, desc, item, extradata: JSON.stringify({ paymentId: id }) }
}

async function itemsOfOrder(db: Reader, { forId }: Payment): Promise<Item[]> {
  const lines = await db.select().from(orderLines).where(eq(orderLines.orderId, forId)).orderBy(orderLines.position)
  const [order] = await db.select({ shippingVnd: orders.shippingVnd }).from(orders).where(eq(orders.id, forId))
  const items = lines.map(({ position, name, quantity, unitPriceVnd, offVnd }) => ({
    id: String(position),
    amount: quantity * unitPriceVnd - offVnd,
    name: inOneLine(`${quantity} × ${name}`),
  }))
  const shipping = order?.shippingVnd ? [{ id: 'shipping', amount: order.shippingVnd, name: 'Phí giao hàng' }] : []
  return [...items, ...shipping]
}

async function itemOfDeposit(db: Reader, { forId, amountVnd }: Payment): Promise<Item[]> {
  const [visit] = await db.select({ name: bookings.serviceName }).from(bookings).where(eq(bookings.id, forId))
  return [{ id: 'deposit', amount: amountVnd, name: inOneLine(`Đặt cọc ${visit?.name ?? ''}`) }]
}

async function shopName(db: Reader) {
  const [found] = await db.select({ name: shop.name }).from(shop)
  return found?.name ?? ''
}

const inOneLine = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/**
 * The phone tells which of Zalo's orders stands for a payment, so that Checkout can be asked about it. That is a hint and no
 * more: what was paid goes to the payment that the signed order names. Opened again, the sheet has another order.
 */
export async function linkCheckout(tx: Tx, payment: Payment, zaloOrderId: string, now: Date) {
  if (payment.method !== 'checkout') throw new Refusal('not_found')
  if (payment.zaloOrderId === zaloOrderId || payment.zaloTransId) return
  const [taken] = await tx.select({ id: payments.id }).from(payments).where(eq(payments.zaloOrderId, zaloOrderId))
  if (taken) throw new Refusal('id_taken')
  const askAt = new Date(now.getTime() + firstAskMs)
  await tx.update(payments).set({ zaloOrderId, askAt, zaloMethod: null }).where(eq(payments.id, payment.id))
  await recallChoice(tx, payment, zaloOrderId)
}
