import { sql } from 'drizzle-orm'
import type { Reader } from '../../server/database.ts'
import { dayMs, hourMs } from '../../shared/time.ts'

export const dayIn = (at: number) => Math.floor((at + 7 * hourMs) / dayMs)

type Booking = Awaited<ReturnType<typeof bookingsOf>>[number]

export async function bookingsOf(db: Reader) {
  const parts = await db.values<[string, string, number, number]>(
    sql`SELECT booking_id, staff_id, starts_at, ends_at FROM booking_parts`,
  )
  const claimed = await db.values<[string, string, number, number]>(
    sql`SELECT booking_id, staff_id, from_at, to_at FROM claims`,
  )
  const rows = await db.values<[string, string | null, string, number, number, number, number, string | null, string]>(
    sql`SELECT b.id, coalesce(c.merged_into, c.id), b.status, b.starts_at, b.ends_at, b.created_at, b.status_at, b.waitlist_id, b.source
      FROM bookings b LEFT JOIN customers c ON c.id = b.customer_id`,
  )
  return rows.map(([id, person, status, startsAt, endsAt, createdAt, statusAt, waitlistId, source]) => ({
    ...{ id, person, status, startsAt, endsAt, createdAt, statusAt, waitlistId, source },
    parts: parts.filter(([of]) => of === id).map(([, staffId, from, to]) => ({ staffId, from, to })),
    claims: claimed.filter(([of]) => of === id).map(([, staffId, from, to]) => ({ staffId, from, to })),
  }))
}

const neverAccepted = ['requested', 'declined', 'expired']
const holds = ['booked', 'arrived', 'in_service', 'completed']
const minutes = (rows: Booking[]) => rows.reduce((sum, { startsAt, endsAt }) => sum + (endsAt - startsAt) / 60_000, 0)

/** M-15 to M-17, M-19 and M-20 of the days [from, to] as told in words. */
export function slowVisits(all: Booking[], from: number, to: number, now: number) {
  const due = all.filter(
    ({ startsAt, status }) =>
      dayIn(startsAt) >= from && dayIn(startsAt) <= to && startsAt <= now && !neverAccepted.includes(status),
  )
  const completed = due.filter(({ status }) => status === 'completed')
  const noShows = due.filter(({ status }) => status === 'no_show')
  const late = due.filter(
    ({ status, statusAt, startsAt }) => status === 'cancelled' && startsAt - statusAt < 2 * hourMs,
  )
  const ofKnown = completed.filter(({ person }) => person)
  const rebooked = ofKnown.filter((left) =>
    all.some(
      (next) =>
        next.person === left.person &&
        dayIn(next.startsAt) > dayIn(left.startsAt) &&
        next.createdAt - left.endsAt <= 24 * hourMs &&
        !['declined', 'expired'].includes(next.status),
    ),
  )
  const leads = due
    .filter(({ source }) => source !== 'walk_in')
    .map(({ startsAt, createdAt }) => (startsAt - createdAt) / hourMs)
    .filter((hours) => hours >= 0)
    .toSorted((a, b) => a - b)
  const half = leads.length / 2
  const filled = due.filter(({ waitlistId, status }) => waitlistId && holds.includes(status))
  return {
    completed: completed.length,
    rebooking: [rebooked.length, ofKnown.length],
    noShow: [noShows.length, noShows.length + completed.length],
    byLead: byLead(noShows, completed),
    lateCancel: [late.length, due.length],
    leadHours: leads.length ? (leads[Math.ceil(half) - 1]! + leads[Math.floor(half)]!) / 2 : null,
    waitlist: [minutes(filled), minutes(late)],
  }
}

function byLead(noShows: Booking[], completed: Booking[]) {
  const bandOf = ({ startsAt, createdAt }: Booking) =>
    [24, 72, 168].filter((hours) => startsAt - createdAt >= hours * hourMs).length
  return [0, 1, 2, 3].map((band) => {
    const missed = noShows.filter((one) => bandOf(one) === band).length
    return [missed, missed + completed.filter((one) => bandOf(one) === band).length]
  })
}

type Answer = { person: string; rating: number; recommend: number | null; at: number; id: string }

/** M-22 and M-23 between two instants: stars, good ones, their sum; then answers, promoters, detractors. */
export async function slowOpinions(db: Reader, start: number, end: number) {
  const rows = await db.values<[string, number, number | null, number, string]>(
    sql`SELECT coalesce(c.merged_into, c.id), f.rating, f.recommend, f.at, f.id FROM feedback f JOIN customers c ON c.id = f.customer_id ORDER BY f.at, f.id`,
  )
  const within = rows
    .map(([person, rating, recommend, at, id]): Answer => ({ person, rating, recommend, at, id }))
    .filter(({ at }) => at >= start && at < end)
  const said = within.filter(({ recommend }) => recommend !== null)
  const counting = said.filter((one, i) => {
    const next = said.slice(i + 1).find(({ person }) => person === one.person)
    return !next || next.at - one.at >= 90 * dayMs
  })
  const stars = within.map(({ rating }) => rating)
  return {
    stars: [stars.filter((rating) => rating > 3).length, stars.length],
    mean: stars.length ? stars.reduce((sum, rating) => sum + rating, 0) / stars.length : null,
    friends: [
      counting.length,
      counting.filter(({ recommend }) => recommend! > 8).length,
      counting.filter(({ recommend }) => recommend! < 7).length,
    ],
  }
}
