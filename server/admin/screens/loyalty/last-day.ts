import type { Expiry } from '../../../../shared/programme.ts'

/** The last day on which points of a day can be spent, for the example beside the form; the server reckons for real. */
export function lastDayOf(expiry: Expiry, today: string): string | undefined {
  if (expiry.kind === 'never') return undefined
  const [year, month, day] = today.split('-').map(Number) as [number, number, number]
  if (expiry.kind !== 'fixed_day') return dateOf(year, month + expiry.months, expiry.kind === 'month_end' ? 31 : day)
  const thisYear = dateOf(year, expiry.month, expiry.day)
  return thisYear > today ? thisYear : dateOf(year + 1, expiry.month, expiry.day)
}

/** A date that a month does not have is its last. */
function dateOf(year: number, month: number, day: number): string {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1, Math.min(day, last))).toISOString().slice(0, 10)
}
