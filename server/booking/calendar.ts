import { ICalCalendar, ICalCalendarMethod, type ICalDayJsStub, ICalEventStatus } from 'ical-generator'
import type { BookingStatus } from '../../shared/booking.ts'
import { clockOf, dayOf } from '../../shared/time.ts'
import { isNearChange, vtimezone } from './vtimezone.ts'

export type CalendarVisit = {
  id: string
  status: BookingStatus
  startsAt: Date
  endsAt: Date
  /** How often it was moved. */
  moves: number
  /** When it last became what it is. */
  changedAt: Date
  summary: string
  location: string
  description: string
}

/** Visits that nobody takes part in any more. */
export const calledOff = ['cancelled', 'declined', 'expired'] as const satisfies BookingStatus[]
const isCalledOff = (status: BookingStatus) => calledOff.some((each) => each === status)

/**
 * Visits as other programs read them (RFC 5545), in the shop's zone. The same visits give the same text: a visit keeps
 * its UID for ever, and each change that must replace the last one has a higher SEQUENCE.
 */
export function calendarOf(name: string, zone: string, visits: CalendarVisit[]): string {
  // The library escapes what belongs to events only.
  const escaped = name.replace(/[\\;,]/g, '\\$&')
  const calendar = new ICalCalendar({
    ...{ name: escaped, prodId: '//Khách Quen//Khách Quen//VI', method: ICalCalendarMethod.PUBLISH, ttl: 3600 },
    // The zone is each event's: as the calendar's own, the library would write DTSTAMP in it, which must be UTC.
    timezone: { name: null, generator: () => (visits.length > 0 ? zoneOf(zone, visits) : null) },
    x: [{ key: 'X-WR-TIMEZONE', value: zone }],
  })
  for (const { id, status, startsAt, endsAt, moves, changedAt, ...words } of visits)
    calendar.createEvent({
      ...{ id: `${id}@khach-quen`, ...spanOf(startsAt, endsAt, zone), ...words },
      sequence: moves + (isCalledOff(status) ? 1 : 0),
      ...{ status: statusOf(status), stamp: changedAt, lastModified: changedAt },
    })
  return `${calendar.toString()}\r\n`
}

function statusOf(status: BookingStatus) {
  if (isCalledOff(status)) return ICalEventStatus.CANCELLED
  return status === 'requested' ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

function zoneOf(zone: string, visits: CalendarVisit[]) {
  const starts = visits.map(({ startsAt }) => startsAt.getTime())
  const ends = visits.map(({ endsAt }) => endsAt.getTime())
  return vtimezone(zone, new Date(Math.min(...starts)), new Date(Math.max(...ends)))
}

/** By the shop's clock, but for the hours in which that is put back or forward: they are told in UTC. */
const spanOf = (startsAt: Date, endsAt: Date, zone: string) =>
  isNearChange(zone, startsAt) || isNearChange(zone, endsAt)
    ? { start: startsAt, end: endsAt }
    : { timezone: zone, start: inZone(startsAt, zone), end: inZone(endsAt, zone) }

/** The library asks for a wall clock in the words of dayjs; a plain Date it would write in the server's zone. */
const inZone = (at: Date, zone: string): ICalDayJsStub => ({
  tz: () => inZone(at, zone),
  format: (form) =>
    form === 'HHmmss' ? `${clockOf(at, zone).replace(':', '')}00` : dayOf(at, zone).replaceAll('-', ''),
  toDate: () => at,
  toJSON: () => at.toJSON(),
  isValid: () => true,
})
