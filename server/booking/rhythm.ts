import { dayMs, dayOf, minuteOf, weekdayOf } from '../../shared/time.ts'

const offered = 3
/** What it costs to be off, in days: another weekday than the usual one, and each hour from the usual time. */
const otherWeekday = 2
const perHour = 0.5

/**
 * The three of the free times that suit somebody best who came at `past` times before (B-2): as long after the last
 * visit as usual, on the usual weekday, at the usual hour; on different days if there are any, soonest first.
 */
export function bestTimes<Slot extends { startsAt: Date | string | number }>(
  past: Date[],
  free: Slot[],
  zone: string,
): Slot[] {
  const starts = new Map(free.map((slot) => [new Date(slot.startsAt).getTime(), slot]))
  if (starts.size === 0) return []
  const rhythm = rhythmOf(past, Math.min(...starts.keys()), zone)
  const ranked = [...starts.keys()]
    .map((at) => ({ at, day: dayNumber(new Date(at), zone), off: offOf(new Date(at), rhythm, zone) }))
    .sort((a, b) => a.off - b.off || a.at - b.at)
  const days = new Set<number>()
  const firstOfDays = ranked.filter(({ day }) => !days.has(day) && days.add(day))
  const others = ranked.filter((each) => !firstOfDays.includes(each))
  return [...firstOfDays, ...others]
    .slice(0, offered)
    .sort((a, b) => a.at - b.at)
    .map(({ at }) => starts.get(at)!)
}

type Rhythm = { day: number; weekday: number | undefined; minute: number | undefined }

/** Who came once has no gap yet, and is best served soon; so is who is late by their own rhythm. */
function rhythmOf(past: Date[], earliest: number, zone: string): Rhythm {
  const days = [...new Set(past.map((at) => dayNumber(at, zone)))].sort((a, b) => a - b)
  const gap = median(days.slice(1).map((day, i) => day - days[i]!))
  const soonest = dayNumber(new Date(earliest), zone)
  const day = gap === undefined ? soonest : Math.max(days.at(-1)! + gap, soonest)
  return {
    day,
    weekday: habitOf(past.map((at) => weekdayIn(at, zone))),
    minute: median(past.map((at) => minuteOf(at, zone))),
  }
}

function offOf(at: Date, { day, weekday, minute }: Rhythm, zone: string) {
  const days = Math.abs(dayNumber(at, zone) - day)
  const isOther = weekday !== undefined && weekdayIn(at, zone) !== weekday
  const hours = minute === undefined ? 0 : Math.abs(minuteOf(at, zone) - minute) / 60
  return days + (isOther ? otherWeekday : 0) + hours * perHour
}

/** What at least half of them are; one alone is no habit. */
function habitOf(values: number[]) {
  const often = (value: number) => values.filter((each) => each === value).length
  return values.find((value) => often(value) > 1 && often(value) * 2 >= values.length)
}

function median(values: number[]) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
}

const dayNumber = (at: Date, zone: string) => Date.parse(dayOf(at, zone)) / dayMs
const weekdayIn = (at: Date, zone: string) => weekdayOf(dayOf(at, zone))
