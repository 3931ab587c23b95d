import { readFileSync } from 'node:fs'
import { dayMs } from '../../shared/time.ts'

/** The days on which each customer of CDNOW bought, counted from 1970, straight from the table. */
function daysByCustomer() {
  const lines = readFileSync(new URL('./cdnow.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  const days = new Map<string, Set<number>>()
  for (const line of lines) {
    const [code, , date] = line.split(',')
    days.set(code!, (days.get(code!) ?? new Set()).add(Date.parse(`${date}T00:00:00Z`) / dayMs))
  }
  return [...days.values()].map((set) => [...set].sort((a, b) => a - b))
}

/** The figures of CDNOW up to a day, reckoned with nothing of ours. */
export function cdnowFigures(until: number) {
  const people = daysByCustomer()
  const within = (days: number[], from: number, to: number) => days.filter((day) => day >= from && day <= to).length
  const count = (of: (days: number[]) => boolean) => people.filter(of).length
  const matured = (days: number[]) => days[0]! >= until - 45 - 364 && days[0]! <= until - 45
  return {
    customers: people.length,
    secondVisit: [count((days) => matured(days) && days[1] !== undefined && days[1] - days[0]! <= 45), count(matured)],
    repeat: [90, 180, 365].map((length) => [
      count((days) => within(days, until - length + 1, until) >= 2),
      count((days) => within(days, until - length + 1, until) >= 1),
    ]),
    retained: [
      count((days) => within(days, until - 89, until) > 0 && within(days, until - 179, until - 90) > 0),
      count((days) => within(days, until - 179, until - 90) > 0),
    ],
  }
}

const monthOf = (day: number) => new Date(day * dayMs).toISOString().slice(0, 7)

/** Who bought first in which month, and how many of them in each of the months after. */
export function cdnowCohorts() {
  const cells: Record<string, Record<string, number>> = {}
  for (const days of daysByCustomer()) {
    const first = monthOf(days[0]!)
    const row = cells[first] ?? {}
    cells[first] = row
    for (const month of new Set(days.map(monthOf))) row[month] = (row[month] ?? 0) + 1
  }
  return cells
}
