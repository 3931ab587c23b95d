import { type Due, offsOf, percentOf } from '../../shared/bill.ts'
import type { Bill, Completion } from '../../shared/booking.ts'
import type { Tier } from '../../shared/programme.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { payWithPoints } from '../loyalty/pay.ts'
import { offerById } from '../offers/offers.ts'
import { applyVoucher, voucherById } from '../offers/vouchers.ts'

export type Asked = {
  id: string
  customerId: string | null
  priceVnd: number
  parts: Due['parts']
  tier: Tier | undefined
  by: string
}

/** What was taken off, and what is left to pay in money. */
export type Settled = { discountVnd: number; coveredByPointsVnd: number; paidVnd: number; bill: Bill }

/**
 * From the price to what is paid: the discount given at the desk, what the customer's level takes off, vouchers, then
 * points (L-26, L-28, L-29, C-4). A voucher that stands alone goes with no other, nor with the level's discount.
 */
export async function settle(tx: Tx, visit: Asked, asked: Completion, now: Date): Promise<Settled> {
  const { id, customerId, priceVnd, tier, by } = visit
  const dueVnd = priceVnd - asked.discountVnd - asked.coveredByPointsVnd
  if (dueVnd < 0) throw new BadInput(asked.discountVnd > priceVnd ? 'discountVnd' : 'coveredByPointsVnd', 'bad')
  const { voucherIds, pointsUsed } = asked
  if (!customerId && (voucherIds.length > 0 || pointsUsed > 0)) throw new Refusal('needs_customer')

  const used = await Promise.all(voucherIds.map((voucherId) => ownVoucher(tx, voucherId, customerId)))
  const isAlone = used.some(({ offer }) => offer.alone)
  if (new Set(voucherIds).size < voucherIds.length) throw new BadInput('voucherIds', 'doubled')
  if (isAlone && used.length > 1) throw new Refusal('voucher_alone')
  const levelVnd = isAlone ? 0 : percentOf(dueVnd, tier?.discountPercent ?? 0)

  let leftVnd = dueVnd - levelVnd
  const vouchers: Bill['vouchers'] = []
  for (const { voucher, due } of offsOf(used, { dueVnd: leftVnd, parts: visit.parts })) {
    const offVnd = await applyVoucher(tx, { id: voucher.id, by, bookingId: id, bill: due }, now)
    vouchers.push({ name: voucher.name, offVnd })
    leftVnd -= offVnd
  }
  const spent = { customerId: customerId ?? '', visitId: id, points: pointsUsed, dueVnd: leftVnd, by }
  const byPointsVnd = pointsUsed > 0 ? await payWithPoints(tx, spent, now) : 0
  return {
    discountVnd: priceVnd - asked.coveredByPointsVnd - leftVnd,
    coveredByPointsVnd: asked.coveredByPointsVnd + byPointsVnd,
    paidVnd: leftVnd - byPointsVnd,
    bill: {
      ...{ asked, vouchers, byPointsVnd },
      ...(tier && levelVnd > 0 && { level: { name: tier.name, percent: tier.discountPercent, offVnd: levelVnd } }),
    },
  }
}

/** A voucher counts on the bill of the one it was made for only. */
async function ownVoucher(tx: Tx, id: string, customerId: string | null) {
  const voucher = await voucherById(tx, id)
  if (voucher?.customerId !== customerId) throw new BadInput('voucherIds', 'unknown')
  return { voucher: voucher!, offer: (await offerById(tx, voucher!.offerId))! }
}
