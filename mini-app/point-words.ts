import { formatNumber } from '../shared/money.ts'
import { useWords } from './language.ts'
import { useShop } from './shop.ts'

/** What points are called where a shop has given them no name of its own. */
const ordinary = 'điểm'

/** `12 điểm`, or whatever the shop calls them. */
export function usePointWords(): (n: number) => string {
  const words = useWords()
  const { pointName } = useShop()
  return (n) => (pointName === ordinary ? words.points(n) : `${formatNumber(n)} ${pointName}`)
}

/** About how many a price earns, in words; undefined if none. Tiers and campaigns may make them more. */
export function usePointsToEarn(priceVnd: number): string | undefined {
  const say = usePointWords()
  const points = Math.floor(priceVnd / useShop().pointsUnitVnd)
  return points > 0 ? say(points) : undefined
}
