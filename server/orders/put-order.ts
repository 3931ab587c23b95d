import { sql } from 'drizzle-orm'
import { orders } from '../../drizzle/schema/index.ts'
import type { Bill } from '../../shared/booking.ts'
import type { Fulfilment, OrderPayment } from '../../shared/orders.ts'
import { preparedRaw, type Tx } from '../database.ts'
import { payWithCredit } from '../loyalty/credit.ts'
import { payWithPoints } from '../loyalty/pay.ts'
import { applyVoucher } from '../offers/vouchers.ts'
import type { Line } from './lines.ts'
import type { Quote } from './quote.ts'
import { takeStock } from './take-stock.ts'

type New = {
  id: string
  customerId: string | null
  source: 'mini_app' | 'till'
  fulfilment: Fulfilment
  payment: OrderPayment
  by: string
  asked: string
  taken: { voucherIds: string[]; pointsUsed: number; creditVnd: number; deskVnd: number }
  note: string
  pickupAt?: Date | null
  tableId?: string | null
  recipient?: string | null
  phone?: string | null
  address?: string | null
  payBy?: Date | null
}

const given = (name: string) => sql.placeholder(name)

const insertOrder = preparedRaw((db) =>
  db
    .insert(orders)
    .values({
      ...{ id: given('id'), customerId: given('customerId'), source: given('source'), fulfilment: given('fulfilment') },
      ...{ payment: given('payment'), status: 'placed', statusAt: given('now'), statusBy: given('by') },
      ...{ goodsVnd: given('goodsVnd'), shippingVnd: given('shippingVnd'), discountVnd: given('discountVnd') },
      ...{ coveredByPointsVnd: given('byPointsVnd'), creditVnd: given('creditVnd'), bill: given('bill') },
      ...{ asked: given('asked'), pickupAt: sql`${given('pickupAt')}`, tableId: given('tableId'), note: given('note') },
      ...{
        recipient: given('recipient'),
        phone: given('phone'),
        address: given('address'),
        payBy: sql`${given('payBy')}`,
      },
      ...{ createdAt: given('now'), seenAt: sql`${given('seenAt')}` },
    })
    .prepare(),
)

const insertLines = preparedRaw((db) =>
  db.run(sql`INSERT INTO order_lines (order_id, position, variant_id, service_id, staff_id, name, options, quantity, unit_price_vnd, off_vnd, note)
    SELECT ${given('orderId')}, key, value ->> 'variantId', value ->> 'serviceId', value ->> 'staffId', value ->> 'name',
      value -> 'options', value ->> 'quantity', value ->> 'unitPriceVnd', value ->> 'offVnd', value ->> 'note'
    FROM json_each(${given('lines')})`),
)

/** Writes an order as it was reckoned, and takes all that it takes: goods off the shelf, vouchers, points, đồng. */
export async function putOrder(tx: Tx, order: New, lines: Line[], reckoned: Quote, now: Date) {
  const { id, customerId, by, taken } = order
  const bill = billOf(taken, reckoned)
  const { goodsVnd, shippingVnd, discountVnd, byPointsVnd, creditVnd } = reckoned
  const none = { pickupAt: null, tableId: null, recipient: null, phone: null, address: null, payBy: null }
  await insertOrder(tx).run({
    ...{ ...none, ...order, goodsVnd, shippingVnd, discountVnd, byPointsVnd, creditVnd, bill, now },
    ...{ pickupAt: order.pickupAt?.getTime() ?? null, payBy: order.payBy?.getTime() ?? null },
    seenAt: order.source === 'till' ? now.getTime() : null,
  })
  await putLines(tx, id, lines, reckoned.offs)
  await takeStock(tx, id, lines, by, now)
  const on = { orderId: id }
  for (const voucher of reckoned.vouchers) await applyVoucher(tx, { id: voucher.id, by, on, bill: voucher.due }, now)
  if (!customerId) return
  const dueVnd = goodsVnd - discountVnd
  if (taken.pointsUsed > 0)
    await payWithPoints(tx, { customerId, visitId: id, points: taken.pointsUsed, dueVnd, by }, now)
  if (creditVnd > 0) await payWithCredit(tx, { customerId, bookingId: id, vnd: creditVnd, by }, now)
}

export const putLines = (tx: Tx, orderId: string, lines: Line[], offs: number[]) =>
  insertLines(tx).run({ orderId, lines: JSON.stringify(lines.map((line, i) => ({ ...line, offVnd: offs[i] }))) })

/** How the sums came about, to be shown and reckoned again. */
export const billOf = (taken: New['taken'], { level, vouchers, byPointsVnd }: Quote): Bill => ({
  asked: {
    ...{ discountVnd: taken.deskVnd, coveredByPointsVnd: 0, pointsUsed: taken.pointsUsed, packageIds: [] },
    ...{ voucherIds: taken.voucherIds, creditVnd: taken.creditVnd },
  },
  ...(level && { level }),
  vouchers: vouchers.map(({ name, offVnd }) => ({ name, offVnd })),
  byPointsVnd,
})
