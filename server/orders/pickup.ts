import { and, gt, gte, isNull, lt, ne, sql } from 'drizzle-orm'
import { blockedTimes, orders, shop } from '../../drizzle/schema/index.ts'
import type { OrderSettings } from '../../shared/orders.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addDays, dayMs, dayOf, instantOf, minuteMs, minuteOf } from '../../shared/time.ts'
import { openSpans, type Span } from '../catalog/opening.ts'
import { type SetUp, setUpOf } from '../catalog/set-up.ts'
import { preparedRaw, type Reader, type Tx } from '../database.ts'
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

/** What the shop does on the moment of a step: its rules, whether it is blocked, and how many orders are fetched then. */
const stepStatement = preparedRaw((db) =>
  db.run(sql`SELECT set_up_version,
      EXISTS (SELECT 1 FROM blocked_times WHERE staff_id IS NULL AND starts_at < ${sql.placeholder('to')} AND ends_at > ${sql.placeholder('from')}),
      (SELECT count(*) FROM orders WHERE pickup_at >= ${sql.placeholder('from')} AND pickup_at < ${sql.placeholder('to')} AND status <> 'cancelled')
    FROM shop`),
)

/** Refuses with pickup_closed a time at which nothing is handed over, with pickup_full one that has all it takes. */
export async function checkPickup(tx: Tx, at: Date, settings: OrderSettings, now: Date) {
  const step = { from: at.getTime(), to: at.getTime() + settings.pickupStepMinutes * minuteMs }
  const [version, isBlocked, fetched] = (await stepStatement(tx).first(step)) as unknown as [number, number, number]
  const setUp = await setUpOf(tx, version)
  const day = dayOf(at, setUp.zone)
  const isStep = [day, addDays(day, -1)].some((business) => isStepOf(setUp, settings, business, step.from, now))
  if (!settings.pickup || !isStep || isBlocked) throw new Refusal('pickup_closed')
  if (fetched >= settings.pickupMost) throw new Refusal('pickup_full')
}

/** Steps count from midnight, so that other hours do not shift them. */
function stepsOf(setUp: SetUp, settings: OrderSettings, day: string, now: Date) {
  const step = settings.pickupStepMinutes
  const wall = Array.from({ length: (2 * 1440) / step }, (_, i) => instantOf(day, i * step, setUp.zone).getTime())
  return [...new Set(wall)] // an hour that the clocks skip is there once
    .filter((at) => isOffered(setUp, settings, day, at, now))
    .map((at) => new Date(at))
}

/** Whether a moment is a step of a business day, and one that is offered. */
function isStepOf(setUp: SetUp, settings: OrderSettings, day: string, at: number, now: Date) {
  const step = settings.pickupStepMinutes
  const local = dayOf(new Date(at), setUp.zone) === day ? 0 : 1440
  const minute = local + minuteOf(new Date(at), setUp.zone)
  const isOnStep = minute % step === 0 && instantOf(day, minute, setUp.zone).getTime() === at
  return isOnStep && isOffered(setUp, settings, day, at, now)
}

function isOffered(setUp: SetUp, settings: OrderSettings, day: string, at: number, now: Date) {
  const earliest = now.getTime() + settings.pickupLeadMinutes * minuteMs
  const latest = Math.min(now.getTime() + setUp.horizonDays * dayMs, lastMoment(setUp))
  const until = at + settings.pickupStepMinutes * minuteMs
  return at >= earliest && at <= latest && isWithin(openSpans(setUp, day), at, until)
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
