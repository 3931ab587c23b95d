import { sql } from 'drizzle-orm'
import { figureSettings } from '../../drizzle/schema/index.ts'
import type { Rate } from '../../shared/figures.ts'
import type { Reader } from '../database.ts'
import { partOf, rateOf } from './rates.ts'
import { promotionOf, type Sales, salesIn } from './sales.ts'
import { type Stretch, stretchBefore } from './spans.ts'
import { countedIn, firstsIn, leavingIn, standingAt, windowsAt } from './windows.ts'

export async function figureSettingsOf(db: Reader) {
  const { id: _, merging: __, ...settings } = (await db.select().from(figureSettings))[0]!
  return settings
}

/**
 * The figures of so many days up to and with `until` (counted from 1970 on the shop's calendar), each by its one
 * definition; screens, messages and exports show these.
 */
export async function figuresOf(db: Reader, stretch: Stretch, vndPerPoint: number | undefined) {
  const { length, until } = stretch
  const from = until - length + 1
  const settings = await figureSettingsOf(db)
  const sales = await salesIn(db, from, until)
  const promotion = await promotionOf(db, sales, until, vndPerPoint)
  const { now, before } = await comers(db, stretch)
  const firsts = await firstsIn(db, from, until)
  const [start, end] = [await standingAt(db, from - 1), await standingAt(db, until)]
  const left = await leavingIn(db, from, until)
  return {
    ...{ from, until, length, sales },
    /** M-1: `givenVnd` counts points when they are given, `usedVnd` when they are used. */
    promotion: {
      ...promotion,
      given: partOf(promotion.givenVnd, sales.grossVnd),
      used: partOf(promotion.usedVnd, sales.grossVnd),
    },
    /** M-2: of those who were there in the stretch before, who came again in this one. */
    retention: rateOf(now.retained, before.active),
    /** M-4 */
    margin: marginOf(sales, settings),
    /** M-5: within this stretch. */
    repeat: rateOf(now.twice, now.active),
    /** M-6 */
    returning: rateOf(now.active - firsts.customers, now.active),
    customers: now.active,
    newCustomers: firsts.customers,
    secondVisit: await secondVisitOf(db, settings.secondVisitDays, until),
    /** M-9, M-10 */
    churn: rateOf(left, start.active),
    ...{ active: end.active, lapsed: end.lapsed },
    /** M-13: what nobody's name is on is a visit too. */
    perVisitVnd: partOf(sales.netVnd, sales.visits + sales.nameless),
    /** M-14 */
    frequency: now.active > 0 ? sales.visits / now.active : null,
  }
}
export type Figures = Awaited<ReturnType<typeof figuresOf>>

/** Who came in a stretch and in the one before; months are of any length, so theirs are not kept beside the books. */
async function comers(db: Reader, stretch: Stretch) {
  const { length, until, month } = stretch
  const earlier = stretchBefore(stretch)
  if (month !== undefined) return countedIn(db, stretch, earlier)
  const [now, before] = await windowsAt(db, length, [until, earlier.until])
  return { now: now!, before: before! }
}

/**
 * M-4. Net is without discounts and points already; what things cost, presents and messages come off. `missing` names what
 * the owner has not said, without which there is no margin.
 */
function marginOf(
  { netVnd, servicesVnd, goodsVnd, giftsVnd, messagesVnd }: Sales,
  { serviceCostPercent, goodsCostPercent }: { serviceCostPercent: number | null; goodsCostPercent: number | null },
) {
  const missing = [
    ...(servicesVnd !== 0 && serviceCostPercent === null ? (['serviceCostPercent'] as const) : []),
    ...(goodsVnd !== 0 && goodsCostPercent === null ? (['goodsCostPercent'] as const) : []),
  ]
  if (missing.length > 0 || netVnd <= 0) return { value: null, vnd: null, missing }
  const costVnd = (servicesVnd * (serviceCostPercent ?? 0) + goodsVnd * (goodsCostPercent ?? 0)) / 100
  const vnd = Math.round(netVnd - costVnd - giftsVnd - messagesVnd)
  return { value: vnd / netVnd, vnd, missing }
}

/** M-7: of those whose first visit lies so many days back and not more than a year more, who came again within them. */
async function secondVisitOf(db: Reader, days: 30 | 45 | 60 | 90, until: number): Promise<Rate & { days: number }> {
  const { customers, within } = await firstsIn(db, until - days - 364, until - days)
  return { days, ...rateOf(within[days], customers) }
}

/** M-3: by how much the net of one stretch is above another's. */
export const growthOf = (nowVnd: number, beforeVnd: number) => (beforeVnd > 0 ? nowVnd / beforeVnd - 1 : null)

/** M-5 over windows of 90, 180 and 365 days up to a day. */
export async function repeatRates(db: Reader, until: number) {
  const rows = await db.values<
    [number, number, number]
  >(sql`SELECT length, coalesce(sum(twice), 0), coalesce(sum(active), 0)
    FROM window_deltas WHERE length IN (90, 180, 365) AND day <= ${until} GROUP BY length ORDER BY length`)
  return [90, 180, 365].map((length) => {
    const row = rows.find(([of]) => of === length)
    return { length, ...rateOf(row?.[1] ?? 0, row?.[2] ?? 0) }
  })
}
