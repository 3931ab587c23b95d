import type { OrderLine, WholeOrder } from './answers.ts'

/** What pieces of a line that come back now are worth, as the server reckons: of whole lines to the đồng, however they were split. */
export function shareOf({ quantity, unitPriceVnd, offVnd, returned, refundedVnd }: OrderLine, pieces: number): number {
  const wholeVnd = quantity * unitPriceVnd - offVnd
  return Math.floor((wholeVnd * (returned + pieces)) / quantity) - refundedVnd
}

/** Of what was paid out of the wallet, what has not come back yet. */
export const walletLeft = ({ creditVnd, refunds }: WholeOrder) =>
  creditVnd - refunds.reduce((sum, refund) => sum + refund.creditVnd, 0)

export const isShippingBack = ({ refunds }: WholeOrder) => refunds.some(({ shippingVnd }) => shippingVnd > 0)
