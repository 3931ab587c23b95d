import { getSolarDate } from '@dqcai/vn-lunar'
import { dayAt } from '../../shared/day-number.ts'

/** So near to Tết the moon says more than the calendar about what a day is like. */
const nearTet = 30

/** The first day of a lunar year, counted from 1970. */
function tetOf(lunarYear: number) {
  const { year, month, day } = getSolarDate(1, 1, lunarYear)
  return Date.UTC(year, month - 1, day) / 86_400_000
}

const yearOf = (day: number) => Number(dayAt(day).slice(0, 4))

/** Whether a stretch of days touches the month before or after a Tết. */
export const isAroundTet = (from: number, to: number) =>
  [yearOf(from), yearOf(to)].some((year) => from <= tetOf(year) + nearTet && to >= tetOf(year) - nearTet)

/** As many days before or after the Tết of the year before as a day is from the nearest one (M-3). */
export function lunarYearBefore(day: number): number {
  const year = yearOf(day)
  const nearest = [year, year + 1].reduce((near, next) =>
    Math.abs(tetOf(next) - day) < Math.abs(tetOf(near) - day) ? next : near,
  )
  return tetOf(nearest - 1) + (day - tetOf(nearest))
}
