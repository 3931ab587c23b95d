import { addDays, dayOf, instantOf, minuteOf } from '../../shared/time.ts'

/** Zalo takes no template messages from 22:00 to 06:00; its newest tables no longer say so, customers still sleep. */
const quietFrom = 22 * 60
const quietTo = 6 * 60

/** When it is night in the shop's zone: the morning, a few minutes past six so that not all comes at once. */
export function quietUntil(now: Date, zone: string): Date | undefined {
  const minute = minuteOf(now, zone)
  if (minute >= quietTo && minute < quietFrom) return undefined
  const day = dayOf(now, zone)
  return instantOf(minute >= quietFrom ? addDays(day, 1) : day, quietTo + 1 + Math.floor(Math.random() * 5), zone)
}
