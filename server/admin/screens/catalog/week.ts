import type { Interval } from '../../answers.ts'
import { clockOfMinute } from '../../parts/formats.ts'

/** A stretch of opening as two clock times; an end at or before the start lies on the next day. */
export type Stretch = { key: number; from: string; to: string }
export type Week = Stretch[][]
type DayInterval = Omit<Interval, 'weekday'>

let lastKey = 0
export const stretch = (from: string, to: string): Stretch => ({ key: ++lastKey, from, to })

export const weekOf = (intervals: Interval[]): Week =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => stretchesOf(intervals.filter((interval) => interval.weekday === weekday)))

export const intervalsOf = (week: Week): Interval[] =>
  week.flatMap((stretches, i) => dayIntervalsOf(stretches).map((interval) => ({ weekday: i + 1, ...interval })))

/** The hours of one day as stretches, and back. */
export const stretchesOf = (intervals: DayInterval[]): Stretch[] =>
  intervals
    .toSorted((a, b) => a.startMinute - b.startMinute)
    .map(({ startMinute, lengthMinutes }) =>
      stretch(clockOfMinute(startMinute), clockOfMinute(startMinute + lengthMinutes)),
    )

export const dayIntervalsOf = (stretches: Stretch[]): DayInterval[] =>
  stretches.map(({ from, to }) => ({
    startMinute: minutesOf(from),
    lengthMinutes: minutesOf(to) - minutesOf(from) + (runsOver({ from, to }) ? 1440 : 0),
  }))

/** `08:00–12:00, 13:30–18:00` */
export const hoursText = (intervals: DayInterval[]) =>
  stretchesOf(intervals)
    .map(({ from, to }) => `${from}–${to}`)
    .join(', ')

export const runsOver = ({ from, to }: { from: string; to: string }) => to <= from

/** What to offer next on a day: all day, or the afternoon after a morning. */
export function nextStretch(stretches: Stretch[]): Stretch {
  const last = stretches.at(-1)
  if (!last) return stretch('09:00', '18:00')
  const start = Math.min(minutesOf(last.to) + 60, 1320)
  return stretch(clockOfMinute(start), clockOfMinute(Math.min(start + 240, 1439)))
}

export function minutesOf(clock: string) {
  const [hour, minute] = clock.split(':').map(Number)
  return hour! * 60 + minute!
}
