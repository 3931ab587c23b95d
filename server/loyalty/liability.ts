import { sql } from 'drizzle-orm'
import { numberOf } from '../../shared/day-number.ts'
import { dayOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import { type Reader, remembered } from '../database.ts'
import { pointCost } from './point-cost.ts'

/** Of the points of a stretch: what there was, what came and went, and what there is, to the point (M-29). */
export type RollForward = {
  opening: number
  earned: number
  returned: number
  adjusted: number
  reversed: number
  redeemed: number
  expired: number
  closing: number
}

/** Each of the shop's accounts mirrors the customers': what came out of `issued` they have. */
const columns = sql`coalesce(-sum(iif(p.account = 'issued', p.amount, 0)), 0),
  coalesce(-sum(iif(p.account = 'spent' AND p.amount < 0, p.amount, 0)), 0),
  coalesce(-sum(iif(p.account = 'corrected', p.amount, 0)), 0),
  coalesce(sum(iif(p.account = 'taken_back', p.amount, 0)), 0),
  coalesce(sum(iif(p.account = 'spent' AND p.amount > 0, p.amount, 0)), 0),
  coalesce(sum(iif(p.account = 'lapsed', p.amount, 0)), 0)`

/** Opening + earned + returned ± adjusted − reversed − redeemed − expired = closing, over [from, to). */
export async function rollForward(db: Reader, from: Date, to: Date): Promise<RollForward> {
  const own = sql`SELECT coalesce(sum(p.amount), 0) FROM ledger_entries e JOIN postings p ON p.entry_id = e.id
    WHERE e.wallet = 'points' AND p.account IN ('pending', 'active', 'reserved', 'owed') AND e.at <`
  const [[opening] = [0]] = await db.values<[number]>(sql`${own} ${from.getTime()}`)
  const [[closing] = [0]] = await db.values<[number]>(sql`${own} ${to.getTime()}`)
  const [flows] = await db.values<[number, number, number, number, number, number]>(sql`SELECT ${columns}
    FROM ledger_entries e JOIN postings p ON p.entry_id = e.id
    WHERE e.wallet = 'points' AND e.at >= ${from.getTime()} AND e.at < ${to.getTime()}`)
  const [earned, returned, adjusted, reversed, redeemed, expired] = flows!
  return { opening: opening!, earned, returned, adjusted, reversed, redeemed, expired, closing: closing! }
}

/** So many lots must have come to their end before their share that ran out says anything (M-31). */
const lotsEnough = 100

/**
 * What the points that are out would cost (M-32): as many đồng a point as rewards really cost, or what points are worth as
 * money; at face value, and less what will never be used, as far as the shop's own lots have shown that.
 */
export async function liabilityOf(db: Reader, now: Date, vndPerPoint: number | undefined) {
  const today = numberOf(dayOf(now, (await shopOf(db)).zone))
  const [[points, expired] = [0, 0]] = await db.values<[number, number]>(
    sql`SELECT coalesce(sum(issued + returned + corrected - taken_back - spent - lapsed), 0), coalesce(sum(lapsed), 0) FROM point_days`,
  )
  const { eachVnd, isFromRewards } = await pointCost(db, today, vndPerPoint)
  const { lots, points: ended, lapsed } = await maturedBy(db, `${today}: ${expired}`, now.getTime())
  const breakage = lots >= lotsEnough && ended > 0 ? lapsed / ended : undefined
  const faceVnd = Math.round(points * eachVnd)
  return {
    ...{ points, vndPerPoint: eachVnd, isFromRewards, faceVnd },
    ...{ breakage: breakage ?? null, lapsedPoints: lapsed, maturedPoints: ended, maturedLots: lots, lotsEnough },
    expectedVnd: breakage === undefined ? null : Math.round(faceVnd * (1 - breakage)),
  }
}

/**
 * Of the lots that have come to their end: how many points ended in them, and how many of those ran out. Points that live
 * on in another lot (prolonged, given back after a refund, reinstated) count there. Once a day, and when some run out.
 */
const maturedBy = remembered(async (db: Reader, now: number) => {
  const matured = sql`l.wallet = 'points' AND l.expires_at <= ${now}`
  const [[lots, units] = [0, 0]] = await db.values<[number, number]>(
    sql`SELECT count(*), coalesce(sum(units), 0) FROM lots l WHERE ${matured}`,
  )
  const [[ranOut, prolonged] = [0, 0]] = await db.values<
    [number, number]
  >(sql`SELECT coalesce(sum(iif(e.kind = 'expired', -p.amount, 0)), 0), coalesce(sum(iif(e.kind = 'extended', -p.amount, 0)), 0)
    FROM lots l JOIN postings p ON p.lot_id = l.id AND p.amount < 0 JOIN ledger_entries e ON e.id = p.entry_id WHERE ${matured}`)
  const [[reinstated, givenBack] = [0, 0]] = await db.values<
    [number, number]
  >(sql`SELECT coalesce(sum(iif(kind = 'reinstated', units, 0)), 0), coalesce(sum(iif(kind = 'returned', units, 0)), 0)
    FROM (SELECT n.units, coalesce((SELECT e.kind FROM postings p JOIN ledger_entries e ON e.id = p.entry_id
        WHERE p.lot_id = n.id AND p.amount > 0 AND e.kind IN ('extended', 'reinstated')), 'returned') AS kind FROM lots l JOIN lots n ON n.cause = l.id WHERE ${matured})`)
  return { lots, points: units - prolonged - reinstated - givenBack, lapsed: ranOut - reinstated }
})
