import { sql } from 'drizzle-orm'
import type { Reader } from '../../server/database.ts'
import { dayAt } from '../../shared/day-number.ts'
import { dayMs, hourMs, weekdayOf } from '../../shared/time.ts'
import type { Purchase } from './slow-figures.ts'
import { type bookingsOf, dayIn } from './slow-visits.ts'

type Booking = Awaited<ReturnType<typeof bookingsOf>>[number]

/** O-8 and M-45: of each who serves, [back, all], [new who are back, new], [back to them, back with a booking]. */
export function slowStaff(all: Booking[], purchases: Purchase[], from: number, to: number) {
  const visits = all.flatMap((booking) =>
    purchases.filter(({ id }) => id === booking.id).map((bill) => ({ ...booking, ...bill })),
  )
  const told: Record<string, number[][]> = {}
  for (const staffId of new Set(visits.flatMap(({ parts }) => parts.map((part) => part.staffId)))) {
    const bySame = visits.filter(({ parts }) => parts.some((part) => part.staffId === staffId))
    const served = bySame.filter(({ day, person }) => person && day >= from && day <= to)
    const people = [...new Set(served.map(({ person }) => person))].map((person) => {
      const days = purchases.filter((each) => each.person === person).map(({ day }) => day)
      const own = served.filter((each) => each.person === person).map(({ day }) => day)
      const next = Math.min(...days.filter((day) => day > Math.max(...own)))
      const cameOn = (list: typeof visits) => list.some((each) => each.person === person && each.day === next)
      const isBack = next - Math.max(...own) <= 60
      return { isBack, isNew: own.includes(Math.min(...days)), isKnown: cameOn(visits), isSame: cameOn(bySame) }
    })
    const backOf = (some: typeof people) => [some.filter(({ isBack }) => isBack).length, some.length]
    const known = people.filter(({ isBack, isKnown }) => isBack && isKnown)
    const same = known.filter(({ isSame }) => isSame)
    if (people.length > 0)
      told[staffId] = [backOf(people), backOf(people.filter(({ isNew }) => isNew)), [same.length, known.length]]
  }
  return told
}

const step = 5 * 60_000
type Interval = { startMinute: number; lengthMinutes: number }

/** M-18 by steps of five minutes: of each who serves, those with a service, with buffers too, and those of work, in minutes. */
export async function slowUtilisation(db: Reader, all: Booking[], from: number, to: number) {
  const [staff, hours, off, special, blocked] = await tables(db)
  const held = all.filter(({ status }) => ['booked', 'arrived', 'in_service', 'completed'].includes(status))
  const told: Record<string, number[]> = {}
  for (const [staffId] of staff) {
    const served = new Set<number>()
    const taken = new Set<number>()
    for (const { parts, claims } of held)
      for (const part of parts.filter((each) => each.staffId === staffId && isIn(each.from, from, to))) {
        for (const at of stepsOf(part)) served.add(at)
        const around = claims.filter((each) => each.staffId === staffId && isAround(each, part))
        for (const at of [part, ...around].flatMap(stepsOf)) taken.add(at)
      }
    const open = new Set<number>()
    for (let day = from; day <= to; day++)
      for (const { startMinute, lengthMinutes } of intervalsOn(day, staffId, { hours, off, special })) {
        const start = day * dayMs - 7 * hourMs + startMinute * 60_000
        for (const at of stepsOf({ from: start, to: start + lengthMinutes * 60_000 })) open.add(at)
      }
    for (const [whose, start, end] of blocked)
      if (whose === null || whose === staffId) for (const at of stepsOf({ from: start, to: end })) open.delete(at)
    told[staffId] = [served.size * 5, taken.size * 5, open.size * 5]
  }
  return told
}

const isIn = (at: number, from: number, to: number) => dayIn(at) >= from && dayIn(at) <= to
const stepsOf = ({ from, to }: { from: number; to: number }) =>
  Array.from({ length: Math.max(0, (to - from) / step) }, (_, i) => from + i * step)

/** Whether a claim is of this part. */
const isAround = (claim: { from: number; to: number }, part: { from: number; to: number }) =>
  claim.from <= part.from && claim.to >= part.to

type Week = {
  hours: [string | null, number, number, number][]
  off: [string | null, string, string][]
  special: [string | null, string, string][]
}

/** The special day of the person, their leave, then the week of theirs or the shop's, within what the shop's date says. */
function intervalsOn(dayNumber: number, staffId: string, { hours, off, special }: Week): Interval[] {
  const day = dayAt(dayNumber)
  const specialOf = (whose: string | null): Interval[] | undefined => {
    const found = special.find(([of, on]) => of === whose && on === day)
    return found && JSON.parse(found[2])
  }
  const isOff = (whose: string | null) => off.some(([of, first, last]) => of === whose && first <= day && day <= last)
  const own = specialOf(staffId)
  if (own) return own
  if (isOff(staffId)) return []
  const hasOwn = hours.some(([of]) => of === staffId)
  const week = hours
    .filter(([of, weekday]) => of === (hasOwn ? staffId : null) && weekday === weekdayOf(day))
    .map(([, , startMinute, lengthMinutes]) => ({ startMinute, lengthMinutes }))
  const ofShop = specialOf(null) ?? (isOff(null) ? [] : undefined)
  if (!ofShop || !hasOwn) return ofShop ?? week
  return week.flatMap((one) => ofShop.map((other) => overlap(one, other)))
}

function overlap(one: Interval, other: Interval): Interval {
  const startMinute = Math.max(one.startMinute, other.startMinute)
  const end = Math.min(one.startMinute + one.lengthMinutes, other.startMinute + other.lengthMinutes)
  return { startMinute, lengthMinutes: end - startMinute }
}

const tables = async (db: Reader) =>
  [
    await db.values<[string]>(sql`SELECT id FROM staff_members WHERE active`),
    await db.values<Week['hours'][number]>(
      sql`SELECT staff_id, weekday, start_minute, length_minutes FROM weekly_hours`,
    ),
    await db.values<Week['off'][number]>(sql`SELECT staff_id, from_day, to_day FROM days_off`),
    await db.values<Week['special'][number]>(sql`SELECT staff_id, day, intervals FROM special_days`),
    await db.values<[string | null, number, number]>(sql`SELECT staff_id, starts_at, ends_at FROM blocked_times`),
  ] as const
