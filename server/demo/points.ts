import type { Tx } from '../database.ts'
import { earn } from '../loyalty/earn.ts'
import { takeAndUse } from '../offers/issue.ts'
import { rewardId } from './catalog.ts'
import type { Random } from './random.ts'
import { rewardMenu } from './salon.ts'

type Done = {
  id: string
  customerId: string
  serviceId: string
  serviceName: string
  priceVnd: number
  statusAt: Date
  endsAt: Date
}

/** What half a year of visits earned, entered as it would have been; whoever has enough takes a reward now and then. */
export async function pointsOf(tx: Tx, random: Random, visits: Done[]) {
  const balances = new Map<string, number>()
  for (const visit of visits.toSorted((a, b) => a.statusAt.getTime() - b.statusAt.getTime())) {
    const { id, customerId, serviceId, serviceName: name, priceVnd, statusAt, endsAt } = visit
    const paid = {
      id,
      customerId,
      paidVnd: priceVnd,
      parts: [{ serviceId, name, priceVnd }],
      endedAt: endsAt,
      by: 'demo',
    }
    const balance = (balances.get(customerId) ?? 0) + (await earn(tx, paid, 'Asia/Ho_Chi_Minh', statusAt))
    const i = rewardMenu.findLastIndex(([, cost]) => cost <= balance)
    const takes = i >= 0 && random.next() < 0.2
    balances.set(customerId, takes ? balance - rewardMenu[i]![1] : balance)
    if (!takes) continue
    await takeAndUse(tx, { id: random.id(), offerId: rewardId(i), customerId, by: 'demo' }, statusAt)
  }
}
