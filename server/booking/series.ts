import { eq } from 'drizzle-orm'
import { bookings, shop } from '../../drizzle/schema/index.ts'
import type { NewSeries } from '../../shared/booking.ts'
import { newId } from '../../shared/ids.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { addDays, dayOf, instantOf, minuteOf } from '../../shared/time.ts'
import { factsOf, farAhead } from '../catalog/facts.ts'
import { customerById } from '../customers/customers.ts'
import type { Reader, Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'
import type { CanPay } from './ask-deposit.ts'
import { claim } from './claim.ts'
import { type Rules, wishOf } from './pieces.ts'
import { planAt } from './plan-at.ts'

type For = { customerId: string | null; rules: Rules; canPay?: CanPay }

/** Each visit of a series, and what stands in the way of it (K-26). Writes nothing. */
export async function previewSeries(db: Reader, wish: NewSeries, { customerId, rules }: For, now: Date) {
  const visits = []
  for (const [i, startsAt] of (await startsOf(db, wish, rules)).entries()) {
    const known = await factsOf(db, { ...wish, customerId, around: startsAt, now })
    const facts = i > 0 ? farAhead(known) : known
    visits.push({ startsAt, refusal: refusalOf(() => planAt(facts, wishOf(facts, wish, rules), startsAt, rules, now)) })
  }
  return visits
}

function refusalOf(plan: () => unknown): Refusal | undefined {
  try {
    plan()
    return undefined
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal
    if (refusal instanceof BadInput) return new Refusal('too_soon')
    throw refusal
  }
}

/** Books all visits of a series but those left out, or none. The same id again is the same series. */
export async function bookSeries(
  tx: Tx,
  wish: NewSeries,
  { customerId, rules, canPay }: For,
  by: Staff | 'customer',
  now: Date,
) {
  const before = await seriesOf(tx, wish.id)
  if (before.length && before.some((booking) => booking.customerId !== customerId)) throw new Refusal('id_taken')
  if (before.length) return before.map(({ id }) => id)
  if (customerId && !(await customerById(tx, customerId))) throw new BadInput('customerId', 'unknown')
  const starts = (await startsOf(tx, wish, rules)).map((startsAt, i) => ({ startsAt, later: i > 0 }))
  const left = starts.filter((_, i) => !wish.skip.includes(i))
  const ids: string[] = []
  const source = by === 'customer' ? ('mini_app' as const) : ('desk' as const)
  for (const [i, each] of left.entries()) {
    const booking = { ...wish, ...each, id: newId(), seriesId: wish.id, customerId, source, canPay, quiet: i > 0 }
    const made = claim(tx, { ...booking, by: by === 'customer' ? by : by.id }, rules, now)
    const { visit } = await made.catch((fault) =>
      Promise.reject(isTaken(fault) ? new Refusal('series_conflict') : fault),
    )
    ids.push(visit.id)
  }
  if (by !== 'customer')
    await audit(tx, by, 'book_series', wish.id, { after: { starts: left.map(({ startsAt }) => startsAt) } }, now)
  return ids
}

/** The list that was looked at is no longer true. */
const isTaken = (fault: unknown) =>
  fault instanceof Refusal && !['too_many_bookings', 'series_deposit'].includes(fault.code)

const seriesOf = (db: Reader, seriesId: string) =>
  db
    .select({ id: bookings.id, customerId: bookings.customerId })
    .from(bookings)
    .where(eq(bookings.seriesId, seriesId))
    .orderBy(bookings.startsAt)

/** The same time by the clock every so many weeks, through changes of clocks. */
async function startsOf(db: Reader, { startsAt, everyWeeks, times }: NewSeries, rules: Rules): Promise<Date[]> {
  const [{ zone, seriesMost }] = (await db.select({ zone: shop.zone, seriesMost: shop.seriesMost }).from(shop)) as [
    { zone: string; seriesMost: number },
  ]
  if (rules === 'online' && times > seriesMost) throw new Refusal('series_off')
  const [day, minute] = [dayOf(startsAt, zone), minuteOf(startsAt, zone)]
  return Array.from({ length: times }, (_, i) => instantOf(addDays(day, 7 * everyWeeks * i), minute, zone))
}
