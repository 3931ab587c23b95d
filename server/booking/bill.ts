import { type Due, offsOf, percentOf } from '../../shared/bill.ts'
import type { Bill, Completion } from '../../shared/booking.ts'
import type { Tier } from '../../shared/programme.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { payWithCredit } from '../loyalty/credit.ts'
import { payWithPoints } from '../loyalty/pay.ts'
import { offerById } from '../offers/offers.ts'
import { applyVoucher, voucherById } from '../offers/vouchers.ts'
import { payWithPackages } from '../packages/pay.ts'

export type Asked = {
  id: string
  customerId: string | null
  priceVnd: number
  parts: Part[]
  tier: Tier | undefined
  by: string
}

/** What was taken off, and what is left to pay in money. */
export type Settled = {
  discountVnd: number
  coveredByPointsVnd: number
  prepaidVnd: number
  paidVnd: number
  bill: Bill
  /** The parts that money paid for. */
  parts: Part[]
}
type Part = Due['parts'][number] & { name: string }

/**
 * From the price to what is paid: the discount given at the desk, sessions of packages, what the customer's level takes
 * off, vouchers, then points (L-26, L-28, L-29, L-39, C-4). A voucher that stands alone goes with no other, nor with the
 * level's discount. Đồng out of the customer's wallet are a way of paying what is left (L-22).
 */
export async function settle(tx: Tx, visit: Asked, asked: Completion, now: Date): Promise<Settled> {
  const { id, customerId, priceVnd, tier, by } = visit
  const wholeVnd = priceVnd - asked.discountVnd - asked.coveredByPointsVnd
  if (wholeVnd < 0) throw new BadInput(asked.discountVnd > priceVnd ? 'discountVnd' : 'coveredByPointsVnd', 'bad')
  const { voucherIds, packageIds, pointsUsed, creditVnd } = asked
  if (!customerId && (voucherIds.length > 0 || packageIds.length > 0 || pointsUsed > 0 || creditVnd > 0))
    throw new Refusal('needs_customer')
  const whose = { customerId: customerId ?? '', bookingId: id, by }
  const { coveredVnd: prepaidVnd, parts } = packageIds.length
    ? await payWithPackages(tx, { ...whose, packageIds, parts: visit.parts, dueVnd: wholeVnd }, now)
    : { coveredVnd: 0, parts: visit.parts }
  const dueVnd = wholeVnd - prepaidVnd

  const used = await Promise.all(voucherIds.map((voucherId) => ownVoucher(tx, voucherId, customerId)))
  const isAlone = used.some(({ offer }) => offer.alone)
  if (new Set(voucherIds).size < voucherIds.length) throw new BadInput('voucherIds', 'doubled')
  if (isAlone && used.length > 1) throw new Refusal('voucher_alone')
  const levelVnd = isAlone ? 0 : percentOf(dueVnd, tier?.discountPercent ?? 0)

  let leftVnd = dueVnd - levelVnd
  const vouchers: Bill['vouchers'] = []
  for (const { voucher, due } of offsOf(used, { dueVnd: leftVnd, parts })) {
    const offVnd = await applyVoucher(tx, { id: voucher.id, by, on: { bookingId: id }, bill: due }, now)
    vouchers.push({ name: voucher.name, offVnd })
    leftVnd -= offVnd
  }
  const spent = { ...whose, visitId: id, points: pointsUsed, dueVnd: leftVnd }
  const byPointsVnd = pointsUsed > 0 ? await payWithPoints(tx, spent, now) : 0
  const paidVnd = leftVnd - byPointsVnd
  if (creditVnd > paidVnd) throw new BadInput('creditVnd', 'too_big')
  if (creditVnd > 0) await payWithCredit(tx, { ...whose, vnd: creditVnd }, now)
  return {
    ...{ discountVnd: asked.discountVnd + dueVnd - leftVnd, prepaidVnd, paidVnd, parts },
    coveredByPointsVnd: asked.coveredByPointsVnd + byPointsVnd,
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
