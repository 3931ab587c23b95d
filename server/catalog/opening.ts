import { addDays, instantOf, weekdayOf } from '../../shared/time.ts'
import type { Facts } from './facts.ts'

/** Milliseconds, the end not included. */
export type Span = { from: number; to: number }

/**
 * When somebody works on a business day, which a shop open past midnight ends after midnight. A day off of the shop
 * or the person comes before their weekly hours; hours of their own come before the shop's.
 */
export function workingSpans(facts: Pick<Facts, 'hours' | 'daysOff' | 'zone'>, staffId: string, day: string): Span[] {
  if (dayOffOf(facts, staffId, day)) return []
  const own = facts.hours.filter((interval) => interval.staffId === staffId)
  const week = own.length ? own : facts.hours.filter((interval) => interval.staffId === null)
  const weekday = weekdayOf(day)
  return week
    .filter((interval) => interval.weekday === weekday)
    .map(({ startMinute, lengthMinutes }) => ({
      from: instantOf(day, startMinute, facts.zone).getTime(),
      to: instantOf(day, startMinute + lengthMinutes, facts.zone).getTime(),
    }))
    .sort((a, b) => a.from - b.from)
}

/** Why a person, or with `null` the whole shop, does not work on a day. */
export const dayOffOf = (facts: Pick<Facts, 'daysOff'>, staffId: string | null, day: string) =>
  facts.daysOff.find(
    (off) => (off.staffId === null || off.staffId === staffId) && off.fromDay <= day && day <= off.toDay,
  )

/** The spans that can hold a moment of this local day: its own, and what is left of the night before. */
export const spansAround = (facts: Facts, staffId: string, day: string) =>
  [addDays(day, -1), day].flatMap((each) => workingSpans(facts, staffId, each))
