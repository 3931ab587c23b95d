import { newId } from '../../shared/ids.ts'
import type { NewOrder } from '../../shared/orders.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { minuteMs } from '../../shared/time.ts'
import { normalisedPhone } from '../customers/phone.ts'
import type { Tx } from '../database.ts'
import { awaitPayment } from '../payments/await-payment.ts'
import { bankOf } from '../payments/bank.ts'
import { tableByCode } from '../products/tables.ts'
import { pricedLines } from './lines.ts'
import { tellOrder } from './news.ts'
import { askedBefore } from './orders.ts'
import { checkPickup } from './pickup.ts'
import { putOrder } from './put-order.ts'
import { quote } from './quote.ts'
import { orderSettingsOf } from './settings.ts'

/**
 * A shopper orders. What it costs is what the catalogue says now; another sum than their screen said is refused, so that
 * nobody pays what they did not see. The same id again is the same order. `hasCheckout`: whether the shop can be paid by Zalo.
 */
export async function placeOrder(
  tx: Tx,
  customerId: string,
  wish: NewOrder,
  hasCheckout: () => Promise<boolean>,
  now: Date,
) {
  const asked = JSON.stringify(wish)
  const repeated = await askedBefore(tx, wish.id)
  if (repeated) {
    if (repeated.customerId !== customerId || repeated.asked !== asked) throw new Refusal('id_taken')
    return
  }
  const { id, payment, note, voucherIds, pointsUsed, creditVnd } = wish
  const settings = await orderSettingsOf(tx)
  const where = await placeOf(tx, wish.where, settings, now)
  const lines = await pricedLines(tx, wish.lines)
  const taken = { voucherIds, pointsUsed, creditVnd, deskVnd: 0 }
  const { fulfilment } = wish.where
  const reckoned = await quote(tx, { ...taken, customerId, lines, fulfilment }, now)
  if (reckoned.goodsVnd < settings.leastVnd) throw new Refusal('below_least')
  if (reckoned.totalVnd !== wish.totalVnd) throw new Refusal('price_changed')
  const leftVnd = reckoned.totalVnd - creditVnd
  const isReady = {
    cash: async () => true,
    transfer: async () => (await bankOf(tx)) !== undefined,
    checkout: hasCheckout,
  }
  if (leftVnd > 0 && !(settings[payment] && (await isReady[payment]()))) throw new Refusal('no_such_payment')
  const isAhead = leftVnd > 0 && payment !== 'cash'
  const payBy = isAhead ? new Date(now.getTime() + settings.payMinutes * minuteMs) : null
  const order = { id, customerId, source: 'mini_app' as const, fulfilment, payment, by: 'customer', asked, taken, note }
  await putOrder(tx, { ...order, ...where, payBy }, lines, reckoned, now)
  if (isAhead) {
    const what = { id: newId(), forKind: 'order' as const, forId: id, by: 'customer' }
    await awaitPayment(tx, { ...what, method: payment, amountVnd: leftVnd }, now)
  }
  await tellOrder(tx, id, 'order_placed', now)
}

type Settings = Awaited<ReturnType<typeof orderSettingsOf>>

/** Where and when it is handed over, if the shop does that. */
async function placeOf(tx: Tx, where: NewOrder['where'], settings: Settings, now: Date) {
  const offered = { pickup: settings.pickup, delivery: settings.delivery, eat_in: settings.eatIn }
  if (!offered[where.fulfilment]) throw new Refusal('no_such_way')
  if (where.fulfilment === 'pickup') {
    await checkPickup(tx, where.pickupAt, settings, now)
    return { pickupAt: where.pickupAt }
  }
  if (where.fulfilment === 'eat_in') {
    const table = await tableByCode(tx, where.tableCode)
    if (!table) throw new Refusal('no_such_table')
    return { tableId: table.id }
  }
  const phone = normalisedPhone(where.phone)
  if (!phone) throw new BadInput('where.phone', 'phone')
  return { recipient: where.recipient, address: where.address, phone }
}
