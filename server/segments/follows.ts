import { and, eq, sql } from 'drizzle-orm'
import { campaigns, offers, segmentFollows } from '../../drizzle/schema/index.ts'
import { dayAt } from '../../shared/day-number.ts'
import type { SegmentMove } from '../../shared/segments.ts'
import { dayMs } from '../../shared/time.ts'
import type { Reader } from '../database.ts'
import { offerById } from '../offers/offers.ts'
import type { Today } from './conditions.ts'

export type Follow = typeof segmentFollows.$inferSelect

/** What it would have meant is told of so many days. */
const daysBack = 30

export async function followById(db: Reader, id: string): Promise<Follow | undefined> {
  return (await db.select().from(segmentFollows).where(eq(segmentFollows.id, id)))[0]
}

export async function followOf(db: Reader, segmentId: string, what: SegmentMove): Promise<Follow | undefined> {
  return (
    await db
      .select()
      .from(segmentFollows)
      .where(and(eq(segmentFollows.segmentId, segmentId), eq(segmentFollows.what, what)))
  )[0]
}

/** The latest event of any segment. */
export async function lastEvent(db: Reader): Promise<number> {
  const [[id] = [0]] = await db.values<[number | null]>(sql`SELECT max(id) FROM segment_events`)
  return id ?? 0
}

/** Those that are on and have not looked at all events; asked without the write lock. */
export async function followsDue(db: Reader): Promise<string[]> {
  const rows = await db.values<[string]>(
    sql`SELECT id FROM segment_follows WHERE active AND done_to < ${await lastEvent(db)}`,
  )
  return rows.map(([id]) => id)
}

/** Why one that is on gives nothing just now: its offer is over, or asks for points. It goes on when the offer does. */
export async function whyWaiting(db: Reader, { kind, offerId }: Follow, { day }: Today) {
  if (kind === 'message') return undefined
  const offer = offerId ? await offerById(db, offerId) : undefined
  const isGiven = offer?.state === 'live' && offer.pointsCost === 0 && !(offer.toDay && offer.toDay < dayAt(day))
  return isGiven ? undefined : ('offer_not_live' as const)
}

export const monthOfFollow = ({ day }: Today) => dayAt(day).slice(0, 7)

/** How many got something of a follow in a month. */
export async function givenInMonth(db: Reader, followId: string, month: string): Promise<number> {
  const [[given] = [0]] = await db.values<[number]>(sql`SELECT count(*) FROM campaigns k
    JOIN campaign_people p ON p.campaign_id = k.id
    WHERE k.follow_id = ${followId} AND k.month = ${month} AND p.at IS NOT NULL AND p.left_out IS NULL`)
  return given ?? 0
}

/** What follows entering and leaving a segment, and what became of it this month. */
export async function followsOf(db: Reader, segmentId: string, today: Today) {
  const rows = await db
    .select({ follow: segmentFollows, offerName: offers.name })
    .from(segmentFollows)
    .leftJoin(offers, eq(offers.id, segmentFollows.offerId))
    .where(eq(segmentFollows.segmentId, segmentId))
  return Promise.all(
    rows.map(async ({ follow, offerName }) => {
      const { id, what, kind, offerId, mostPerMonth, active, since, offBecause } = follow
      const why = active ? await whyWaiting(db, follow, today) : offBecause
      const givenThisMonth = await givenInMonth(db, id, monthOfFollow(today))
      return { what, kind, offerId, offerName, mostPerMonth, active, since, why: why ?? null, givenThisMonth }
    }),
  )
}

/** Who entered or left lately, each person once; the first look at a segment, in which everybody enters, is no news. */
export async function movedLately(db: Reader, segmentId: string, what: SegmentMove, { now }: Today) {
  const rows = await db.values<[string]>(sql`SELECT DISTINCT e.customer_id FROM segment_events e
    JOIN customers c ON c.id = e.customer_id AND c.merged_into IS NULL
    WHERE e.segment_id = ${segmentId} AND e.what = ${what} AND e.at > ${now.getTime() - daysBack * dayMs}
      AND e.at > (SELECT min(at) FROM segment_events WHERE segment_id = ${segmentId} AND what = 'entered')`)
  return rows.map(([id]) => id)
}

/** The campaign that a follow gives by this month, as long as it stays as it was set. */
export async function campaignOfFollow(db: Reader, { id, since }: Follow, month: string) {
  return (
    await db
      .select()
      .from(campaigns)
      .where(and(eq(campaigns.followId, id), eq(campaigns.month, month), eq(campaigns.followSince, since)))
  )[0]
}
