import type { Expiry } from '../../shared/programme.ts'
import { addDays, dayOf, instantOf } from '../../shared/time.ts'

/**
 * The first moment at which points of an instant can no longer be spent: they last through the end of a date in the
 * shop's zone (L-14). By activity they live so many months from the last time they were earned.
 */
export function expiresAt(expiry: Expiry, earnedAt: Date, zone: string): Date | null {
  if (expiry.kind === 'never') return null
  const day = dayOf(earnedAt, zone)
  const last = expiry.kind === 'fixed_day' ? nextOn(expiry, day) : monthsOn(day, expiry.months, expiry.kind)
  return instantOf(addDays(last, 1), 0, zone)
}

function monthsOn(day: string, months: number, kind: 'rolling' | 'month_end' | 'activity'): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return dateOf(year, month + months, kind === 'month_end' ? 31 : date)
}

/** The next such date after a day: points of that very date live for a year. */
function nextOn({ month, day: date }: { month: number; day: number }, day: string): string {
  const year = Number(day.slice(0, 4))
  const thisYear = dateOf(year, month, date)
  return thisYear > day ? thisYear : dateOf(year + 1, month, date)
}

/** A date that a month does not have is its last. */
export function dateOf(year: number, month: number, date: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1, Math.min(date, last))).toISOString().slice(0, 10)
}
