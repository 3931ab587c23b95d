import { minuteMs } from '../../shared/time.ts'

type Span = { from: number; to: number }

/** Somebody who serves: when they work and when they are taken today; instants in milliseconds. */
export type Worker = { id: string; working: Span[]; busy: Span[] }

/** Who waits, and for each service, in order, who does it and in how many minutes. */
export type Wish = { id: string; parts: Record<string, number>[] }

export type Wait = { id: string; startsAt: number | null }

/**
 * When each of those who wait can begin, in their order: the first minute at which somebody who can is free long
 * enough, given all that is booked and those ahead. `null`: not today any more. The coarse form of K-27, busy minutes
 * by people, is what this comes to when everybody can do everything.
 */
export function queueWaits(workers: Worker[], wishes: Wish[], now: number): Wait[] {
  const first = Math.ceil(now / minuteMs) * minuteMs
  const last = Math.max(first, ...workers.flatMap(({ working }) => working.map(({ to }) => to)))
  const taken = new Map(workers.map(({ id, busy }) => [id, [...busy]]))
  const isFree = ({ id, working }: Worker, span: Span) =>
    working.some(({ from, to }) => from <= span.from && span.to <= to) &&
    !taken.get(id)!.some(({ from, to }) => from < span.to && to > span.from)

  /** `hopeless` keeps from which part and minute on nobody could go on: another order of people changes nothing. */
  function serve(parts: Wish['parts'], from: number, hopeless: Set<string>): [staffId: string, Span][] | undefined {
    const [part, ...rest] = parts
    if (!part) return []
    const key = `${parts.length} ${from}`
    if (hopeless.has(key)) return undefined
    for (const worker of workers) {
      const minutes = part[worker.id]
      if (minutes === undefined) continue
      const span = { from, to: from + minutes * minuteMs }
      if (!isFree(worker, span)) continue
      const after = serve(rest, span.to, hopeless)
      if (after) return [[worker.id, span], ...after]
    }
    hopeless.add(key)
    return undefined
  }

  return wishes.map(({ id, parts }) => {
    const hopeless = new Set<string>()
    for (let at = first; at < last; at += minuteMs) {
      const served = serve(parts, at, hopeless)
      if (!served) continue
      for (const [staffId, span] of served) taken.get(staffId)!.push(span)
      return { id, startsAt: at }
    }
    return { id, startsAt: null }
  })
}
