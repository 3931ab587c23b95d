import type { Known } from './known.ts'
import type { Quoted } from './use-quote.ts'

/** As many points as one has and the shop takes for this; 0 where that is fewer than it takes at all. */
export function mostPoints({ ways: { asMoney }, points }: Known, { goodsVnd, discountVnd }: Quoted): number {
  if (!asMoney) return 0
  const { vndPerPoint, least, most, step, mostPercent } = asMoney
  const worth = Math.floor(((goodsVnd - discountVnd) * mostPercent) / 100)
  const fits = Math.min(points.spendable, most ?? Number.POSITIVE_INFINITY, Math.floor(worth / vndPerPoint))
  const whole = fits - (fits % step)
  return whole >= least ? whole : 0
}
