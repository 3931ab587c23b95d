import { sql } from 'drizzle-orm'
import type { Tier } from '../../shared/programme.ts'
import { reckon } from '../../shared/reckon.ts'
import { addDays, dayOf, instantOf } from '../../shared/time.ts'
import { prepared, type Tx } from '../database.ts'
import { expiresAt } from './expiry.ts'
import { extend, grant } from './grant.ts'
import { holdOf } from './holds.ts'
import { programmeAt } from './programme.ts'

/** A visit that is done and paid. `endedAt` decides which rules and which campaign it falls under (L-6, L-47). */
export type PaidVisit = {
  id: string
  customerId: string
  paidVnd: number
  parts: { serviceId: string; name: string; priceVnd: number }[]
  endedAt: Date
  tier?: Tier
  /** No visit but what is bought ahead, as a package is: it earns for its price, without the grant of the day or a campaign. */
  isBoughtAhead?: boolean
  /** Bought without coming, as what is delivered: no grant of the day. */
  isNoVisit?: boolean
  by: string
  /** It had no customer until somebody brought its code (L-11). */
  isClaimed?: boolean
}

const earnedSince = prepared((db) =>
  db
    .select({
      today: sql<number>`coalesce(sum(iif(l.earned_at >= ${sql.placeholder('today')}, l.units, 0)), 0)`,
      month: sql<number>`coalesce(sum(l.units), 0)`,
      visits: sql<number>`count(DISTINCT iif(l.earned_at >= ${sql.placeholder('today')}
        AND NOT EXISTS (SELECT 1 FROM packages k WHERE k.id = l.cause), l.cause, NULL))`,
    })
    .from(
      sql`ledger_entries e JOIN postings p ON p.entry_id = e.id AND p.lot_id IS NOT NULL JOIN lots l ON l.id = p.lot_id`,
    )
    // What was taken back makes room again (L-8).
    .where(
      sql`e.customer_id = ${sql.placeholder('customerId')} AND e.wallet = 'points' AND e.kind = 'earned' AND e.at >= ${sql.placeholder('month')} AND e.at <= ${sql.placeholder('now')}
        AND NOT EXISTS (SELECT 1 FROM ledger_entries r WHERE r.about = e.about AND r.wallet = e.wallet AND r.kind IN ('reversed', 'voided'))`,
    )
    .prepare(),
)

/** Enters the points of a visit by the rules of its end; an index keeps it to once a visit. Answers with how many. */
export async function earn(tx: Tx, visit: PaidVisit, zone: string, now: Date): Promise<number> {
  const at = visit.endedAt < now ? visit.endedAt : now
  const { id: programmeId, rules: all } = await programmeAt(tx, at)
  const { isBoughtAhead, isNoVisit } = visit
  const rules = {
    ...all,
    ...((isBoughtAhead || isNoVisit) && { visitPoints: 0 }),
    ...(isBoughtAhead && { campaigns: [] }),
  }
  const today = dayOf(now, zone)
  const { caps, holds } = rules
  const limits = [caps.day, caps.month, holds.visitsADay, holds.pointsADay]
  const needsPast = rules.visitPoints > 0 || limits.some((limit) => limit !== null)
  const past = needsPast
    ? (await earnedSince(tx).get({
        customerId: visit.customerId,
        today: instantOf(today, 0, zone).getTime(),
        month: instantOf(`${today.slice(0, 8)}01`, 0, zone).getTime(),
        now: now.getTime(),
      }))!
    : { today: 0, month: 0, visits: 0 }
  const { points, sum } = reckon(
    rules,
    {
      ...visit,
      at,
      tier: visit.tier,
      earnedToday: past.today,
      earnedThisMonth: past.month,
      wasHereToday: past.visits > 0,
    },
    zone,
  )
  if (points === 0) return 0
  const about = { customerId: visit.customerId, cause: visit.id, about: visit.id, by: visit.by }
  const held = await holdOf(tx, rules, {
    ...{ customerId: visit.customerId, points, earnedToday: past.today, visitsToday: past.visits },
    isClaimed: visit.isClaimed ?? false,
  })
  const later = rules.pendingDays ? instantOf(addDays(today, rules.pendingDays), 0, zone) : undefined
  const pending = held ? null : later
  const expires = expiresAt(rules.expiry, now, zone)
  await extend(tx, about, rules.expiry, zone, now)
  await grant(
    tx,
    {
      ...about,
      kind: 'earned',
      units: points,
      expires,
      programmeId,
      sum: { ...sum, ...(held && { held }) },
      ...(pending !== undefined && { pending }),
    },
    now,
  )
  return points
}
