import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm'
import { campaignPeople, campaigns, outbox, triggers } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { BadInput, Refusal, type RefusalCode } from '../../shared/refusals.ts'
import { addMinutes, stampOf } from '../../shared/time.ts'
import { makeRebookLink, rebookStatement } from '../booking/rebook-link.ts'
import { shopOf } from '../catalog/catalog.ts'
import type { Reader, Tx } from '../database.ts'
import { enqueue } from '../notifications/outbox.ts'
import { takeOffer } from '../offers/issue.ts'
import type { Reached } from './campaign-preview.ts'
import type { Campaign } from './campaigns.ts'
import { followById, givenInMonth } from './follows.ts'
import { type Inviting, invitees } from './invite.ts'

/** So many people an act: nobody waits long behind it. */
const peopleAtOnce = 50

/** What an act cannot know by itself: the rules of messages, and the key that signs links. */
export type Means = {
  reach: (db: Reader, customerIds: string[], intent: CampaignIntent, now: Date) => Promise<Reached>
  sign: (statement: string) => string
}
export type CampaignIntent = 'offer_given' | 'come_again'
export const intentOf = (kind: Campaign['kind']): CampaignIntent => (kind === 'offer' ? 'offer_given' : 'come_again')

type Got = { outboxId?: string; voucherId?: string; leftOut?: string }

/** Whether any campaign is to be given further; asked without the write lock. */
export const isGiving = async (db: Reader) => (await db.$count(campaigns, eq(campaigns.state, 'giving'))) > 0

/** Gives a campaign to some more of its people, with where it stands now in the same write. False: there is nothing to give. */
export async function giveSome(tx: Tx, means: Means, now: Date): Promise<boolean> {
  const [campaign] = await tx
    .select()
    .from(campaigns)
    .where(eq(campaigns.state, 'giving'))
    .orderBy(asc(campaigns.at), asc(campaigns.id))
    .limit(1)
  if (!campaign) return false
  const { id, doneTo, kind } = campaign
  const rows = await tx
    .select({ customerId: campaignPeople.customerId })
    .from(campaignPeople)
    .where(and(eq(campaignPeople.campaignId, id), gt(campaignPeople.customerId, doneTo), isNull(campaignPeople.at)))
    .orderBy(asc(campaignPeople.customerId))
    .limit(peopleAtOnce)
  const ids = rows.map(({ customerId }) => customerId)
  const { reaches } = await means.reach(tx, ids, intentOf(kind), now)
  const reasons = new Map(reaches.map(({ customerId, why }) => [customerId, why]))
  const facts = await factsOf(tx, kind)
  let room = await roomOf(tx, campaign)
  for (const person of await invitees(tx, ids, now)) {
    const given = {
      campaign,
      person,
      mayWrite: facts.enabled ? reasons.get(person.customerId) : ('message_off' as const),
    }
    const give = () => (kind === 'offer' ? giveVoucher(tx, given, facts, now) : invite(tx, given, facts, means, now))
    const got = room > 0 ? await give() : { leftOut: 'month_full' }
    if (!got.leftOut) room--
    await tx
      .update(campaignPeople)
      .set({ ...got, at: now })
      .where(and(eq(campaignPeople.campaignId, id), eq(campaignPeople.customerId, person.customerId)))
  }
  const isAll = ids.length < peopleAtOnce
  await tx
    .update(campaigns)
    .set({ doneTo: ids.at(-1) ?? doneTo, ...(isAll && { state: 'done' as const, endedAt: now }) })
    .where(eq(campaigns.id, id))
  return true
}

/** How many more may get something: what follows a segment has a bound in the month. */
async function roomOf(tx: Tx, { followId, month }: Campaign): Promise<number> {
  const follow = followId && (await followById(tx, followId))
  if (!follow || !month) return Infinity
  return follow.mostPerMonth - (await givenInMonth(tx, follow.id, month))
}

type Facts = { shop: string; zone: string; enabled: boolean; deadlineMinutes: number }

async function factsOf(tx: Tx, kind: Campaign['kind']): Promise<Facts> {
  const { name: shop, zone } = await shopOf(tx)
  const [trigger] = await tx
    .select()
    .from(triggers)
    .where(eq(triggers.intent, intentOf(kind)))
  return { shop, zone, enabled: trigger!.enabled, deadlineMinutes: trigger!.deadlineMinutes }
}

/** `mayWrite` is why they may not be written to, if they may not. */
type Given = { campaign: Campaign; person: Inviting; mayWrite: RefusalCode | undefined }

/** A voucher under the offer's own limits, stock and budget; who may not be written to finds it in the Mini App. */
async function giveVoucher(tx: Tx, { campaign, person, mayWrite }: Given, facts: Facts, now: Date): Promise<Got> {
  const { customerId, name } = person
  const taking = { id: newId(), offerId: campaign.offerId!, customerId, by: campaign.by }
  const voucher = await takeOffer(tx, taking, now).catch((fault) => {
    if (!(fault instanceof Refusal || fault instanceof BadInput)) throw fault
    return { leftOut: fault instanceof Refusal ? fault.code : 'offer_ended' }
  })
  if ('leftOut' in voucher) return voucher
  if (mayWrite) return { voucherId: voucher.id }
  const until = voucher.expiresAt ? stampOf(new Date(voucher.expiresAt.getTime() - 1), facts.zone) : 'không thời hạn'
  const params = { customer_name: name, reward: voucher.name, until, shop: facts.shop, link: '/points' }
  const outboxId = await write(tx, { intent: 'offer_given', customerId, about: voucher.id, params }, facts, now)
  return { voucherId: voucher.id, outboxId }
}

/** An invitation with a link that books like the last visit, or to what the shop offers. */
async function invite(tx: Tx, given: Given, facts: Facts, { sign }: Means, now: Date): Promise<Got> {
  const { campaign, person, mayWrite } = given
  const { customerId, name, service, days, bookingId } = person
  const leftOut = person.why ?? mayWrite
  if (leftOut) return { leftOut }
  const linkId = bookingId && (await makeRebookLink(tx, { customerId, bookingId }, now))
  const link = linkId ? `/rebook/${sign(rebookStatement(linkId))}` : '/services'
  const params = { customer_name: name, service, days: String(days), shop: facts.shop, link }
  const about = `${campaign.id}.${customerId}`
  return { outboxId: await write(tx, { intent: 'come_again', customerId, about, params }, facts, now) }
}

type News = { intent: CampaignIntent; customerId: string; about: string; params: Record<string, string> }

async function write(tx: Tx, news: News, { deadlineMinutes }: Facts, now: Date): Promise<string | undefined> {
  await enqueue(tx, { ...news, dueAt: now, uselessAt: addMinutes(now, deadlineMinutes) }, now)
  const [row] = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(sql`${outbox.key} = ${`${news.intent}:${news.about}`}`)
  return row?.id
}
