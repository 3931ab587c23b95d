import { offsOf, percentOf } from '../../shared/bill.ts'
import type { Bill } from '../../shared/booking.ts'
import type { Fulfilment, Taken } from '../../shared/orders.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { isSamePerson } from '../customers/people.ts'
import type { Reader } from '../database.ts'
import { worthOfPoints } from '../loyalty/pay.ts'
import { programmeAt } from '../loyalty/programme.ts'
import { levelAt } from '../loyalty/tiers.ts'
import { offerById } from '../offers/offers.ts'
import { voucherById } from '../offers/vouchers.ts'
import { goodsOf, type Line } from './lines.ts'
import { orderSettingsOf } from './settings.ts'

export type ToReckon = Taken & {
  customerId: string | null
  lines: Line[]
  fulfilment: Fulfilment
  /** Given at the till. */
  deskVnd: number
}
export type Quote = Awaited<ReturnType<typeof quote>>

/**
 * What lines cost, and what comes off: at the desk, by the customer's level, vouchers, then points, as on the bill of a
 * visit (L-28, L-29, C-4). Nothing comes off shipping. `totalVnd` is what is to be paid, of which `creditVnd` out of the
 * wallet. Only reads: to place an order is to do what this says.
 */
export async function quote(db: Reader, wish: ToReckon, now: Date) {
  const { customerId, lines, voucherIds, pointsUsed, deskVnd } = wish
  const goodsVnd = goodsOf(lines)
  if (deskVnd > goodsVnd) throw new BadInput('discountVnd', 'bad')
  if (!customerId && (voucherIds.length > 0 || pointsUsed > 0 || wish.creditVnd > 0))
    throw new Refusal('needs_customer')
  if (new Set(voucherIds).size < voucherIds.length) throw new BadInput('voucherIds', 'doubled')
  const used = await Promise.all(voucherIds.map((id) => ownVoucher(db, id, customerId)))
  const isAlone = used.some(({ offer }) => offer.alone)
  if (isAlone && used.length > 1) throw new Refusal('voucher_alone')
  const tier = customerId && !isAlone ? await levelAt(db, customerId, now) : undefined
  const afterDeskVnd = goodsVnd - deskVnd
  const levelVnd = percentOf(afterDeskVnd, tier?.discountPercent ?? 0)
  const offs = offsOf(used, { dueVnd: afterDeskVnd - levelVnd, parts: partsOf(lines) })
  const vouchers = offs.map(({ voucher, due, offVnd }) => ({ id: voucher.id, name: voucher.name, due, offVnd }))
  const leftVnd = afterDeskVnd - levelVnd - vouchers.reduce((sum, { offVnd }) => sum + offVnd, 0)
  const byPointsVnd = pointsUsed > 0 ? worthOfPoints((await programmeAt(db, now)).rules, pointsUsed, leftVnd) : 0
  const shippingVnd = wish.fulfilment === 'delivery' ? await shippingOf(db, goodsVnd) : 0
  const totalVnd = leftVnd - byPointsVnd + shippingVnd
  if (wish.creditVnd > totalVnd) throw new BadInput('creditVnd', 'too_big')
  const level: Bill['level'] = tier && { name: tier.name, percent: tier.discountPercent, offVnd: levelVnd }
  return {
    ...{ goodsVnd, shippingVnd, discountVnd: goodsVnd - leftVnd, byPointsVnd, totalVnd, vouchers },
    ...{ creditVnd: wish.creditVnd, level: levelVnd > 0 ? level : undefined },
    offs: sharesOf(lines, goodsVnd - leftVnd + byPointsVnd),
  }
}

/** Services of a bill, one by one: a voucher may free one of them. */
const partsOf = (lines: Line[]) =>
  lines.flatMap(({ serviceId, quantity, unitPriceVnd }) =>
    serviceId ? Array.from({ length: quantity }, () => ({ serviceId, priceVnd: unitPriceVnd })) : [],
  )

async function ownVoucher(db: Reader, id: string, customerId: string | null) {
  const voucher = await voucherById(db, id)
  const isOwn = voucher && customerId && (await isSamePerson(db, voucher.customerId, customerId))
  if (!isOwn) throw new BadInput('voucherIds', 'unknown')
  return { voucher, offer: (await offerById(db, voucher.offerId))! }
}

async function shippingOf(db: Reader, goodsVnd: number) {
  const { deliveryVnd, freeDeliveryFromVnd } = await orderSettingsOf(db)
  return freeDeliveryFromVnd !== null && goodsVnd >= freeDeliveryFromVnd ? 0 : deliveryVnd
}

/** Each line's share of a sum by its worth, to the đồng: the shares are the sum, and none is more than its line. */
export function sharesOf(lines: Pick<Line, 'quantity' | 'unitPriceVnd'>[], vnd: number): number[] {
  const whole = BigInt(goodsOf(lines))
  let [upTo, before] = [0n, 0n]
  return lines.map(({ quantity, unitPriceVnd }) => {
    upTo += BigInt(quantity * unitPriceVnd)
    const until = whole === 0n ? 0n : (BigInt(vnd) * upTo) / whole
    const share = until - before
    before = until
    return Number(share)
  })
}
