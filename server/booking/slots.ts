import { addDays, instantOf, isoOf, minuteMs } from '../../shared/time.ts'
import type { Facts } from '../catalog/facts.ts'
import { type Span, workingSpans } from '../catalog/opening.ts'

/** `startsAt` is ISO text: a day has many and they only ever leave as text. */
export type Slot = { startsAt: string; staffId: string }

/** Lead time, horizon and the grid bind shoppers; at the desk only what is physically free counts. */
export type Rules = 'online' | 'desk'

/**
 * The times at which a visit could begin: on a grid anchored to each opening, and right after a booking so that no
 * dead gap stays. Pure: the same facts give the same times.
 */
export function freeStarts(asked: {
  working: Span[]
  busy: Span[]
  durationMs: number
  stepMs: number
  notBefore: number
  notAfter: number
}): number[] {
  const busy = [...asked.busy].sort((a, b) => a.from - b.from)
  return asked.working.flatMap((span) => {
    const last = Math.min(asked.notAfter, span.to - asked.durationMs)
    const starts: number[] = []
    for (let start = span.from; start <= last; start += asked.stepMs) starts.push(start)
    for (const { to } of busy) if (to > span.from && to <= last && (to - span.from) % asked.stepMs) starts.push(to)
    return starts
      .filter((start) => start >= asked.notBefore && isFree(busy, { from: start, to: start + asked.durationMs }))
      .sort((a, b) => a - b)
  })
}

export const isFree = (busy: Span[], wanted: Span) =>
  !busy.some((span) => span.from < wanted.to && span.to > wanted.from)

export const busyOf = (facts: Facts, staffId: string): Span[] =>
  facts.busy.filter(([id]) => id === staffId).map(([, from, to]) => ({ from, to }))

/** The instants between which a visit may begin, by the shop's rules. */
export function bookableBetween(facts: Facts, rules: Rules, now: Date) {
  return {
    notBefore: now.getTime() + (rules === 'online' ? facts.leadMinutes * minuteMs : 0),
    notAfter: now.getTime() + (rules === 'online' ? facts.horizonDays : 365) * 24 * 60 * minuteMs,
  }
}

/** Free times of a business day, each with who would do it; `staffId` null asks for anyone. */
export function slotsOfDay(facts: Facts, staffId: string | null, day: string, rules: Rules, now: Date): Slot[] {
  if (!facts.service) return []
  const candidates = facts.staff.filter(({ id }) => staffId === null || id === staffId)
  const preferred = preferredFirst(facts, candidates, day)
  const takenBy = new Map<number, string>()
  for (const { id } of preferred) {
    const starts = freeStarts({
      working: workingSpans(facts, id, day),
      busy: busyOf(facts, id),
      durationMs: facts.service.durationMinutes * minuteMs,
      stepMs: facts.slotMinutes * minuteMs,
      ...bookableBetween(facts, rules, now),
    })
    for (const start of starts) if (!takenBy.has(start)) takenBy.set(start, id)
  }
  return [...takenBy].sort(([a], [b]) => a - b).map(([start, id]) => ({ startsAt: isoOf(start), staffId: id }))
}

/** "Anyone" is the customer's usual person, then whoever has fewest minutes that day, has idled longest, and by id. */
export function preferredFirst(facts: Facts, staff: Facts['staff'], day: string) {
  const from = instantOf(day, 0, facts.zone).getTime()
  const to = instantOf(addDays(day, 1), 0, facts.zone).getTime()
  const load = new Map(
    staff.map(({ id }) => {
      const spans = busyOf(facts, id).filter((span) => span.from < to && span.to > from)
      const minutes = spans.reduce((sum, span) => sum + span.to - span.from, 0)
      return [
        id,
        {
          usual: facts.customer?.usualStaffId === id ? 0 : 1,
          minutes,
          idleSince: Math.max(0, ...spans.map((span) => span.to)),
        },
      ]
    }),
  )
  return [...staff].sort((a, b) => {
    const [one, two] = [load.get(a.id)!, load.get(b.id)!]
    return (
      one.usual - two.usual || one.minutes - two.minutes || one.idleSince - two.idleSince || a.id.localeCompare(b.id)
    )
  })
}
