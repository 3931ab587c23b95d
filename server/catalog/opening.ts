import type { DayInterval } from '../../shared/catalog.ts'
import { instantOf, weekdayOf } from '../../shared/time.ts'
import type { Week } from './set-up.ts'

/** Milliseconds, the end not included. */
export type Span = { from: number; to: number }

/**
 * When somebody works on a business day, which a shop open past midnight ends after midnight (K-9, K-10). What is
 * nearer to the person and the date comes first: their special day, their leave, the shop's special day, its closure,
 * a holiday, their week, the shop's week. Who has a week of their own works what of it falls into the shop's special
 * hours.
 */
export function workingSpans(week: Week, staffId: string, day: string): Span[] {
  const key = hasOwnDays(week, staffId) ? `${day} ${staffId}` : day // who follows the shop shares its spans
  let known = knownSpans.get(week)
  if (!known) {
    known = new Map()
    knownSpans.set(week, known)
  }
  let spans = known.get(key)
  if (!spans) {
    spans = spansOfPerson(week, staffId, day)
    known.set(key, spans)
  }
  return spans
}

/** When the shop itself is open: whoever has no days of their own works then. */
export const openSpans = (week: Week, day: string) => workingSpans(week, '', day)

const knownSpans = new WeakMap<Week, Map<string, Span[]>>()

const hasOwnDays = ({ hours, specialDays, daysOff }: Week, staffId: string) =>
  [hours, specialDays, daysOff].some((rows) => rows.some((row) => row.staffId === staffId))

function spansOfPerson(week: Week, staffId: string, day: string): Span[] {
  const special = specialDayOf(week, staffId, day)
  if (special) return spansOf(special.intervals, day, week.zone)
  if (isOff(week, staffId, day)) return []
  const own = week.hours.filter((interval) => interval.staffId === staffId)
  const usual = spansOf(weekdayOnly(own.length ? own : shopHours(week), day), day, week.zone)
  const ofDate = hoursOfDate(week, day)
  if (!ofDate) return usual
  const spans = spansOf(ofDate, day, week.zone)
  return own.length ? shared(usual, spans) : spans
}

/** Why the whole shop takes nobody on a day, if it does not. */
export function closedBecause(week: Week, day: string): string | undefined {
  const special = specialDayOf(week, null, day)
  if (special) return special.intervals.length ? undefined : special.reason
  const off = dayOffOf(week, null, day)
  if (off) return off.reason
  const holiday = holidayOf(week, day)
  return holiday && hoursOfHoliday(holiday)?.length === 0 ? holiday.name : undefined
}

export const surchargeOf = (week: Week, day: string) => holidayOf(week, day)?.surchargePercent ?? 0

/** What the shop does on this date instead of its week; undefined: its week. */
function hoursOfDate(week: Week, day: string): DayInterval[] | undefined {
  const special = specialDayOf(week, null, day)
  if (special) return special.intervals
  if (dayOffOf(week, null, day)) return []
  const holiday = holidayOf(week, day)
  return holiday && hoursOfHoliday(holiday)
}

type Holiday = Week['holidays'][number]

function hoursOfHoliday({ treatment, closedUntilAsked, intervals }: Holiday): DayInterval[] | undefined {
  if (treatment === 'special') return intervals
  const isClosed = treatment === 'closed' || (treatment === 'unconfirmed' && closedUntilAsked)
  return isClosed ? [] : undefined
}

const holidayOf = (week: Week, day: string) => week.holidays.find((holiday) => holiday.day === day)
const specialDayOf = (week: Week, staffId: string | null, day: string) =>
  week.specialDays.find((special) => special.staffId === staffId && special.day === day)
const dayOffOf = (week: Week, staffId: string | null, day: string) =>
  week.daysOff.find((off) => off.staffId === staffId && off.fromDay <= day && day <= off.toDay)
const isOff = (week: Week, staffId: string, day: string) => dayOffOf(week, staffId, day) !== undefined
const shopHours = (week: Week) => week.hours.filter(({ staffId }) => staffId === null)

function weekdayOnly(hours: Week['hours'], day: string): DayInterval[] {
  const weekday = weekdayOf(day)
  return hours.filter((interval) => interval.weekday === weekday)
}

/** Wall clock to instants; an hour that the clocks skip leaves nothing. */
const spansOf = (intervals: DayInterval[], day: string, zone: string): Span[] =>
  intervals
    .map(({ startMinute, lengthMinutes }) => ({
      from: instantOf(day, startMinute, zone).getTime(),
      to: instantOf(day, startMinute + lengthMinutes, zone).getTime(),
    }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from)

const shared = (some: Span[], others: Span[]): Span[] =>
  some.flatMap((one) =>
    others
      .map((other) => ({ from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) }))
      .filter(({ from, to }) => from < to),
  )
