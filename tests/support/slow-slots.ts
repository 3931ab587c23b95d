import type { ServiceFacts } from '../../server/catalog/set-up.ts'
import type { DayInterval } from '../../shared/catalog.ts'
import { addDays, dayMs, minuteMs, weekdayOf } from '../../shared/time.ts'
import type { Claimed, RandomShop } from './random-shop.ts'
import { instant } from './slow-clock.ts'

type Span = { from: number; to: number }

/**
 * The free starts of a day, found the slow and obvious way: every minute is tried, and for each everybody is asked.
 * Shares nothing with the code it judges but the shape of its input. Each answer is "start: who, who".
 */
export function slowSlots(shop: RandomShop): string[] {
  const { rules, wanted, day, now } = shop
  const parts = wanted.parts.map((part) => partOf(shop, part))
  if (parts.some((part) => part.doers.length === 0 || wanted.people > part.service.groupSize)) return []
  const lead = Math.max(...parts.map(({ service }) => service.leadMinutes ?? rules.leadMinutes))
  const earliest = now.getTime() + lead * minuteMs
  const latest = now.getTime() + rules.horizonDays * dayMs
  const lastDayEnds = rules.bookableUntil ? instant(addDays(rules.bookableUntil, 1), 0, rules.zone) - 1 : Infinity
  const dayStarts = instant(day, 0, rules.zone)
  const dayEnds = instant(addDays(day, 1), 0, rules.zone)
  const onDay = shop.visits.filter(([, at]) => at >= dayStarts && at < dayEnds)
  const limited = rules.maxPerDay !== null || shop.staff.some(({ maxPerDay }) => maxPerDay !== null)
  const isFull = (staffId: string) => {
    const most = shop.staff.find(({ id }) => id === staffId)!.maxPerDay
    return (
      limited && most !== null && new Set(onDay.filter(([who]) => who === staffId).map(([, , id]) => id)).size >= most
    )
  }
  if (rules.maxPerDay !== null && new Set(onDay.map(([, , id]) => id)).size >= rules.maxPerDay) return []

  const spans = new Map(shop.staff.map(({ id }) => [id, workOn(shop, id, day)]))
  const order = byLoad(shop, dayStarts, dayEnds)
  const doersOf = (i: number) =>
    order.flatMap((staffId) => parts[i]!.doers.filter((doer) => doer.staffId === staffId && !isFull(staffId)))

  function canDo(i: number, doer: Doer, at: number) {
    const part = parts[i]!
    return (mayJoin(i, doer, at) || isOpen(i, doer, at)) && hasThings(shop, part, doer, at)
  }
  const inHours = ({ service }: Part, { staffId, minutes }: Doer, at: number) => {
    const [before, after] = rules.buffersInsideHours
      ? [service.bufferBeforeMinutes, service.bufferAfterMinutes]
      : [0, 0]
    return spans
      .get(staffId)!
      .filter(({ from, to }) => at - before * minuteMs >= from && at + (minutes + after) * minuteMs <= to)
  }
  const isTaken = ({ service }: Part, { staffId, minutes }: Doer, at: number) =>
    clashes(shop, service, minutes, staffId, at)
  const isOpen = (i: number, doer: Doer, at: number) =>
    inHours(parts[i]!, doer, at).length > 0 && !isTaken(parts[i]!, doer, at)
  /** A group that comes together within the hours has room. */
  function mayJoin(i: number, doer: Doer, at: number) {
    const there = peopleOf(shop, parts[i]!, doer, at)
    const hasRoom = there > 0 && there + wanted.people <= parts[i]!.service.groupSize
    return hasRoom && inHours(parts[i]!, doer, at).length > 0
  }
  function doneBy(i: number, at: number): string[] | undefined {
    if (i === parts.length) return []
    for (const doer of doersOf(i)) {
      const rest = canDo(i, doer, at) ? doneBy(i + 1, at + doer.minutes * minuteMs) : undefined
      if (rest) return [doer.staffId, ...rest]
    }
    return undefined
  }
  /** On the grid from opening, right after something that forbids the minute before, or with a group. */
  function mayBegin(at: number) {
    const first = parts[0]!
    return doersOf(0).some((doer) => {
      if (mayJoin(0, doer, at)) return true
      if (isTaken(first, doer, at)) return false
      return inHours(first, doer, at).some(({ from }) => {
        const isOnGrid = (at - from) % (rules.slotMinutes * minuteMs) === 0
        const minuteBefore = at - minuteMs
        const wasInside = inHours(first, doer, minuteBefore).some((span) => span.from === from)
        return isOnGrid || (wasInside && isTaken(first, doer, minuteBefore))
      })
    })
  }

  const found: string[] = []
  for (let at = dayStarts; at < dayEnds + dayMs; at += minuteMs) {
    if (at < earliest || at > latest || at > lastDayEnds || !mayBegin(at)) continue
    const who = doneBy(0, at)
    if (who) found.push(`${new Date(at).toISOString()}: ${who.join(', ')}`)
  }
  return found
}

type Doer = { staffId: string; minutes: number }
type Part = { service: ServiceFacts; doers: Doer[] }

function partOf({ rules, staff }: RandomShop, wanted: RandomShop['wanted']['parts'][number]): Part {
  const service = rules.services.find(({ id }) => id === wanted.serviceId)!
  const variant = service.variants.find(({ id }) => id === wanted.variantId)
  let more = 0
  for (const addon of service.addons) if (wanted.addonIds.includes(addon.id)) more += addon.minutes
  const doers: Doer[] = []
  for (const { id } of staff) {
    if (wanted.staffId !== null && wanted.staffId !== id) continue
    const named = service.doneBy.find(({ staffId }) => staffId === id)
    if (service.doneBy.length > 0 && !named) continue
    const minutes = variant ? variant.durationMinutes : (named?.durationMinutes ?? service.durationMinutes)
    doers.push({ staffId: id, minutes: minutes + more })
  }
  return { service, doers }
}

/** Work of a piece and the stretch around it, minute by the clock of its start. */
function workOf(service: ServiceFacts, minutes: number, at: number) {
  const works: Span[] = []
  let from = at
  for (const gap of service.gaps) {
    works.push({ from, to: at + gap.fromMinute * minuteMs })
    from = at + (gap.fromMinute + gap.minutes) * minuteMs
  }
  works.push({ from, to: at + minutes * minuteMs })
  const before = service.bufferBeforeMinutes * minuteMs
  const after = service.bufferAfterMinutes * minuteMs
  if (service.cleaning) {
    works[0]!.from -= before
    works.at(-1)!.to += after
  }
  return works.map((work, i) => ({
    work,
    around: {
      from: work.from - (!service.cleaning && i === 0 ? before : 0),
      to: work.to + (!service.cleaning && i === works.length - 1 ? after : 0),
    },
  }))
}

const overlap = (a: Span, b: Span) => a.from < b.to && a.to > b.from

function clashes(shop: RandomShop, service: ServiceFacts, minutes: number, staffId: string, at: number) {
  return workOf(service, minutes, at).some(({ work, around }) => {
    const withClaim = shop.claims.some((claim) => {
      if (claim.staffId !== staffId) return false
      const theirs = { from: claim.workFromAt, to: claim.workToAt }
      return overlap(around, theirs) || overlap(work, { from: claim.fromAt, to: claim.toAt })
    })
    const blocked = shop.blocked.some(
      (block) =>
        (block.staffId === null || block.staffId === staffId) &&
        overlap(around, { from: block.startsAt, to: block.endsAt }),
    )
    return withClaim || blocked
  })
}

const groupOf = ({ service }: Part, { staffId, minutes }: Doer, at: number) =>
  `${service.id}:${staffId}:${at}:${minutes}`

function peopleOf(shop: RandomShop, part: Part, doer: Doer, at: number) {
  if (part.service.groupSize === 1) return 0
  const session = groupOf(part, doer, at)
  return shop.claims
    .filter((claim) => claim.session === session && claim.staffId === doer.staffId)
    .reduce((sum, { people }) => sum + people, 0)
}

function hasThings(shop: RandomShop, part: Part, doer: Doer, at: number) {
  const works = workOf(part.service, doer.minutes, at)
  const [from, to] = [works[0]!.work.from, works.at(-1)!.work.to]
  return part.service.needs.every(({ resourceId, quantity }) => {
    const there = shop.resources.find(({ id }) => id === resourceId)!.quantity
    for (let minute = from; minute < to; minute += minuteMs) {
      const taken = shop.claims.filter(
        (claim: Claimed) => claim.resourceId === resourceId && claim.fromAt <= minute && claim.toAt > minute,
      )
      if (taken.reduce((sum, { units }) => sum + units, 0) + quantity > there) return false
    }
    return true
  })
}

function byLoad(shop: RandomShop, from: number, to: number): string[] {
  const load = (staffId: string) => {
    const own: Span[] = [
      ...shop.claims
        .filter((claim) => claim.staffId === staffId)
        .map((claim) => ({ from: claim.workFromAt, to: claim.workToAt })),
      ...shop.blocked
        .filter((block) => block.staffId === null || block.staffId === staffId)
        .map((block) => ({ from: block.startsAt, to: block.endsAt })),
    ].filter((span) => overlap(span, { from, to }))
    return {
      minutes: own.reduce((sum, span) => sum + Math.min(span.to, to) - Math.max(span.from, from), 0),
      idle: Math.max(0, ...own.map((span) => span.to)),
    }
  }
  return shop.staff
    .map(({ id }) => ({ id, ...load(id) }))
    .sort((a, b) => a.minutes - b.minutes || a.idle - b.idle || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/** What of a day somebody works, by the order of what comes first. */
function workOn({ rules }: RandomShop, staffId: string, day: string): Span[] {
  const spans = (intervals: DayInterval[]) =>
    intervals
      .map(({ startMinute, lengthMinutes }) => ({
        from: instant(day, startMinute, rules.zone),
        to: instant(day, startMinute + lengthMinutes, rules.zone),
      }))
      .filter(({ from, to }) => from < to)
  const ownSpecial = rules.specialDays.find((special) => special.day === day && special.staffId === staffId)
  if (ownSpecial) return spans(ownSpecial.intervals)
  const isOff = (who: string | null) =>
    rules.daysOff.some((off) => off.staffId === who && off.fromDay <= day && off.toDay >= day)
  if (isOff(staffId)) return []
  const ofDay = rules.hours.filter(({ weekday }) => weekday === weekdayOf(day))
  const hasOwn = rules.hours.some((hours) => hours.staffId === staffId)
  const usual = spans(ofDay.filter((hours) => hours.staffId === (hasOwn ? staffId : null)))
  let shopDay: DayInterval[] | undefined
  const holiday = rules.holidays.find((each) => each.day === day)
  if (holiday?.treatment === 'special') shopDay = holiday.intervals
  if (holiday?.treatment === 'closed' || (holiday?.treatment === 'unconfirmed' && holiday.closedUntilAsked))
    shopDay = []
  if (isOff(null)) shopDay = []
  const special = rules.specialDays.find((each) => each.day === day && each.staffId === null)
  if (special) shopDay = special.intervals
  if (!shopDay) return usual
  if (!hasOwn) return spans(shopDay)
  return usual.flatMap((own) =>
    spans(shopDay)
      .map((other) => ({ from: Math.max(own.from, other.from), to: Math.min(own.to, other.to) }))
      .filter(({ from, to }) => from < to),
  )
}
