import type { BillValues } from '../booking/bill.ts'
import { billOf } from '../booking/bill.ts'
import { useBillWallet } from '../booking/use-bill-wallet.ts'
import { type BillLine, goodsVndOf } from './bill-line.ts'

export const nothingTaken: BillValues = {
  ...{ priceVnd: 0, discountVnd: '', coveredByPointsVnd: '', voucherIds: [], pointsUsed: '', packageIds: [] },
  creditVnd: '',
}

/** Services of a bill, one by one: a voucher may free one of them. */
const partsOf = (lines: BillLine[]) =>
  lines.flatMap(({ wanted, unitPriceVnd }) =>
    'serviceId' in wanted
      ? Array.from({ length: wanted.quantity }, () => ({ serviceId: wanted.serviceId, priceVnd: unitPriceVnd }))
      : [],
  )

/** The bill of a sale while it is typed, reckoned as that of a visit; no packages pay at the counter. */
export function useTillBill(lines: BillLine[], values: BillValues, customer: { id: string } | null) {
  const parts = partsOf(lines)
  const wallet = useBillWallet({ customer, parts })
  const typed = { ...values, priceVnd: goodsVndOf(lines), packageIds: [], coveredByPointsVnd: '' as const }
  const bill = billOf({ parts, deposit: null }, typed, { ...wallet, packages: [] })
  const isWrong =
    bill.isTooMuch || bill.isCrowded || !bill.isFit || !bill.isWalletFit || lines.length === 0 || wallet.isAsking
  return { wallet, bill, isWrong }
}
