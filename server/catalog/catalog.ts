import { asc, desc, eq, gt, gte, isNull } from 'drizzle-orm'
import {
  blockedTimes,
  daysOff,
  holidays,
  policies,
  resources,
  services,
  shop,
  specialDays,
  staffMembers,
  weeklyHours,
} from '../../drizzle/schema/index.ts'
import type { Interval } from '../../shared/catalog.ts'
import { byGivenName } from '../../shared/fold.ts'
import { prepared, type Reader } from '../database.ts'

const shopStatement = prepared((db) => db.select().from(shop).prepare())

/** The shop's own row: its name, address and rules. */
export async function shopOf(db: Reader) {
  const row = await shopStatement(db).get()
  if (!row) throw new Error('The shop has no settings row: it was never set up.')
  const { id: _, setUpVersion: __, claimsVersion: ___, ...settings } = row
  return settings
}

export const servicesOf = (db: Reader) => db.select().from(services).orderBy(asc(services.category), asc(services.name))

export const staffMembersOf = async (db: Reader) =>
  (await db.select().from(staffMembers)).sort((a, b) => byGivenName(a.name, b.name))

export const resourcesOf = (db: Reader) => db.select().from(resources).orderBy(asc(resources.name))

/** Every version of the words about cancelling, newest first. */
export const policiesOf = (db: Reader) => db.select().from(policies).orderBy(desc(policies.id)).limit(50)

const newestPolicyStatement = prepared((db) => db.select().from(policies).orderBy(desc(policies.id)).limit(1).prepare())

/** The one that holds now; none before the owner has written any. */
export const newestPolicy = (db: Reader) => newestPolicyStatement(db).get()

const interval = {
  weekday: weeklyHours.weekday,
  startMinute: weeklyHours.startMinute,
  lengthMinutes: weeklyHours.lengthMinutes,
}

export const shopHoursOf = (db: Reader): Promise<Interval[]> =>
  db
    .select(interval)
    .from(weeklyHours)
    .where(isNull(weeklyHours.staffId))
    .orderBy(weeklyHours.weekday, weeklyHours.startMinute)

/** The week of the shop and of each person who has a week of their own, and what differs from it from a moment on. */
export async function hoursOf(db: Reader, fromDay: string, now: Date) {
  const rows = await db
    .select({ staffId: weeklyHours.staffId, ...interval })
    .from(weeklyHours)
    .orderBy(weeklyHours.weekday, weeklyHours.startMinute)
  const staff: Record<string, Interval[]> = {}
  for (const { staffId, ...each } of rows) if (staffId) staff[staffId] = [...(staff[staffId] ?? []), each]
  return {
    shop: rows.filter(({ staffId }) => !staffId).map(({ staffId: _, ...each }) => each),
    staff,
    daysOff: await db.select().from(daysOff).where(gte(daysOff.toDay, fromDay)).orderBy(daysOff.fromDay).limit(200),
    specialDays: await db
      .select()
      .from(specialDays)
      .where(gte(specialDays.day, fromDay))
      .orderBy(specialDays.day)
      .limit(200),
    blockedTimes: await db
      .select()
      .from(blockedTimes)
      .where(gt(blockedTimes.endsAt, now))
      .orderBy(blockedTimes.startsAt)
      .limit(200),
    holidays: await comingHolidays(db, fromDay),
  }
}

export const comingHolidays = (db: Reader, fromDay: string) =>
  db.select().from(holidays).where(gte(holidays.day, fromDay)).orderBy(asc(holidays.day))

export async function dayOffById(db: Reader, id: string) {
  const [found] = await db.select().from(daysOff).where(eq(daysOff.id, id))
  return found
}
