import { eq } from 'drizzle-orm'
import { blockedTimes, daysOff, specialDays, staffMembers, weeklyHours } from '../../drizzle/schema/index.ts'
import { dayAt } from '../../shared/day-number.ts'
import { dayMs } from '../../shared/time.ts'
import { lastDay, type Past } from './figured-shop.ts'
import { known } from './test-shop.ts'

const whose = [null, known.thao.id, known.quan.id]
const reason = 'thử'

/** When the shop is open and who works: weeks, days off, special days, blocked times; at times one of two has left. */
export async function writeHours({ tx, random, chance, pick }: Past) {
  const day = () => lastDay - random.below(40)
  const some = <T>(most: number, one: () => T) => Array.from({ length: random.below(most + 1) }, one)
  const week = some(3, () => ({
    ...{ staffId: known.quan.id, weekday: 1 + random.below(7), startMinute: pick([420, 600]), lengthMinutes: 180 },
  }))
  const off = some(3, () => {
    const from = day()
    return { id: random.id(), staffId: pick(whose), fromDay: dayAt(from), toDay: dayAt(from + random.below(5)), reason }
  })
  const special = some(3, () => ({
    ...{ id: random.id(), staffId: pick(whose), day: dayAt(day()), reason },
    intervals: chance(50) ? [{ startMinute: 540, lengthMinutes: 120 }] : [],
  }))
  const blocked = some(4, () => {
    const startsAt = new Date(day() * dayMs + pick([0, 60, 200]) * 60_000)
    return { id: random.id(), staffId: pick(whose), startsAt, endsAt: new Date(startsAt.getTime() + 5_400_000), reason }
  })
  if (week.length > 0) await tx.insert(weeklyHours).values(week)
  if (off.length > 0) await tx.insert(daysOff).values(off)
  const unlike = special.filter(
    (one, i) => !special.slice(0, i).some((o) => o.day === one.day && o.staffId === one.staffId),
  )
  if (unlike.length > 0) await tx.insert(specialDays).values(unlike)
  if (blocked.length > 0) await tx.insert(blockedTimes).values(blocked)
  if (chance(10)) await tx.update(staffMembers).set({ active: false }).where(eq(staffMembers.id, known.quan.id))
}
