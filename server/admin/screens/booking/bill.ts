import { type Due, offsOf, percentOf } from '../../../../shared/bill.ts'
import { weekdayOf } from '../../../../shared/time.ts'
import type { Programme, SoldPackage, Visit, Voucher } from '../../answers.ts'
import { coveredBy } from './bill-wallets.tsx'

/** Open, begun, not run out, and good on this day of the week. */
export function isGoodNow({ voucher, offer }: Voucher, now: number, today: string): boolean {
  if (voucher.state !== 'open' || Date.parse(voucher.validFrom) > now) return false
  if (voucher.expiresAt && Date.parse(voucher.expiresAt) <= now) return false
  return offer.weekdays.length === 0 || offer.weekdays.includes(weekdayOf(today))
}

type AsMoney = NonNullable<Programme['rules']['asMoney']>

/** The most points that a bill takes of what somebody has, in whole steps; nothing where that is fewer than the least. */
function mostPointsOf({ vndPerPoint, least, most, step, mostPercent }: AsMoney, dueVnd: number, has: number) {
  const ofBill = Math.floor(Math.floor((dueVnd * mostPercent) / 100) / vndPerPoint)
  const room = Math.min(ofBill, has, most ?? ofBill)
  const whole = Math.floor(room / step) * step
  return whole < least ? 0 : whole
}

const fitsSteps = ({ least, step }: AsMoney, points: number, most: number) =>
  points === 0 || (points >= least && points <= most && points % step === 0)

export type BillValues = {
  priceVnd: number | ''
  discountVnd: number | ''
  coveredByPointsVnd: number | ''
  voucherIds: string[]
  pointsUsed: number | ''
  packageIds: string[]
  creditVnd: number | ''
}

/** What is paid for: a visit, or what is sold at the counter. */
export type Billed = {
  parts: Due['parts']
  deposit: Pick<NonNullable<Visit['deposit']>, 'receivedVnd' | 'backVnd'> | null
}

type Level = { name: string; discountPercent: number } | null
type Known = {
  rules: Programme['rules'] | undefined
  vouchers: Voucher[]
  spendable: number
  level: Level
  packages: SoldPackage[]
  creditVnd: number
}

/** The bill while it is typed: what each thing takes off, and what is left to pay. The server reckons for real. */
export function billOf(billed: Billed, values: BillValues, known: Known) {
  const { rules, vouchers, spendable, level, packages, creditVnd } = known
  const left = (values.priceVnd || 0) - (values.discountVnd || 0) - (values.coveredByPointsVnd || 0)
  const used = packages.filter(({ id }) => values.packageIds.includes(id))
  const covered = coveredBy(used, billed.parts, Math.max(0, left))
  const prepaidVnd = used.length > 0 ? covered.coveredVnd : 0
  const chosen = vouchers.filter(({ voucher }) => values.voucherIds.includes(voucher.id))
  const isAlone = chosen.some(({ offer }) => offer.alone)
  const toPay = Math.max(0, left) - prepaidVnd
  const levelVnd = isAlone ? 0 : percentOf(toPay, level?.discountPercent ?? 0)
  const due: Due = { dueVnd: toPay - levelVnd, parts: covered.parts }
  const offVnd = offsOf(chosen, due).reduce((sum, each) => sum + each.offVnd, 0)
  const asMoney = rules?.asMoney
  const mostPoints = asMoney ? mostPointsOf(asMoney, due.dueVnd - offVnd, spendable) : 0
  const points = values.pointsUsed || 0
  const byPointsVnd = asMoney ? points * asMoney.vndPerPoint : 0
  const isFit = asMoney ? fitsSteps(asMoney, points, mostPoints) : points === 0
  const paidVnd = due.dueVnd - offVnd - byPointsVnd
  const fromWalletVnd = values.creditVnd || 0
  const toTakeVnd = Math.max(0, paidVnd - fromWalletVnd)
  const heldVnd = billed.deposit ? billed.deposit.receivedVnd - billed.deposit.backVnd : 0
  const depositVnd = Math.min(heldVnd, toTakeVnd)
  return {
    ...{ due, prepaidVnd, level, levelVnd, offVnd, mostPoints, points, byPointsVnd, isFit, fromWalletVnd, paidVnd },
    ...{ depositVnd, depositExtraVnd: heldVnd - depositVnd },
    leftVnd: toTakeVnd - depositVnd,
    isWalletFit: fromWalletVnd <= Math.min(creditVnd, Math.max(0, paidVnd)),
    isTooMuch: left < 0,
    isCrowded: isAlone && chosen.length > 1,
  }
}
