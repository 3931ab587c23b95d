import type { Programme, Tier } from '../../shared/programme.ts'
import { addDays, dayOf, instantOf } from '../../shared/time.ts'
import { dateOf } from './expiry.ts'

export type Tiers = Programme['tiers']

/** What one visit counts towards a level: points, đồng or itself, less what was refunded of it. */
export type Merit = { at: Date; amount: number }

export type Holder = {
  levelId: string | null
  since: Date | null
  /** The last step was down. */
  hasFallen: boolean
  joinedAt: Date
  merits: Merit[]
}

/** What counts at a moment: of the stretch it lies in and, where stretches are years, of the one before. */
type Counted = { from: Date; now: number; earlierFrom: Date | null; earlier: number; to: Date | null }

/**
 * The qualifying counter of a moment (L-23, L-24). By calendar year, or by years since joining or since the level began,
 * what was reached in one year holds through the next, as Vietnamese shops and airlines have it. The last twelve months
 * are whole days of the shop: what a day brought is gone on the same date a year later.
 */
export function countedAt({ window }: Tiers, holder: Holder, at: Date, zone: string): Counted {
  const [from, earlierFrom, to] = stretchOf(window, holder, at, zone)
  const sum = (begin: Date, end?: Date) =>
    holder.merits.reduce((all, merit) => all + (merit.at >= begin && !(end && merit.at >= end) ? merit.amount : 0), 0)
  return { from, now: sum(from), earlierFrom, earlier: earlierFrom ? sum(earlierFrom, from) : 0, to }
}

type Stretch = [from: Date, earlierFrom: Date | null, to: Date | null]

function stretchOf(window: Tiers['window'], { since, levelId, joinedAt }: Holder, at: Date, zone: string): Stretch {
  const today = dayOf(at, zone)
  switch (window) {
    case 'lifetime':
      return [new Date(0), null, null]
    case 'twelve_months':
      return [instantOf(addDays(yearsFrom(today, -1), 1), 0, zone), null, null]
    case 'calendar_year':
      return yearAround('2000-01-01', today, zone)
    case 'since_joining':
      return yearAround(dayOf(joinedAt, zone), today, zone)
    case 'since_tier': {
      const begin = since ? new Date(since.getTime() + 1) : new Date(0) // what made the level counts no more
      if (!since || !levelId) return [begin, null, null]
      const [from, earlierFrom, to] = yearAround(dayOf(since, zone), today, zone)
      return [later(from, begin), later(earlierFrom!, begin), to]
    }
  }
}

/** The year since some day that holds today, the one before it, and when it ends. */
function yearAround(first: string, today: string, zone: string): Stretch {
  const guess = Number(today.slice(0, 4)) - Number(first.slice(0, 4))
  const years = yearsFrom(first, guess) <= today ? guess : guess - 1
  const begin = (n: number) => instantOf(yearsFrom(first, n), 0, zone)
  return [begin(years), begin(years - 1), begin(years + 1)]
}

/** 29 February is the 28th of other years. */
function yearsFrom(day: string, years: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  return dateOf(year + years, month, date)
}

const later = (a: Date, b: Date) => (a > b ? a : b)

export const heldOf = ({ levels }: Tiers, { levelId }: Pick<Holder, 'levelId'>) =>
  levels.findIndex(({ id }) => id === levelId)

/** The index of the level that a counter reaches; below the first it is -1. */
const reachedBy = (levels: Pick<Tier, 'from'>[], counter: number) => levels.findLastIndex(({ from }) => from <= counter)

/** The index of the level that somebody is due at a moment, if nothing more comes until then. */
export function dueAt(tiers: Tiers, holder: Holder, at: Date, zone: string): number {
  const { now, earlier } = countedAt(tiers, holder, at, zone)
  const reached = reachedBy(tiers.levels, Math.max(now, earlier))
  const sure = sureUntil(tiers, holder, zone)
  return sure && at < sure ? Math.max(reached, heldOf(tiers, holder)) : reached
}

/** A level that begins its own count is sure for a year, and so is the one that somebody fell to by a step (L-25). */
function sureUntil({ window, downgrade }: Tiers, { levelId, since, hasFallen }: Holder, zone: string): Date | null {
  if (!levelId || !since) return null
  if (window !== 'since_tier' && !(downgrade === 'one_step' && hasFallen)) return null
  return instantOf(yearsFrom(dayOf(since, zone), 1), 0, zone)
}

/** The first moment to come at which somebody no longer has what their level asks for, if nothing more comes. */
export function shortFrom(tiers: Tiers, holder: Holder, now: Date, zone: string): Date | null {
  const held = heldOf(tiers, holder)
  if (held < 0 || tiers.downgrade === 'none') return null
  const moments = momentsAfter(tiers, holder, now, zone).filter((at) => at > now)
  return moments.sort((a, b) => a.getTime() - b.getTime()).find((at) => dueAt(tiers, holder, at, zone) < held) ?? null
}

function momentsAfter(tiers: Tiers, holder: Holder, now: Date, zone: string): Date[] {
  const sure = sureUntil(tiers, holder, zone) ?? now
  const { to } = countedAt(tiers, holder, now, zone)
  const next = to && countedAt(tiers, holder, to, zone).to
  const years = [to, next].filter((end) => end !== null)
  if (tiers.window !== 'twelve_months') return [sure, ...years]
  return [sure, ...holder.merits.map(({ at }) => instantOf(goneOn(dayOf(at, zone)), 0, zone))]
}

/** The date on which a day is no longer among the last twelve months. */
const goneOn = (day: string) => addDays(`${Number(day.slice(0, 4)) + 1}${day.slice(4, 8)}01`, Number(day.slice(8)) - 1)
