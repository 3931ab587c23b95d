import { sql } from 'drizzle-orm'
import type { RefusalCode } from '../../shared/refusals.ts'
import type { CampaignWish } from '../../shared/segments.ts'
import type { Reader } from '../database.ts'
import { costOf, isAmong } from '../offers/forecast.ts'
import { type StoredOffer, tallyOf } from '../offers/offers.ts'
import { offerOf } from './campaigns.ts'
import { type Inviting, invitees } from './invite.ts'

/** What a message to each of them would cost, or why it may not be sent: what the rules of messages say now. */
export type Reached = { reaches: { customerId: string; why: RefusalCode | undefined; costVnd: number }[] }

type Tally = { why: RefusalCode; people: number }[]

/** Whom a campaign means, who would be left out and why, and what it costs, before anybody gets anything (C-1). */
export async function previewOf(
  db: Reader,
  wish: Pick<CampaignWish, 'kind' | 'offerId'>,
  { ids, reached, zone, now }: { ids: string[]; reached: Reached; zone: string; now: Date },
) {
  const offer = await offerOf(db, wish)
  const reasons = offer
    ? await withoutOffer(db, offer, ids, zone, now)
    : reasonsOf(await invitees(db, ids, now), reached)
  const leftOut = ids.map((id) => reasons.get(id)).filter((why) => why !== undefined)
  const given = reached.reaches.filter(({ customerId }) => !reasons.has(customerId))
  const told = given.filter(({ why }) => why === undefined)
  const messageVnd = told.reduce((sum, { costVnd }) => sum + costVnd, 0)
  const offerCost = offer && (await costOfOffer(db, offer, given.length, now))
  return {
    ...{ people: ids.length, given: given.length, writtenTo: told.length, messageVnd },
    ...{ leftOut: tallied(leftOut), notTold: tallied(given.flatMap(({ why }) => why ?? [])) },
    offer: offerCost ?? null,
    costVnd: messageVnd + (offerCost?.expectedVnd ?? 0),
  }
}

/** For a message: who is not to be asked back, then whom the rules keep from it. */
function reasonsOf(inviting: Inviting[], { reaches }: Reached) {
  const byRules = reaches.map(({ customerId, why }) => [customerId, why] as const)
  const byVisits = inviting.map(({ customerId, why }) => [customerId, why] as const)
  return new Map([...byRules, ...byVisits].filter((each): each is [string, RefusalCode] => each[1] !== undefined))
}

/** Whom the offer is not for, who has had it, and those for whom stock or budget do not suffice. */
async function withoutOffer(db: Reader, offer: StoredOffer, ids: string[], zone: string, now: Date) {
  const among = offer.audience.kind === 'code' ? sql`0` : isAmong(offer.audience, now, zone)
  const rows = await db.values<
    [string, number, number]
  >(sql`SELECT c.id, coalesce(${among}, 0), (SELECT count(*) FROM vouchers v
      WHERE v.customer_id = c.id AND v.offer_id = ${offer.id} AND v.state IN ('open', 'used'))
    FROM json_each(${JSON.stringify(ids)}) asked JOIN customers c ON c.id = asked.value`)
  const reasons = new Map<string, RefusalCode>()
  let left = await leftOf(db, offer, now)
  for (const [id, isAmongThem, had] of rows) {
    if (!isAmongThem) reasons.set(id, 'offer_not_for_you')
    else if (offer.perPerson !== null && had >= offer.perPerson) reasons.set(id, 'offer_had')
    else if (left-- <= 0) reasons.set(id, 'offer_gone')
  }
  return reasons
}

/** How many more of an offer there are, by its stock and its budget. */
async function leftOf(db: Reader, offer: StoredOffer, now: Date) {
  const { stockLeft, budgetLeftVnd, eachMostVnd } = await remaining(db, offer, now)
  const byBudget = budgetLeftVnd === null || eachMostVnd === 0 ? Infinity : Math.floor(budgetLeftVnd / eachMostVnd)
  return Math.max(0, Math.min(stockLeft ?? Infinity, byBudget))
}

async function remaining(db: Reader, offer: StoredOffer, now: Date) {
  const { open, used, setAsideVnd, spentVnd } = await tallyOf(db, offer.id)
  const { mostVnd: eachMostVnd } = await costOf(db, { ...offer, stock: null, budgetVnd: null }, 1, now)
  return {
    stockLeft: offer.stock === null ? null : Math.max(0, offer.stock - open - used),
    budgetLeftVnd: offer.budgetVnd === null ? null : Math.max(0, offer.budgetVnd - setAsideVnd - spentVnd),
    eachMostVnd,
  }
}

async function costOfOffer(db: Reader, offer: StoredOffer, vouchers: number, now: Date) {
  const { stockLeft, budgetLeftVnd, eachMostVnd } = await remaining(db, offer, now)
  const cost = await costOf(db, { ...offer, stock: stockLeft, budgetVnd: budgetLeftVnd }, vouchers, now)
  return { name: offer.name, stockLeft, budgetLeftVnd, eachMostVnd, ...cost }
}

function tallied(reasons: RefusalCode[]): Tally {
  const counts = new Map<RefusalCode, number>()
  for (const why of reasons) counts.set(why, (counts.get(why) ?? 0) + 1)
  return [...counts].map(([why, people]) => ({ why, people })).sort((a, b) => b.people - a.people)
}
