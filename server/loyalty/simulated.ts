/** How one customer would stand: points of their visits as they were and would be, and what they have today. */
type Outcome = { customerId: string; name: string; balance: number; visits: number; now: number; instead: number }
type Difference = { customerId: string; name: string; difference: number }

/** What is known after some customers; grows by numbers only. */
export type Comparison = {
  visits: number
  customers: number
  points: { now: number; instead: number }
  winners: number
  losers: number
  greatest: { winners: Difference[]; losers: Difference[] }
  /** By so many points more or less would be out. */
  owedMore: number
}

export const comparison = (): Comparison => ({
  ...{ visits: 0, customers: 0, points: { now: 0, instead: 0 }, winners: 0, losers: 0 },
  ...{ greatest: { winners: [], losers: [] }, owedMore: 0 },
})

/**
 * One more customer. What they would have more is still unspent; what they would have less can be missing only from what
 * they have today, since the rest is spent.
 */
export function compared(all: Comparison, { customerId, name, balance, visits, now, instead }: Outcome) {
  const difference = instead - now
  all.visits += visits
  all.customers += 1
  all.points.now += now
  all.points.instead += instead
  all.owedMore += Math.max(difference, Math.min(0, -balance))
  if (difference === 0) return
  const side = difference > 0 ? 'winners' : 'losers'
  all[side] += 1
  all.greatest[side] = [...all.greatest[side], { customerId, name, difference }]
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .slice(0, 5)
}
