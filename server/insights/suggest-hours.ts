import { isNull, sql } from 'drizzle-orm'
import { weeklyHours } from '../../drizzle/schema/index.ts'
import type { Reader } from '../database.ts'
import type { Today } from '../segments/conditions.ts'
import type { Sum } from './suggest-sums.ts'

const weeks = 8
/** A shop with less than one sale in its usual hour has no weak ones. */
const leastMedian = weeks

/**
 * The two hours of the week that sold least in the last eight weeks, and what they would bring if they were like the
 * hour in the middle, a week. Only hours in which the shop is open whole are compared.
 */
export async function weakHours(db: Reader, { day }: Today): Promise<{ expectedVnd: number; sum: Sum } | undefined> {
  const sold = new Map(
    (
      await db.values<[number, number, number]>(sql`SELECT (day + 3) % 7 + 1, hour, sum(purchases) FROM hour_figures
        WHERE day BETWEEN ${day - weeks * 7} AND ${day - 1} GROUP BY 1, 2`)
    ).map(([weekday, hour, purchases]) => [weekday * 24 + hour, purchases]),
  )
  const hours = (await openHours(db))
    .map((slot) => ({ slot, purchases: sold.get(slot) ?? 0 }))
    .sort((a, b) => a.purchases - b.purchases || a.slot - b.slot)
  const median = hours[Math.floor(hours.length / 2)]?.purchases ?? 0
  const [first, second] = hours
  if (!first || !second || median < leastMedian) return undefined
  const perVisitVnd = await perPurchase(db, day)
  const missing = (median * 2 - first.purchases - second.purchases) / weeks
  return {
    expectedVnd: Math.max(0, Math.round(missing * perVisitVnd)),
    sum: {
      ...{ people: 0, perVisitVnd, missingPerWeek: Math.round(missing * 10) / 10 },
      ...{ weekdayA: Math.floor(first.slot / 24), hourA: first.slot % 24 },
      ...{ weekdayB: Math.floor(second.slot / 24), hourB: second.slot % 24 },
    },
  }
}

async function openHours(db: Reader): Promise<number[]> {
  const rows = await db.select().from(weeklyHours).where(isNull(weeklyHours.staffId))
  return rows.flatMap(({ weekday, startMinute, lengthMinutes }) => {
    const [from, to] = [Math.ceil(startMinute / 60), Math.floor((startMinute + lengthMinutes) / 60)]
    return Array.from({ length: Math.max(0, Math.min(24, to) - from) }, (_, i) => weekday * 24 + from + i)
  })
}

async function perPurchase(db: Reader, day: number) {
  const [[vnd] = [0]] = await db.values<[number]>(sql`SELECT coalesce(sum(net_vnd) / max(1, sum(purchases)), 0)
    FROM day_figures WHERE day BETWEEN ${day - weeks * 7} AND ${day - 1}`)
  return vnd
}
