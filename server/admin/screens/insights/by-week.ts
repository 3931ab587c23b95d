import { addDays, weekdayOf } from '../../../../shared/time.ts'
import type { Overview } from './use-figures.ts'

type Day = Overview['days'][number]

/** Days as they are, or summed up by weeks from Monday where there are too many to tell apart. */
export function stepsOf(days: Day[]): Day[] {
  if (days.length <= 90) return days
  const weeks = new Map<string, Day>()
  for (const each of days) {
    const monday = addDays(each.day, 1 - weekdayOf(each.day))
    const week = weeks.get(monday) ?? {
      ...each,
      day: monday,
      netVnd: 0,
      visits: 0,
      newCustomers: 0,
      returning: 0,
      nameless: 0,
    }
    weeks.set(monday, {
      day: monday,
      netVnd: week.netVnd + each.netVnd,
      visits: week.visits + each.visits,
      newCustomers: week.newCustomers + each.newCustomers,
      returning: week.returning + each.returning,
      nameless: week.nameless + each.nameless,
    })
  }
  return [...weeks.values()]
}
