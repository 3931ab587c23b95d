/**
 * Instants are UTC; a day is `YYYY-MM-DD` and a minute counts from midnight, both in the shop's zone.
 * Wall clock turns into an instant here and nowhere else.
 */
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

export const addMinutes = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minuteMs)

/** The minute that an instant lies in. */
export const floorMinute = (at: Date) => new Date(Math.floor(at.getTime() / minuteMs) * minuteMs)

/** The local date of an instant. */
export function dayOf(at: Date, zone: string): string {
  const [year, month, day] = wallClock(at, zone)
  return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(day)}`
}

/** Minutes since local midnight. */
export function minuteOf(at: Date, zone: string): number {
  const [, , , hour, minute] = wallClock(at, zone)
  return hour * 60 + minute
}

/**
 * The instant at which a local day's clock shows this minute; minutes past 1440 fall on the days after. Of a minute that
 * comes twice it is the first; one that clocks skip is as much later as they skip, as Temporal's "compatible" has it.
 */
export function instantOf(day: string, minute: number, zone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs
  const before = offsetMs(wall - dayMs, zone)
  const after = offsetMs(wall + dayMs, zone)
  if (before !== after && offsetMs(wall - before, zone) !== before && offsetMs(wall - after, zone) === after)
    return new Date(wall - after)
  return new Date(wall - before)
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

const isoTexts = new Map<number, string>()

/** The ISO text of a time of the grid; the same few thousand are written again and again. */
export function isoOf(at: number): string {
  let text = isoTexts.get(at)
  if (text === undefined) {
    if (isoTexts.size > 10_000) isoTexts.clear()
    text = new Date(at).toISOString()
    isoTexts.set(at, text)
  }
  return text
}

/** `09:30` */
export const clockOf = (at: Date, zone: string) => {
  const minute = minuteOf(at, zone)
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`
}

/** `09:30 22/11/2026`, the form that Zalo's templates take for a time. */
export function stampOf(at: Date, zone: string): string {
  const [year, month, day] = dayOf(at, zone).split('-')
  return `${clockOf(at, zone)} ${day}/${month}/${year}`
}

const pad = (n: number) => String(n).padStart(2, '0')

type WallClock = [year: number, month: number, day: number, hour: number, minute: number]

function wallClock(at: Date, zone: string): WallClock {
  const wall = new Date(at.getTime() + offsetMs(at.getTime(), zone))
  const day = [wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate()] as const
  return [...day, wall.getUTCHours(), wall.getUTCMinutes()]
}

/** Per zone, the offset of each day of UTC, or of each quarter of an hour of a day on which clocks change. */
const offsets = new Map<string, Map<number, number | undefined>>()
const quarterMs = 15 * minuteMs

/** Asking Intl is slow, so its answers are kept; clocks change at quarters of an hour only, and once a day at most. */
function offsetMs(at: number, zone: string): number {
  let known = offsets.get(zone)
  if (!known || known.size > 10_000) {
    known = new Map()
    offsets.set(zone, known)
  }
  const day = Math.floor(at / dayMs) * dayMs
  if (!known.has(day)) {
    const [first, next] = [askIntl(day, zone), askIntl(day + dayMs, zone)]
    known.set(day, first === next ? first : undefined)
  }
  const ofDay = known.get(day)
  if (ofDay !== undefined) return ofDay
  const quarter = Math.floor(at / quarterMs) * quarterMs
  let offset = known.get(quarter + 1) // apart from the days, whose keys are whole days
  if (offset === undefined) {
    offset = askIntl(quarter, zone)
    known.set(quarter + 1, offset)
  }
  return offset
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function askIntl(at: number, zone: string): number {
  let clock = clocks.get(zone)
  if (!clock) {
    const two = 'numeric' as const
    const fields = { year: two, month: two, day: two, hour: two, minute: two }
    clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', ...fields })
    clocks.set(zone, clock)
  }
  const [day, month, year, hour, minute] = clock.format(at).match(/\d+/g)!.map(Number)
  return Date.UTC(year!, month! - 1, day, hour, minute) - at
}
