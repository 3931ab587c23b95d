import { sql } from 'drizzle-orm'
import type { Audience, Offer } from '../../shared/offers.ts'
import { dayMs, dayOf } from '../../shared/time.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Reader } from '../database.ts'
import { mostCostOf } from './worth.ts'

/** Of those whom offers reached so far, so many used them; without a past, this share is assumed and said to be. */
const assumedUse = 0.2

/** Whom an offer would reach, and what it may cost: at most, and as it is likely to be by what offers of the past did (C-1). */
export async function forecastOf(db: Reader, offer: Offer, now: Date, offerId?: string) {
  const { zone } = await shopOf(db)
  const asked = offer.audience.kind === 'code' ? { kind: 'everybody' as const } : offer.audience
  const [[people] = [0]] = await db.values<[number]>(sql`SELECT count(*) FROM customers c
    WHERE c.merged_into IS NULL AND ${isAmong(asked, now, zone)} AND ${hasPoints(offer.pointsCost)}`)
  const reach = offer.audience.kind === 'code' ? await codesMade(db, offerId, people ?? 0) : (people ?? 0)
  return { reach, ...(await costOf(db, offer, reach * (offer.perPerson ?? 1), now)) }
}

/** What so many vouchers of an offer may cost, within its stock and budget. */
export async function costOf(db: Reader, offer: Offer, wished: number, now: Date) {
  const [[priceVnd] = [0]] = offer.serviceId
    ? await db.values<[number]>(sql`SELECT price_vnd FROM services WHERE id = ${offer.serviceId}`)
    : [[0]]
  const [[billVnd] = [0]] = await db.values<[number]>(sql`SELECT coalesce(avg(price_vnd), 0) FROM bookings
    WHERE status = 'completed' AND starts_at > ${now.getTime() - 365 * dayMs}`)
  const [[made, used] = [0, 0]] = await db.values<[number, number]>(
    sql`SELECT count(*), coalesce(sum(state = 'used'), 0) FROM vouchers WHERE points = 0 AND state <> 'open'`,
  )
  const eachMostVnd = mostCostOf({ ...offer, id: '', state: 'draft', createdAt: now }, priceVnd ?? 0)
  const byPercent = Math.min(eachMostVnd, Math.floor(((billVnd ?? 0) * (offer.percent ?? 0)) / 100))
  const eachVnd = offer.kind === 'percent' ? byPercent : eachMostVnd
  const turns = Math.min(offer.stock ?? Number.MAX_SAFE_INTEGER, wished)
  const within = (vnd: number) => Math.min(offer.budgetVnd ?? Number.MAX_SAFE_INTEGER, Math.round(vnd))
  const isKnown = (made ?? 0) >= 50
  const use = isKnown ? (used ?? 0) / (made ?? 1) : assumedUse
  return {
    ...{ eachVnd, use, isAssumed: !isKnown },
    mostVnd: within(turns * eachMostVnd),
    expectedVnd: within(turns * use * eachVnd),
  }
}

/** Codes that are out; one without a limit reaches everybody. */
async function codesMade(db: Reader, offerId: string | undefined, everybody: number): Promise<number> {
  const [[codes] = [0]] = await db.values<[number]>(
    sql`SELECT coalesce(sum(coalesce(most, ${everybody})), 0) FROM offer_codes WHERE offer_id = ${offerId ?? ''}`,
  )
  return codes ?? 0
}

const bought = sql`FROM purchases b WHERE b.customer_id = c.id`

/** Whether the customer `c` is among those an offer is for; `code` reaches whoever has one. */
export function isAmong(audience: Audience, now: Date, zone: string) {
  switch (audience.kind) {
    case 'everybody':
    case 'code':
      return sql`1`
    case 'first_visit':
      return sql`NOT EXISTS (SELECT 1 ${bought})`
    case 'returning':
      return sql`(SELECT count(*) ${bought}) >= ${audience.visits}`
    case 'away':
      return sql`(SELECT max(b.at) ${bought}) <= ${now.getTime() - audience.days * dayMs}`
    case 'birthday_month':
      return sql`substr(c.birth_day, 1, 2) = ${dayOf(now, zone).slice(5, 7)}`
    case 'tiers':
      return sql`(SELECT m.level_id FROM memberships m WHERE m.customer_id = c.id) IN ${audience.tierIds}`
    case 'segment':
      return sql`EXISTS (SELECT 1 FROM segment_members m WHERE m.customer_id = c.id AND m.segment_id = ${audience.segmentId})`
  }
}

const hasPoints = (points: number) =>
  points === 0
    ? sql`1`
    : sql`coalesce((SELECT active + owed FROM wallets w WHERE w.customer_id = c.id AND w.wallet = 'points'), 0) >= ${points}`
