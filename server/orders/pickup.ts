import { and, gt, gte, isNull, lt, ne } from 'drizzle-orm'
import { blockedTimes, orders, shop } from '../../drizzle/schema/index.ts'
import type { OrderSettings } from '../../shared/orders.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addDays, dayMs, dayOf, instantOf, minuteMs } from '../../shared/time.ts'
import { openSpans, type Span } from '../catalog/opening.ts'
import { type SetUp, setUpOf } from '../catalog/set-up.ts'
import type { Reader, Tx } from '../database.ts'
import { orderSettingsOf } from './settings.ts'

/**
 * When an order of this business day may be fetched, and how many more the shop takes for each time (K-8). Times are
 * steps of the clock that lie whole within the shop's hours; none when nothing is fetched here.
 */
export async function pickupTimes(db: Reader, day: string, now: Date): Promise<{ at: Date; left: number }[]> {
  const settings = await orderSettingsOf(db)
  if (!settings.pickup) return []
  const steps = stepsOf(await currentSetUp(db), settings, day, now)
  const [first, last] = [steps[0], steps.at(-1)]
  if (!first || !last) return []
  const stepMs = settings.pickupStepMinutes * minuteMs
  const whole = { from: first.getTime(), to: last.getTime() + stepMs }
  const blocked = await blockedSpans(db, whole)
  const fetched = await fetchedWithin(db, whole)
  return steps
    .filter((at) => !blocked.some(({ from, to }) => at.getTime() < to && at.getTime() + stepMs > from))
    .map((at) => {
      const there = fetched.filter((each) => each >= at.getTime() && each < at.getTime() + stepMs)
      return { at, left: Math.max(0, settings.pickupMost - there.length) }
    })
}

/** Refuses with pickup_closed a time at which nothing is handed over, with pickup_full one that has all it takes. */
export async function checkPickup(tx: Tx, at: Date, now: Date) {
  const { zone } = await currentSetUp(tx)
  const day = dayOf(at, zone)
  for (const business of [day, addDays(day, -1)]) {
    const step = (await pickupTimes(tx, business, now)).find((offered) => offered.at.getTime() === at.getTime())
    if (step && step.left === 0) throw new Refusal('pickup_full')
    if (step) return
  }
  throw new Refusal('pickup_closed')
}

/** Steps count from midnight, so that other hours do not shift them. */
function stepsOf(setUp: SetUp, { pickupStepMinutes: step, ...settings }: OrderSettings, day: string, now: Date) {
  const open = openSpans(setUp, day)
  const earliest = now.getTime() + settings.pickupLeadMinutes * minuteMs
  const latest = Math.min(now.getTime() + setUp.horizonDays * dayMs, lastMoment(setUp))
  const wall = Array.from({ length: (2 * 1440) / step }, (_, i) => instantOf(day, i * step, setUp.zone).getTime())
  return [...new Set(wall)] // an hour that the clocks skip is there once
    .filter((at) => at >= earliest && at <= latest && isWithin(open, at, at + step * minuteMs))
    .map((at) => new Date(at))
}

const isWithin = (open: Span[], from: number, to: number) => open.some((span) => span.from <= from && to <= span.to)

const lastMoment = ({ bookableUntil, zone }: SetUp) =>
  bookableUntil ? instantOf(addDays(bookableUntil, 1), 0, zone).getTime() - 1 : Number.POSITIVE_INFINITY

async function currentSetUp(db: Reader) {
  const [row] = await db.select({ version: shop.setUpVersion }).from(shop)
  return setUpOf(db, row?.version)
}

async function blockedSpans(db: Reader, { from, to }: Span): Promise<Span[]> {
  const rows = await db
    .select({ startsAt: blockedTimes.startsAt, endsAt: blockedTimes.endsAt })
    .from(blockedTimes)
    .where(
      and(
        isNull(blockedTimes.staffId),
        gt(blockedTimes.endsAt, new Date(from)),
        lt(blockedTimes.startsAt, new Date(to)),
      ),
    )
  return rows.map(({ startsAt, endsAt }) => ({ from: startsAt.getTime(), to: endsAt.getTime() }))
}

async function fetchedWithin(db: Reader, { from, to }: Span): Promise<number[]> {
  const rows = await db
    .select({ at: orders.pickupAt })
    .from(orders)
    .where(and(gte(orders.pickupAt, new Date(from)), lt(orders.pickupAt, new Date(to)), ne(orders.status, 'cancelled')))
  return rows.map(({ at }) => at!.getTime())
}
