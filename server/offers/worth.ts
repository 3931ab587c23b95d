import type { StoredOffer } from './offers.ts'

/** A bill as far as an offer may lower it: what is to be paid, and its services with their prices. */
export type Bill = { dueVnd: number; parts: { serviceId: string; priceVnd: number }[] }

type Promised = Pick<StoredOffer, 'kind' | 'amountVnd' | 'percent' | 'mostVnd' | 'serviceId'>

/** What an offer takes off a bill: whole đồng, a percent within its most, never more than is due (L-28). */
export function worthOf({ kind, amountVnd, percent, mostVnd, serviceId }: Promised, { dueVnd, parts }: Bill): number {
  const free = parts.find((part) => part.serviceId === serviceId)?.priceVnd ?? 0
  const wished = {
    gift: 0,
    amount: amountVnd ?? 0,
    percent: Math.floor((dueVnd * (percent ?? 0)) / 100),
    free_service: free,
  }[kind]
  return Math.max(0, Math.min(wished, mostVnd ?? wished, dueVnd))
}

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
