import { formatVnd } from '../shared/money.ts'
import type { Points, Shop, Voucher } from './api.ts'
import type { Words } from './words/vi.ts'

export type Offer = Points['rewards'][number]

/** How many points an offer lacks. Who owes some has those to make up for as well: it is the balance that counts. */
export const missingFor = ({ pointsCost, reachable }: Offer, balance: number) =>
  reachable ? 0 : Math.max(1, pointsCost - balance)

/** The dearest offer within reach of the points, or else the one that lacks fewest; what costs nothing is no aim. */
export function nearestOffer({ balance, rewards }: Points) {
  const byCost = rewards.filter(({ pointsCost }) => pointsCost > 0).sort((a, b) => a.pointsCost - b.pointsCost)
  const offer = byCost.filter((one) => one.reachable).pop() ?? byCost[0]
  return offer && { name: offer.name, missing: missingFor(offer, balance) }
}

/** Whether it can still be used; one that has run out cannot, even where nobody has written so yet. */
export const isUsable = ({ state, expiresAt }: Voucher) =>
  state === 'open' && !(expiresAt && Date.parse(expiresAt) <= Date.now())

/** `Giảm 10 %, nhiều nhất 50.000 đ`: what an offer is, whatever its name. */
export function kindOf(
  { kind, amountVnd, percent, mostVnd, serviceId }: Offer,
  { offers }: Words,
  { services }: Shop,
): string {
  const service = services.find(({ id }) => id === serviceId)
  const whats = {
    gift: () => offers.gift,
    amount: () => offers.amount(formatVnd(amountVnd ?? 0)),
    percent: () => offers.percent(percent ?? 0),
    free_service: () => offers.freeService(service?.name ?? ''),
  }
  const hasMost = mostVnd !== null && (kind === 'percent' || kind === 'free_service')
  return hasMost ? `${whats[kind]()}, ${offers.atMost(formatVnd(mostVnd))}` : whats[kind]()
}
