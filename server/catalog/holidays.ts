import { and, eq, gte, isNull } from 'drizzle-orm'
import { daysOff, holidays, specialDays } from '../../drizzle/schema/index.ts'
import type { HolidayDecision } from '../../shared/catalog.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addDays } from '../../shared/time.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { comingHolidays } from './catalog.ts'
import { checkIntervals } from './change-hours.ts'
import { holidaysOf } from './vietnamese-holidays.ts'

/** As far ahead as holidays are written down: further than any shop lets people book. */
const knownDays = 400

/** The public holidays from a day on that are not written down yet; what is there stays as it is. */
export async function missingHolidays(db: Reader, today: string) {
  const until = addDays(today, knownDays)
  const there = new Set((await comingHolidays(db, today)).map(({ day }) => day))
  const year = Number(today.slice(0, 4))
  return [year, year + 1, year + 2]
    .flatMap(holidaysOf)
    .filter(({ day }) => today <= day && day <= until && !there.has(day))
}

/** Those from a day on; `covered` where the shop has already said that it is closed or which hours it keeps. */
export async function holidaysAsked(db: Reader, today: string) {
  const closed = await db
    .select()
    .from(daysOff)
    .where(and(isNull(daysOff.staffId), gte(daysOff.toDay, today)))
  const special = await db
    .select()
    .from(specialDays)
    .where(and(isNull(specialDays.staffId), gte(specialDays.day, today)))
  return (await comingHolidays(db, today)).map((holiday) => ({
    ...holiday,
    covered:
      closed.some(({ fromDay, toDay }) => fromDay <= holiday.day && holiday.day <= toDay) ||
      special.some(({ day }) => day === holiday.day),
  }))
}

export const addHolidays = async (tx: Tx, missing: ReturnType<typeof holidaysOf>) =>
  missing.length ? tx.insert(holidays).values(missing).onConflictDoNothing() : undefined

/** The owner says what a holiday is: a day as any other, closed, or open at hours of its own; a surcharge unless closed. */
export async function decideHoliday(tx: Tx, by: Staff, day: string, wish: HolidayDecision, now: Date) {
  const [before] = await tx.select().from(holidays).where(eq(holidays.day, day))
  if (!before) throw new Refusal('not_found')
  if (wish.treatment === 'special' && wish.intervals.length === 0) throw new BadInput('intervals', 'no_hours')
  checkIntervals(wish.intervals)
  const decision = {
    treatment: wish.treatment,
    intervals: wish.treatment === 'special' ? wish.intervals : [],
    surchargePercent: wish.treatment === 'closed' ? 0 : wish.surchargePercent,
  }
  const [after] = await tx
    .update(holidays)
    .set({ ...decision, decidedBy: by.name, decidedAt: now })
    .where(eq(holidays.day, day))
    .returning()
  const { treatment, intervals, surchargePercent } = before
  await audit(
    tx,
    by,
    'decide_holiday',
    day,
    {
      before: { name: before.name, treatment, intervals, surchargePercent },
      after: { name: before.name, ...decision },
    },
    now,
  )
  return after!
}
