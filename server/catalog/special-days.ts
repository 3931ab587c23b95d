import { and, eq, isNull } from 'drizzle-orm'
import { blockedTimes, specialDays } from '../../drizzle/schema/index.ts'
import type { NewBlockedTime, NewSpecialDay } from '../../shared/catalog.ts'
import { Refusal } from '../../shared/refusals.ts'
import type { Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { checkIntervals, checkStaffMember } from './change-hours.ts'

/** The hours of one date instead of the week, of the shop or one person; a second word about that date replaces the first. */
export async function putSpecialDay(tx: Tx, by: Staff, wish: NewSpecialDay, now: Date) {
  const [repeated] = await tx.select().from(specialDays).where(eq(specialDays.id, wish.id))
  if (repeated) return repeated
  await checkStaffMember(tx, wish.staffId)
  checkIntervals(wish.intervals)
  const ofThem = wish.staffId ? eq(specialDays.staffId, wish.staffId) : isNull(specialDays.staffId)
  const [before] = await tx
    .delete(specialDays)
    .where(and(eq(specialDays.day, wish.day), ofThem))
    .returning()
  await tx.insert(specialDays).values(wish)
  await audit(tx, by, before ? 'change_special_day' : 'add_special_day', wish.id, { before, after: wish }, now)
  return wish
}

/** Back to the week on that date. */
export async function removeSpecialDay(tx: Tx, by: Staff, id: string, now: Date) {
  const [before] = await tx.delete(specialDays).where(eq(specialDays.id, id)).returning()
  if (!before) throw new Refusal('not_found')
  await audit(tx, by, 'remove_special_day', id, { before }, now)
  return before
}

export async function addBlockedTime(tx: Tx, by: Staff, wish: NewBlockedTime, now: Date) {
  const [repeated] = await tx.select().from(blockedTimes).where(eq(blockedTimes.id, wish.id))
  if (repeated) return repeated
  await checkStaffMember(tx, wish.staffId)
  await tx.insert(blockedTimes).values(wish)
  await audit(tx, by, 'add_blocked_time', wish.id, { after: wish }, now)
  return wish
}

export async function removeBlockedTime(tx: Tx, by: Staff, id: string, now: Date) {
  const [before] = await tx.delete(blockedTimes).where(eq(blockedTimes.id, id)).returning()
  if (!before) throw new Refusal('not_found')
  await audit(tx, by, 'remove_blocked_time', id, { before }, now)
}
