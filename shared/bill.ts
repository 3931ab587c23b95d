import type { Offer } from './offers.ts'

export type Promised = Pick<Offer, 'kind' | 'amountVnd' | 'percent' | 'mostVnd' | 'serviceId'>
/** A bill as far as an offer may lower it: what is to be paid, and its services with their prices. */
export type Due = { dueVnd: number; parts: { serviceId: string; priceVnd: number }[] }

/** What an offer takes off a bill: whole đồng, a percent within its most, never more than is due (L-28). */
export function worthOf({ kind, amountVnd, percent, mostVnd, serviceId }: Promised, { dueVnd, parts }: Due): number {
  const free = parts.find((part) => part.serviceId === serviceId)?.priceVnd ?? 0
  const wished = { gift: 0, amount: amountVnd ?? 0, percent: percentOf(dueVnd, percent ?? 0), free_service: free }[kind]
  return Math.max(0, Math.min(wished, mostVnd ?? wished, dueVnd))
}

const order: Promised['kind'][] = ['free_service', 'percent', 'amount', 'gift']

/** Several on one bill: what frees a service first, then percents, then amounts, each of what those before left (L-28, C-4). */
export function offsOf<Used extends { offer: Promised }>(
  used: Used[],
  due: Due,
): (Used & { due: Due; offVnd: number })[] {
  let left = due
  return used
    .toSorted((a, b) => order.indexOf(a.offer.kind) - order.indexOf(b.offer.kind))
    .map((each) => {
      const now = left
      const offVnd = worthOf(each.offer, now)
      left = { dueVnd: now.dueVnd - offVnd, parts: without(now.parts, each.offer) }
      return { ...each, due: now, offVnd }
    })
}

/** A service is freed once. */
function without(parts: Due['parts'], { kind, serviceId }: Promised): Due['parts'] {
  const freed = kind === 'free_service' ? parts.findIndex((part) => part.serviceId === serviceId) : -1
  return parts.filter((_, i) => i !== freed)
}

/** The lower whole đồng. */
export const percentOf = (vnd: number, percent: number) => Math.floor((vnd * percent) / 100)
