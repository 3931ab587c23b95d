import type { Points } from './api.ts'

/** The dearest reward within reach, or else the one that lacks fewest points. */
export function nearestReward({ balance, rewards }: Points) {
  const byCost = [...rewards].sort((a, b) => a.pointsCost - b.pointsCost)
  const reward = byCost.filter((one) => one.reachable).pop() ?? byCost[0]
  return reward && { name: reward.name, missing: reward.reachable ? 0 : Math.max(1, reward.pointsCost - balance) }
}
