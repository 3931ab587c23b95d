import { eq, sql } from 'drizzle-orm'
import { campaigns, segmentFollows } from '../../drizzle/schema/index.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { CampaignWish } from '../../shared/segments.ts'
import type { Reader, Tx } from '../database.ts'
import { offerById } from '../offers/offers.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { holds, people, type Today } from './conditions.ts'
import { segmentById } from './segments.ts'

export type Campaign = typeof campaigns.$inferSelect

/** What is hoped of a campaign and what led to it; a preview and a suggestion know. */
type Hoped = { expectedCostVnd: number; expectedVnd?: number; suggestionId?: string }

async function campaignById(db: Reader, id: string): Promise<Campaign | undefined> {
  return (await db.select().from(campaigns).where(eq(campaigns.id, id)))[0]
}

/** Whom a campaign means: those of a segment just now, or who was named, each person once. */
async function meant(db: Reader, { segmentId, customerIds }: CampaignWish, today: Today) {
  if (segmentId === null)
    return sql`SELECT DISTINCT coalesce(c.merged_into, c.id) AS id FROM json_each(${JSON.stringify(customerIds)}) asked
      JOIN customers c ON c.id = asked.value`
  const segment = await segmentById(db, segmentId)
  if (!segment) throw new BadInput('segmentId', 'unknown')
  return sql`SELECT c.id FROM ${people} WHERE c.merged_into IS NULL AND ${holds(segment.rule, today)}`
}

export async function meantBy(db: Reader, wish: CampaignWish, today: Today): Promise<string[]> {
  return (await db.values<[string]>(await meant(db, wish, today))).map(([id]) => id)
}

/** The offer of a campaign: one that is on, and asks nobody for points. */
export async function offerOf(db: Reader, { kind, offerId }: Pick<CampaignWish, 'kind' | 'offerId'>) {
  if (kind === 'message') return undefined
  const offer = offerId ? await offerById(db, offerId) : undefined
  if (!offer) throw new BadInput('offerId', 'unknown')
  if (offer.state !== 'live' || offer.pointsCost > 0) throw new Refusal('offer_not_live')
  return offer
}

/**
 * Starts to give an offer or to write to many: who is meant is written down now, a round gives in steps. The same id
 * again is the same campaign.
 */
export async function startCampaign(
  tx: Tx,
  by: Staff,
  { id, ...wish }: CampaignWish & { id: string },
  { expectedCostVnd, ...hoped }: Hoped,
  today: Today,
): Promise<Campaign> {
  const repeated = await campaignById(tx, id)
  if (repeated) return repeated
  const offer = await offerOf(tx, wish)
  const who = await meant(tx, wish, today)
  const { kind, segmentId } = wish
  const name = segmentId ? (await segmentById(tx, segmentId))!.name : ''
  const about = { id, kind, segmentId, offerId: offer?.id ?? null, name, people: 0, expectedCostVnd, ...hoped }
  await tx.insert(campaigns).values({ ...about, state: 'giving', by: by.id, at: today.now })
  await tx.run(sql`INSERT INTO campaign_people (campaign_id, customer_id) SELECT ${id}, id FROM (${who})`)
  const [[count] = [0]] = await tx.values<[number]>(sql`SELECT count(*) FROM campaign_people WHERE campaign_id = ${id}`)
  if (count === 0) throw new Refusal('nobody_meant')
  const [started] = await tx.update(campaigns).set({ people: count }).where(eq(campaigns.id, id)).returning()
  await audit(tx, by, 'start_campaign', id, { after: { ...wish, people: count } }, today.now)
  return started!
}

/** Gives to nobody further, and what has not left does not leave; vouchers that were given stay. What it followed is off. */
export async function stopCampaign(tx: Tx, by: Staff, id: string, now: Date) {
  const before = await campaignById(tx, id)
  if (!before) throw new Refusal('not_found')
  if (before.state === 'stopped') return before
  const [stopped] = await tx
    .update(campaigns)
    .set({ state: 'stopped', endedAt: now })
    .where(eq(campaigns.id, id))
    .returning()
  await tx.run(sql`UPDATE outbox SET state = 'cancelled', problem = 'Tiệm đã dừng đợt này.' WHERE state = 'waiting'
    AND id IN (SELECT outbox_id FROM campaign_people WHERE campaign_id = ${id})`)
  if (before.followId)
    await tx.update(segmentFollows).set({ active: false }).where(eq(segmentFollows.id, before.followId))
  await audit(tx, by, 'stop_campaign', id, { before: before.state, after: 'stopped' }, now)
  return stopped!
}
