import { and, eq, gt, gte, inArray, lt } from 'drizzle-orm'
import { blockedTimes, bookingParts, bookings, daysOff, specialDays, weeklyHours } from '../../drizzle/schema/index.ts'
import { addDays, dayMs, dayOf } from '../../shared/time.ts'
import { comingHolidays, shopOf } from '../catalog/catalog.ts'
import { type Span, workingSpans } from '../catalog/opening.ts'
import type { Reader } from '../database.ts'
import { type Visit, visitsBetween } from './bookings.ts'

type Changed = {
  /** None: of everybody. */
  staffId: string | null
  from: Date
  /** None: all time to come. */
  to?: Date
}

/**
 * Bookings still to come, in changed hours, that the person no longer works at or whose time is blocked: to be moved or
 * called, never dropped. What the desk booked against the hours on purpose counts only where nobody works any more.
 */
export async function visitsOutside(db: Reader, { staffId, from, to }: Changed, now: Date): Promise<Visit[]> {
  const begin = from > now ? from : now
  const parts = await partsBetween(db, begin, to)
  const facts = await openingFacts(db, begin)
  const hit = new Set(
    parts
      .filter((part) => (staffId === null || part.staffId === staffId) && isOutside(part, facts))
      .map(({ bookingId }) => bookingId),
  )
  if (hit.size === 0) return []
  const visits = await visitsBetween(db, new Date(begin.getTime() - dayMs), to ?? new Date(8.64e15))
  return visits.filter(({ id }) => hit.has(id))
}

type Part = Awaited<ReturnType<typeof partsBetween>>[number]
type OpeningFacts = Awaited<ReturnType<typeof openingFacts>>

const partsBetween = (db: Reader, from: Date, to: Date | undefined) =>
  db
    .select({
      bookingId: bookingParts.bookingId,
      staffId: bookingParts.staffId,
      startsAt: bookingParts.startsAt,
      endsAt: bookingParts.endsAt,
      overrideReason: bookings.overrideReason,
    })
    .from(bookingParts)
    .innerJoin(bookings, eq(bookings.id, bookingParts.bookingId))
    .where(
      and(
        inArray(bookings.status, ['requested', 'booked']),
        gte(bookings.startsAt, new Date(from.getTime() - dayMs)), // no visit takes longer
        gt(bookingParts.endsAt, from),
        gte(bookingParts.startsAt, new Date(from.getTime() - dayMs)),
        to && lt(bookingParts.startsAt, to),
      ),
    )

async function openingFacts(db: Reader, from: Date) {
  const { zone } = await shopOf(db)
  const firstDay = addDays(dayOf(from, zone), -1)
  return {
    zone,
    hours: await db.select().from(weeklyHours),
    daysOff: await db.select().from(daysOff).where(gte(daysOff.toDay, firstDay)),
    specialDays: await db.select().from(specialDays).where(gte(specialDays.day, firstDay)),
    holidays: (await comingHolidays(db, firstDay)).map((holiday) => ({
      ...holiday,
      closedUntilAsked: holiday.closedUntilAsked ? (1 as const) : (0 as const),
    })),
    blocked: await db.select().from(blockedTimes).where(gt(blockedTimes.endsAt, from)),
  }
}

function isOutside({ staffId, startsAt, endsAt, overrideReason }: Part, facts: OpeningFacts): boolean {
  const [from, to] = [startsAt.getTime(), endsAt.getTime()]
  const blocked = facts.blocked.some(
    (block) =>
      (block.staffId === null || block.staffId === staffId) && block.startsAt < endsAt && block.endsAt > startsAt,
  )
  if (blocked) return true
  const day = dayOf(startsAt, facts.zone)
  const spans: Span[] = [addDays(day, -1), day].flatMap((each) => workingSpans(facts, staffId, each))
  if (overrideReason !== null && workingSpans(facts, staffId, day).length > 0) return false
  return !spans.some((span) => span.from <= from && to <= span.to)
}
