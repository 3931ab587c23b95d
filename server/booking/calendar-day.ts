import { and, asc, gt, inArray, lt } from 'drizzle-orm'
import { blockedTimes, claims, staffMembers } from '../../drizzle/schema/index.ts'
import { addDays, dayMs, instantOf } from '../../shared/time.ts'
import { factsOf } from '../catalog/facts.ts'
import { closedBecause, workingSpans } from '../catalog/opening.ts'
import type { Week } from '../catalog/set-up.ts'
import type { Reader } from '../database.ts'
import { visitsBetween } from './bookings.ts'

/** Some days of the shop as its calendar shows them: who works when, who comes, what is blocked, who is taken. */
export async function calendarOf(db: Reader, from: string, days: number, zone: string, now: Date) {
  const shown = Array.from({ length: days }, (_, i) => addDays(from, i))
  const [start, end] = [instantOf(from, 0, zone), instantOf(addDays(from, days), 0, zone)]
  return {
    ...(await workOn(db, shown, now)),
    visits: await visitsBetween(db, start, end),
    blocked: await blockedBetween(db, start, end),
    claims: await staffClaimsBetween(db, start, end),
  }
}

/** Who works when on each of some days that follow one another, and why the shop is closed, if it is. */
export async function workOn(db: Reader, days: string[], now: Date) {
  const facts = await factsOf(db, { parts: [], firstDay: days[0]!, lastDay: days.at(-1)!, now })
  return {
    days: days.map((day) => ({
      day,
      closed: closedBecause(facts, day) ?? null,
      staff: facts.staff.map(({ id }) => ({
        id,
        off: offBecause(facts, id, day),
        intervals: workingSpans(facts, id, day).map(({ from, to }) => ({
          startsAt: new Date(from),
          endsAt: new Date(to),
        })),
      })),
    })),
    staff: facts.staff.map(({ id, name }) => ({ id, name })),
  }
}

/** Why somebody does not work on a day on which they usually might. */
function offBecause({ daysOff, specialDays }: Week, staffId: string, day: string) {
  const special = specialDays.find((each) => each.staffId === staffId && each.day === day)
  const off = daysOff.find((each) => each.staffId === staffId && each.fromDay <= day && day <= each.toDay)
  return special?.reason ?? off?.reason ?? null
}

/** No claim lasts longer. */
const longestMs = 2 * dayMs

/** Whose time is taken in [from, to), buffers and all. */
export const staffClaimsBetween = (db: Reader, from: Date, to: Date) =>
  db
    .select({
      bookingId: claims.bookingId,
      staffId: claims.staffId,
      fromAt: claims.fromAt,
      toAt: claims.toAt,
      workFromAt: claims.workFromAt,
      workToAt: claims.workToAt,
      session: claims.session,
      expiresAt: claims.expiresAt,
    })
    .from(claims)
    .where(
      and(
        inArray(claims.staffId, db.select({ id: staffMembers.id }).from(staffMembers)), // so that the index is used
        gt(claims.fromAt, from.getTime() - longestMs),
        lt(claims.fromAt, to.getTime()),
        gt(claims.toAt, from.getTime()),
      ),
    )
    .orderBy(asc(claims.fromAt))

export const blockedBetween = (db: Reader, from: Date, to: Date) =>
  db
    .select()
    .from(blockedTimes)
    .where(and(lt(blockedTimes.startsAt, to), gt(blockedTimes.endsAt, from)))
    .orderBy(asc(blockedTimes.startsAt))
