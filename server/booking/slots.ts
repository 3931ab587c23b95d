import { addDays, dayMs, instantOf, minuteMs } from '../../shared/time.ts'
import type { Facts } from '../catalog/facts.ts'
import { isFull, isShopFull } from './day-limits.ts'
import { joins, sessionStarts } from './groups.ts'
import { type Looked, lookedAtBy, type Opening, openingsOf } from './openings.ts'
import type { Piece, Rules, Wish } from './pieces.ts'
import { preferredFirst } from './preferred.ts'
import { hasResources } from './resources.ts'

/** A piece with its time, in minutes from the facts' base, and who does it. */
export type Placed = { piece: Piece; staffId: string; from: number; to: number }
export type Plan = Placed[]

/**
 * Everything that a wish could become on a business day. Pure: the same facts, wish, day and moment give the same
 * answer, for what is shown and for what is taken (K-35). Pieces follow each other without a pause, all or nothing.
 */
export function dayPlans(facts: Facts, { pieces, people }: Wish, day: string, looked: Looked, limits: boolean) {
  const openings = new Map<Piece['doers'][number], Opening[]>()
  const plans = new Map<number, Plan | null>()

  const openOf = (i: number, doer: Piece['doers'][number], by: Looked) => openingsOf(facts, pieces[i]!, doer, day, by)
  const openingsFor = (i: number, doer: Piece['doers'][number]) => {
    const known = openings.get(doer) ?? openOf(i, doer, looked)
    openings.set(doer, known)
    return known
  }

  const mayServe = (staffId: string) => !limits || !isFull(facts, staffId, day)
  const doersOf = pieces.map(({ doers }) =>
    preferredFirst(
      facts,
      doers.filter(({ staffId }) => mayServe(staffId)),
      day,
    ),
  )

  /** A group that comes together within the hours has room. */
  const mayJoin = (i: number, doer: Piece['doers'][number], at: number) =>
    joins(facts, pieces[i]!, doer, at, people) &&
    openOf(i, doer, { ...looked, taken: false }).some((opening) => covers(opening, at))

  function canBegin(i: number, doer: Piece['doers'][number], at: number): boolean {
    const piece = pieces[i]!
    if (!(looked.taken && mayJoin(i, doer, at)) && !openingsFor(i, doer).some((opening) => covers(opening, at)))
      return false
    return !looked.taken || hasResources(facts, piece, doer, at)
  }

  /** The pieces from the i-th on, begun at a minute, each by the preferred of those who can. */
  function placed(i: number, at: number): Plan | null {
    if (i === pieces.length) return []
    const key = at * 8 + i
    const known = plans.get(key)
    if (known !== undefined) return known
    let found: Plan | null = null
    for (const doer of doersOf[i]!) {
      if (!canBegin(i, doer, at)) continue
      const rest = placed(i + 1, at + doer.minutes)
      if (!rest) continue
      found = [{ piece: pieces[i]!, staffId: doer.staffId, from: at, to: at + doer.minutes }, ...rest]
      break
    }
    plans.set(key, found)
    return found
  }

  /** On the grid of an opening of whoever could begin, right after something else, or together with a group. */
  const isStart = (at: number) =>
    doersOf[0]!.some(
      (doer) => openingsFor(0, doer).some((opening) => onGrid(facts, opening, at)) || mayJoin(0, doer, at),
    )

  function starts(): number[] {
    const all = new Set<number>()
    for (const doer of doersOf[0]!) {
      for (const opening of openingsFor(0, doer)) for (const at of gridOf(facts, opening)) all.add(at)
      for (const at of sessionStarts(facts, pieces[0]!, doer)) if (mayJoin(0, doer, at)) all.add(at)
    }
    return [...all].sort((a, b) => a - b)
  }
  const isDayFull = limits && isShopFull(facts, day)
  return {
    starts: () => (isDayFull ? [] : starts()),
    isStart,
    place: (at: number) => (isDayFull ? null : placed(0, at)),
  }
}

/** No visit takes more than a day. */
export const isTooLong = (plan: Plan) => plan.at(-1)!.to - plan[0]!.from > dayMs / minuteMs

export type Slot = { at: number; plan: Plan }

/** The starts of a business day that may be chosen, earliest first, each with who would do what. */
export function daySlots(facts: Facts, { pieces, people }: Wish, day: string, rules: Rules, now: Date): Slot[] {
  const { notBefore, notAfter } = bookableBetween(facts, pieces, rules, now)
  const looked = { ...lookedAtBy[rules], hours: 'whole' as const }
  const plans = dayPlans(facts, { pieces, people }, day, looked, rules === 'online')
  const slots: Slot[] = []
  for (const at of plans.starts()) {
    const instant = instantOfMinute(facts, at)
    if (instant < notBefore || instant > notAfter) continue
    const plan = plans.place(at)
    if (plan && !isTooLong(plan)) slots.push({ at: instant, plan })
  }
  return slots
}

/** The instants between which a visit may begin. The strictest notice of its services counts (K-12, K-13). */
export function bookableBetween(facts: Facts, pieces: Piece[], rules: Rules, now: Date) {
  if (rules !== 'online') return { notBefore: now.getTime(), notAfter: now.getTime() + 365 * dayMs }
  const lead = Math.max(...pieces.map(({ service }) => service.leadMinutes ?? facts.leadMinutes))
  const horizon = now.getTime() + facts.horizonDays * dayMs
  const until = facts.bookableUntil
    ? instantOf(addDays(facts.bookableUntil, 1), 0, facts.zone).getTime() - 1
    : Number.POSITIVE_INFINITY
  return { notBefore: now.getTime() + lead * minuteMs, notAfter: Math.min(horizon, until) }
}

export const instantOfMinute = (facts: Facts, minute: number) => facts.base + minute * minuteMs

const covers = ({ first, last }: Opening, at: number) => first <= at && at <= last

function onGrid(facts: Facts, opening: Opening, at: number) {
  const { first, anchor, tight } = opening
  return covers(opening, at) && ((tight && at === first) || (at - anchor) % facts.slotMinutes === 0)
}

function gridOf(facts: Facts, { first, last, anchor, tight }: Opening): number[] {
  const step = facts.slotMinutes
  const starts = tight ? [first] : []
  for (let at = anchor + Math.ceil((first - anchor) / step) * step; at <= last; at += step) starts.push(at)
  return starts
}
