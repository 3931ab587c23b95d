import { setImmediate as letOthersIn } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Programme } from '../../shared/programme.ts'
import { reckon } from '../../shared/reckon.ts'
import { dayOf, instantOf } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import { liabilityOf } from './liability.ts'
import { programmeAt } from './programme.ts'
import { type Comparison, compared, comparison } from './simulated.ts'

/** So many visits are replayed before whoever else asks is let in: a few milliseconds. */
const atOnce = 200

/**
 * What rules that hold nowhere yet would have given for the visits of twelve months, the running one among them, beside
 * what those visits earned (B-8). Only looks. Visits come customer by customer in the order in which they were paid, so
 * that nothing is kept but where one customer stands; months are whole, or a cap of a month would not know its beginning.
 * Tiers, and points that would have run out, are left aside.
 */
export async function simulate(db: Reader, rules: Programme, zone: string, now: Date) {
  const firstDay = firstDayOf(now, zone)
  const from = instantOf(firstDay, 0, zone)
  const held = (await programmeAt(db, now)).rules
  const liability = await liabilityOf(db, now, held.asMoney?.vndPerPoint)
  const all = comparison()
  let replay: Replay | undefined
  let after: Place = ['', 0, '']
  for (;;) {
    const rows = await paidAfter(db, after, from, now)
    for (const row of rows) {
      const visit = visitOf(row)
      if (replay?.customerId !== visit.customerId) {
        if (replay) compared(all, replay)
        replay = begin(visit)
      }
      add(replay, visit, rules, zone)
    }
    if (rows.length < atOnce) break
    const [customerId, id, at] = rows.at(-1)!
    after = [customerId, at, id]
    await letOthersIn()
  }
  if (replay) compared(all, replay)
  return { from: firstDay, ...inVnd(all, liability, rules) }
}

type Liability = Awaited<ReturnType<typeof liabilityOf>>

/** What a point costs stays as rewards have shown it; where none have, each side's own rules say what a point is worth. */
function inVnd({ points, owedMore, ...rest }: Comparison, liability: Liability, rules: Programme) {
  const each = { now: liability.vndPerPoint, instead: rules.asMoney?.vndPerPoint ?? 0 }
  if (liability.isFromRewards) each.instead = each.now
  return {
    ...rest,
    points,
    costVnd: { now: Math.round(points.now * each.now), instead: Math.round(points.instead * each.instead) },
    liability: {
      now: liability.faceVnd,
      instead: Math.round(Math.max(0, liability.points + owedMore) * each.instead),
    },
  }
}

/** The first day of the month eleven months ago. */
function firstDayOf(now: Date, zone: string): string {
  const [year, month] = dayOf(now, zone).split('-').map(Number)
  return new Date(Date.UTC(year!, month! - 12, 1)).toISOString().slice(0, 10)
}

type Place = [customerId: string, at: number, id: string]
type Row = [...[customerId: string, id: string, at: number, endsAt: number, paidVnd: number, parts: string], ...Known]
type Known = [earned: number, backAt: number | null, name: string, balance: number]

/** Bounded before anything is looked up beside a visit, so that a regular of many years is not gathered whole. */
const paidAfter = (db: Reader, [customerId, at, id]: Place, from: Date, now: Date) =>
  db.values<Row>(sql`SELECT b.customer_id, b.id, b.status_at, b.ends_at,
      b.price_vnd - b.discount_vnd - b.covered_by_points_vnd - b.prepaid_vnd,
      (SELECT json_group_array(json_object('serviceId', service_id, 'name', name, 'priceVnd', price_vnd))
        FROM booking_parts WHERE booking_id = b.id),
      coalesce((SELECT units FROM ledger_entries WHERE cause = b.id AND kind = 'earned' AND wallet = 'points'), 0),
      (SELECT min(at) FROM ledger_entries WHERE about = b.id AND wallet = 'points' AND kind IN ('reversed', 'voided')),
      c.name, coalesce(w.pending + w.active + w.reserved + w.owed, 0)
    FROM (SELECT id, customer_id, status_at, ends_at, price_vnd, discount_vnd, covered_by_points_vnd, prepaid_vnd FROM bookings
      WHERE customer_id >= ${customerId} AND (customer_id, status_at, id) > (${customerId}, ${at}, ${id}) AND status = 'completed'
      AND status_at >= ${from.getTime()} AND status_at <= ${now.getTime()}
      ORDER BY customer_id, status_at, id LIMIT ${atOnce}) b
    JOIN customers c ON c.id = b.customer_id
    LEFT JOIN wallets w ON w.customer_id = b.customer_id AND w.wallet = 'points'
    ORDER BY b.customer_id, b.status_at, b.id`)

type Part = { serviceId: string; name: string; priceVnd: number }
const visitOf = ([customerId, id, at, endsAt, paidVnd, parts, earned, backAt, name, balance]: Row) => ({
  ...{ customerId, id, at: new Date(at), endsAt: new Date(endsAt), paidVnd, parts: JSON.parse(parts) as Part[] },
  ...{ earned, backAt, name, balance },
})
type Visit = ReturnType<typeof visitOf>

type Given = { points: number; day: string; backAt: number | null }
/** Where a customer stands: what the visits earned, what they would have, and what this month has given so far. */
type Replay = Pick<Visit, 'customerId' | 'name' | 'balance'> & {
  visits: number
  now: number
  instead: number
  month: Given[]
}

const begin = ({ customerId, name, balance }: Visit): Replay => ({
  ...{ customerId, name, balance, visits: 0, now: 0, instead: 0, month: [] },
})

/** As `earn` does it: campaigns go by the end of the visit, caps and the grant of a day by when it was paid. */
function add(replay: Replay, visit: Visit, rules: Programme, zone: string) {
  const day = dayOf(visit.at, zone)
  replay.month = replay.month.filter((given) => given.day >= `${day.slice(0, 8)}01`)
  // What was taken back by then made room again (L-8).
  const given = replay.month.filter(({ backAt }) => backAt === null || backAt > visit.at.getTime())
  const today = given.filter((each) => each.day === day)
  const { points } = reckon(
    rules,
    {
      ...{ paidVnd: visit.paidVnd, parts: visit.parts, tier: undefined },
      at: visit.endsAt < visit.at ? visit.endsAt : visit.at,
      earnedToday: total(today),
      earnedThisMonth: total(given),
      wasHereToday: today.length > 0,
    },
    zone,
  )
  replay.visits += 1
  replay.now += visit.earned
  replay.instead += points
  if (points > 0) replay.month.push({ points, day, backAt: visit.backAt })
}

const total = (given: Given[]) => given.reduce((sum, { points }) => sum + points, 0)
