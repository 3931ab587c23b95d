import type { StoredOffer } from './offers.ts'

/** What a voucher may cost at most, set aside when it is made; `priceVnd` is that of the free service (C-3). */
export function mostCostOf({ kind, amountVnd, mostVnd, costVnd }: StoredOffer, priceVnd: number): number {
  const most = {
    gift: costVnd,
    amount: amountVnd ?? 0,
    percent: mostVnd ?? 0,
    free_service: Math.min(priceVnd, mostVnd ?? priceVnd),
  }
  return most[kind]
}
