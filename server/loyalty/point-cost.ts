import { sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'

/**
 * What a point costs the shop: what rewards that points paid for cost in the year up to and with a day (counted from 1970),
 * or what points are worth as money where none was taken yet (M-32).
 */
export async function pointCost(db: Reader, day: number, vndPerPoint: number | undefined) {
  const [[points, costVnd] = [0, 0]] = await db.values<[number, number]>(sql`SELECT coalesce(sum(points), 0),
      coalesce(sum(gifts_by_points_vnd + discounts_by_points_vnd), 0)
    FROM voucher_days WHERE day > ${day - 365} AND day <= ${day}`)
  return points > 0
    ? { eachVnd: costVnd / points, isFromRewards: true }
    : { eachVnd: vndPerPoint ?? 0, isFromRewards: false }
}
