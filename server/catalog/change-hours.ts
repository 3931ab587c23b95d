import { eq, isNull } from 'drizzle-orm'
import { daysOff, staffMembers, weeklyHours } from '../../drizzle/schema/index.ts'
import type { DayInterval, Hours, Interval, NewDayOff } from '../../shared/catalog.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { dayOffById } from './catalog.ts'

/** Replaces the whole week of the shop or of one person; bookings made before stay where they are. */
export async function setHours(tx: Tx, by: Staff, { staffId, intervals }: Hours, now: Date) {
  await checkStaffMember(tx, staffId)
  checkIntervals(intervals)
  await tx.delete(weeklyHours).where(staffId ? eq(weeklyHours.staffId, staffId) : isNull(weeklyHours.staffId))
  if (intervals.length) await tx.insert(weeklyHours).values(intervals.map((interval) => ({ ...interval, staffId })))
  await audit(tx, by, 'set_hours', staffId ?? 'shop', { after: intervals }, now)
}

/** Closes the shop or lets one person off; the bookings this hits are the caller's to show, never dropped. */
export async function addDayOff(tx: Tx, by: Staff, wish: NewDayOff, now: Date) {
  const repeated = await dayOffById(tx, wish.id)
  if (repeated) return repeated
  await checkStaffMember(tx, wish.staffId)
  await tx.insert(daysOff).values(wish)
  await audit(tx, by, 'add_day_off', wish.id, { after: wish }, now)
  return wish
}

export async function removeDayOff(tx: Tx, by: Staff, id: string, now: Date) {
  const before = await dayOffById(tx, id)
  if (!before) throw new Refusal('not_found')
  await tx.delete(daysOff).where(eq(daysOff.id, id))
  await audit(tx, by, 'remove_day_off', id, { before }, now)
}

export async function checkStaffMember(tx: Tx, id: string | null) {
  if (id && !(await tx.$count(staffMembers, eq(staffMembers.id, id)))) throw new BadInput('staffId', 'unknown')
}

/** Refuses hours of a day that overlap. */
export function checkIntervals(intervals: (DayInterval | Interval)[]) {
  const weekdayOf = (one: DayInterval | Interval) => ('weekday' in one ? one.weekday : 0)
  for (const [i, late] of intervals.entries()) {
    const overlaps = intervals
      .slice(0, i)
      .some(
        (early) =>
          weekdayOf(early) === weekdayOf(late) &&
          early.startMinute < late.startMinute + late.lengthMinutes &&
          late.startMinute < early.startMinute + early.lengthMinutes,
      )
    if (overlaps) throw new BadInput(`intervals.${i}.startMinute`, 'overlaps')
  }
}
