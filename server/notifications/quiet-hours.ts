import { addDays, dayOf, instantOf, minuteOf } from '../../shared/time.ts'

/**
 * Outside these hours: when they begin again, some minutes later so that not everything comes at once. Minutes count
 * from midnight in the shop's zone. `random` is in [0, 1).
 */
export function opensAt(
  now: Date,
  { fromMinute, toMinute }: { fromMinute: number; toMinute: number },
  zone: string,
  random: () => number,
): Date | undefined {
  const minute = minuteOf(now, zone)
  if (minute >= fromMinute && minute < toMinute) return undefined
  return nextOpening(now, fromMinute, zone, random, minute < fromMinute ? 0 : 1)
}

/** The opening of a day ahead. */
export const nextOpening = (now: Date, fromMinute: number, zone: string, random: () => number, days = 1) =>
  instantOf(addDays(dayOf(now, zone), days), fromMinute + 1 + Math.floor(random() * 5), zone)
