import { sql } from 'drizzle-orm'
import { dayAt } from '../../shared/day-number.ts'
import { addDays, instantOf } from '../../shared/time.ts'
import { blockedBetween, workOn } from '../booking/calendar-day.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Span } from '../catalog/opening.ts'
import type { Reader } from '../database.ts'
import { minutesOf } from './rates.ts'

/**
 * M-18: minutes of service of the minutes people work, less what is blocked; hours as they are set today. A minute in which
 * somebody serves several counts once. `withBuffers` also counts what is kept free around visits.
 */
export async function utilisationOf(db: Reader, from: number, to: number, now: Date) {
  const { zone } = await shopOf(db)
  const days = Array.from({ length: to - from + 1 }, (_, i) => addDays(dayAt(from), i))
  const [start, end] = [instantOf(dayAt(from), 0, zone), instantOf(dayAt(to + 1), 0, zone)]
  const { days: worked, staff } = await workOn(db, days, now)
  const blocked = await blockedBetween(db, start, end)
  const { service, taken } = await busyBetween(db, start.getTime(), end.getTime())
  const people = staff.map(({ id, name }) => {
    const open = worked.flatMap(({ staff: all }) =>
      all.filter((each) => each.id === id).flatMap((each) => each.intervals),
    )
    const shut = blocked.filter(({ staffId }) => staffId === null || staffId === id).map(spanOf)
    const openMs = lasting([...open.map(spanOf), ...shut]) - lasting(shut)
    return { id, name, openMs, bookedMs: lasting(spansOf(service, id)), takenMs: lasting(spansOf(taken, id)) }
  })
  const sum = (of: 'bookedMs' | 'takenMs' | 'openMs') => people.reduce((all, each) => all + each[of], 0)
  const told = (bookedMs: number, takenMs: number, openMs: number) => ({
    ...minutesOf(bookedMs, openMs),
    withBuffers: minutesOf(takenMs, openMs),
  })
  return {
    ...told(sum('bookedMs'), sum('takenMs'), sum('openMs')),
    people: people.map(({ id, name, bookedMs, takenMs, openMs }) => ({ id, name, ...told(bookedMs, takenMs, openMs) })),
  }
}

type Busy = [staffId: string, from: number, to: number]

/** When who serves by what is booked, and that with the time that is kept free around it. */
async function busyBetween(db: Reader, start: number, end: number) {
  const held = sql`b.status IN ('booked', 'arrived', 'in_service', 'completed')`
  const service = await db.values<Busy>(sql`SELECT p.staff_id, p.starts_at, p.ends_at FROM booking_parts p
    JOIN bookings b ON b.id = p.booking_id WHERE p.staff_id IN (SELECT id FROM staff_members)
      AND p.starts_at >= ${start} AND p.starts_at < ${end} AND ${held}`)
  const claimed = await db.values<Busy>(sql`SELECT c.staff_id, c.from_at, c.to_at FROM booking_parts p
    JOIN bookings b ON b.id = p.booking_id JOIN claims c ON c.booking_id = b.id AND c.staff_id = p.staff_id
    WHERE p.staff_id IN (SELECT id FROM staff_members) AND p.starts_at >= ${start} AND p.starts_at < ${end} AND ${held}
      AND c.work_from_at >= ${start} AND c.work_from_at < ${end}`)
  return { service, taken: [...service, ...claimed] }
}

const spansOf = (busy: Busy[], id: string): Span[] =>
  busy.filter(([staffId]) => staffId === id).map(([, from, to]) => ({ from, to }))

const spanOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Span => ({
  from: startsAt.getTime(),
  to: endsAt.getTime(),
})

/** How long stretches last together; what they share counts once. */
function lasting(spans: Span[]): number {
  let [sum, until] = [0, Number.NEGATIVE_INFINITY]
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, until))
    until = Math.max(until, to)
  }
  return sum
}
