/**
 * Instants are UTC; a day is `YYYY-MM-DD` and a minute counts from midnight, both in the shop's zone.
 * Wall clock turns into an instant here and nowhere else.
 */
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

export const addMinutes = (at: Date, minutes: number) => new Date(at.getTime() + minutes * minuteMs)

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

/** The instant at which a local day's clock shows this minute; minutes past 1440 fall on the days after. */
export function instantOf(day: string, minute: number, zone: string): Date {
  const wall = Date.parse(`${day}T00:00:00Z`) + minute * minuteMs
  const first = wall - offsetMs(new Date(wall), zone)
  return new Date(wall - offsetMs(new Date(first), zone))
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

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

const offsetMs = (at: Date, zone: string) => {
  const [year, month, day, hour, minute, second] = wallClock(at, zone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000
}

const clocks = new Map<string, Intl.DateTimeFormat>()

type WallClock = [year: number, month: number, day: number, hour: number, minute: number, second: number]

function wallClock(at: Date, zone: string): WallClock {
  let clock = clocks.get(zone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    clocks.set(zone, clock)
  }
  const [day, month, year, hour, minute, second] = clock.format(at).match(/\d+/g)!.map(Number)
  return [year!, month!, day!, hour!, minute!, second!]
}
