import type { Rate } from '../../shared/figures.ts'

/** Fewer say nothing (M, common rules). */
const enough = 10
const z95 = 1.959963984540054

/** A share with Wilson's interval of 95 % (Wilson 1927), which stays within 0 and 1 for few and for extremes. More than the whole has none. */
export function rateOf(numerator: number, denominator: number): Rate {
  if (denominator <= 0) return { numerator, denominator, value: null, low: 0, high: 1 }
  const share = numerator / denominator
  if (share > 1) return { numerator, denominator, value: share, low: share, high: share }
  const around = 1 + z95 ** 2 / denominator
  const middle = (share + z95 ** 2 / (2 * denominator)) / around
  const half = (z95 * Math.sqrt((share * (1 - share)) / denominator + z95 ** 2 / (4 * denominator ** 2))) / around
  const value = denominator < enough ? null : share
  return { numerator, denominator, value, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** One amount as a part of another: no count, so without an interval; none of nothing. */
export const partOf = (partVnd: number, wholeVnd: number) => (wholeVnd > 0 ? partVnd / wholeVnd : null)

/** Minutes of minutes, from milliseconds: they are no trials, so without an interval; none of nothing. */
export const minutesOf = (partMs: number, wholeMs: number) => ({
  minutes: Math.round(partMs / 60_000),
  ofMinutes: Math.round(wholeMs / 60_000),
  value: wholeMs > 0 ? partMs / wholeMs : null,
})
