import type { OrderQuote, OrderWish } from '../../api.ts'
import { type BasketLine, tableNow } from '../../basket.ts'
import type { Known } from './known.ts'
import type { Wishes } from './order-draft.ts'

export const wantedOf = (lines: BasketLine[]) =>
  lines.map(({ variantId, choiceIds, quantity, note }) => ({ variantId, choiceIds, quantity, note }))

/** Money of the wallet that goes towards it. */
export const creditOf = ({ creditVnd }: Known, { usesCredit }: Wishes, { totalVnd }: OrderQuote) =>
  usesCredit ? Math.min(creditVnd, totalVnd) : 0

/** Where it goes; undefined while that is not known yet. */
export function whereOf({ fulfilment, pickupAt, recipient, phone, address }: Wishes): OrderWish['where'] | undefined {
  if (fulfilment === 'pickup') return pickupAt ? { fulfilment, pickupAt } : undefined
  if (fulfilment === 'eat_in') {
    const table = tableNow()
    return table && { fulfilment, tableCode: table.code }
  }
  const to = { recipient: recipient.trim(), phone: phone.trim(), address: address.trim() }
  return to.recipient && to.phone && to.address ? { fulfilment, ...to } : undefined
}
