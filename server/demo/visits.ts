import { addDays, dayOf, instantOf, minuteMs, weekdayOf } from '../../shared/time.ts'
import { type Span, workingSpans } from '../catalog/opening.ts'
import type { Week } from '../catalog/set-up.ts'
import type { DemoCustomer } from './people.ts'
import type { Random } from './random.ts'
import { menu } from './salon.ts'

export type DemoVisit = { customer: DemoCustomer; staffId: string; service: number; from: Date; to: Date }

const stepMs = 15 * minuteMs

const busiest: readonly (readonly [number, number])[] = [
  [9, 3],
  [10, 4],
  [14, 2],
  [15, 2],
  [16, 3],
  [17, 5],
  [18, 5],
]

/** Half a year of visits up to a week ahead, each at a time that was free. */
export function demoVisits(
  random: Random,
  customers: DemoCustomer[],
  staffIds: string[],
  week: Week,
  now: Date,
): DemoVisit[] {
  const today = dayOf(now, week.zone)
  const lastDay = addDays(today, 7)
  const busy = new Map<string, Span[]>(staffIds.map((id) => [id, []]))
  const wishes = customers.flatMap((customer) =>
    daysOf(random, customer, today, lastDay).map((day) => ({ customer, day })),
  )
  wishes.sort((a, b) => a.day.localeCompare(b.day))
  return wishes.flatMap(({ customer, day }) => {
    const service = random.next() < 0.7 ? customer.likes : random.weighted(menu.map(([, , , , often], i) => [i, often]))
    const usual = staffIds[customer.likesStaff]!
    const others = staffIds.filter((id) => id !== usual)
    for (const staffId of [usual, random.pick(others)]) {
      const span = freeNear(random, day, staffId, service)
      if (!span) continue
      busy.get(staffId)!.push(span)
      return [{ customer, staffId, service, from: new Date(span.from), to: new Date(span.to) }]
    }
    return []
  })

  function freeNear(random: Random, day: string, staffId: string, service: number): Span | undefined {
    const durationMs = menu[service]![2] * minuteMs
    const taken = busy.get(staffId)!
    const starts = workingSpans(week, staffId, day).flatMap(({ from, to }) => {
      const grid = Array.from(
        { length: Math.floor((to - from - durationMs) / stepMs) + 1 },
        (_, i) => from + i * stepMs,
      )
      return grid.filter((start) => !taken.some((span) => span.from < start + durationMs && span.to > start))
    })
    const liked = instantOf(day, random.weighted(busiest) * 60 + random.below(4) * 15, week.zone).getTime()
    const from = starts.sort((a, b) => Math.abs(a - liked) - Math.abs(b - liked))[0]
    return from === undefined ? undefined : { from, to: from + durationMs }
  }
}

/** The days on which somebody comes, weekends rather than Mondays, never at Tết. */
function daysOf(random: Random, { habit, firstVisitDaysAgo }: DemoCustomer, today: string, lastDay: string): string[] {
  const days: string[] = []
  let at = -firstVisitDaysAgo
  while (days.length < habit.visits) {
    const day = addDays(today, Math.round(at))
    if (day > lastDay) break
    const quiet = weekdayOf(day) <= 2 && random.next() < 0.5
    days.push(quiet ? addDays(day, 4) : day)
    at += Math.max(5, random.around(habit.everyDays, habit.spreadDays))
  }
  return days.filter((day) => day <= lastDay)
}
