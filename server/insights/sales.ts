import { sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { pointCost } from '../loyalty/point-cost.ts'

/** What the days of [from, to] brought and cost, in đồng; days are counted from 1970. Net is less what went back. */
export async function salesIn(db: Reader, from: number, to: number) {
  const within = sql`day BETWEEN ${from} AND ${to}`
  const [[purchases, nameless, visits, grossVnd, discountVnd, pointsVnd, netVnd, servicesVnd, knownVnd] = []] =
    await db.values<
      number[]
    >(sql`SELECT coalesce(sum(purchases), 0), coalesce(sum(nameless), 0), coalesce(sum(visits), 0), coalesce(sum(gross_vnd), 0),
      coalesce(sum(discount_vnd), 0), coalesce(sum(points_vnd), 0), coalesce(sum(net_vnd), 0), coalesce(sum(services_vnd), 0), coalesce(sum(known_vnd), 0)
    FROM day_figures WHERE ${within}`)
  const [[giftsVnd, giftsByPointsVnd, cutsByPointsVnd] = []] = await db.values<number[]>(sql`SELECT
      coalesce(sum(gifts_vnd), 0), coalesce(sum(gifts_by_points_vnd), 0), coalesce(sum(discounts_by_points_vnd), 0)
    FROM voucher_days WHERE ${within}`)
  const [[points] = [0]] = await db.values<[number]>(
    sql`SELECT coalesce(sum(issued - taken_back), 0) FROM point_days WHERE ${within}`,
  )
  const [[messages, messagesVnd] = [0, 0]] = await db.values<[number, number]>(
    sql`SELECT coalesce(sum(sent), 0), coalesce(sum(cost_vnd), 0) FROM message_days WHERE ${within}`,
  )
  return {
    ...{ purchases: purchases!, nameless: nameless!, visits: visits!, grossVnd: grossVnd!, discountVnd: discountVnd! },
    ...{
      pointsVnd: pointsVnd!,
      netVnd: netVnd!,
      servicesVnd: servicesVnd!,
      goodsVnd: netVnd! - servicesVnd!,
      knownVnd: knownVnd!,
    },
    ...{ giftsVnd: giftsVnd!, giftsByPointsVnd: giftsByPointsVnd!, cutsByPointsVnd: cutsByPointsVnd! },
    ...{ pointsIssued: points, messages, messagesVnd },
  }
}
export type Sales = Awaited<ReturnType<typeof salesIn>>

/**
 * What promotion cost (M-1), twice. Given: what was taken off and handed over without points, and the points that were
 * given at what a point costs. Used: all that was taken off and handed over, however it was paid for.
 */
export async function promotionOf(db: Reader, sales: Sales, today: number, vndPerPoint: number | undefined) {
  const { eachVnd } = await pointCost(db, today, vndPerPoint)
  const { discountVnd, giftsVnd, giftsByPointsVnd, cutsByPointsVnd, pointsVnd, pointsIssued } = sales
  return {
    givenVnd: discountVnd - cutsByPointsVnd + giftsVnd - giftsByPointsVnd + Math.round(pointsIssued * eachVnd),
    usedVnd: discountVnd + giftsVnd + pointsVnd,
  }
}
