import { asc, desc, eq, inArray, sql } from 'drizzle-orm'
import { offers, services, stampCards } from '../../drizzle/schema/index.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import type { StampCard } from '../../shared/wallets.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { standingOf } from '../loyalty/ledger.ts'
import { audit, type Staff } from '../staff/audit.ts'
import { offerById } from './offers.ts'

export const stampsWallet = (cardId: string) => `stamps:${cardId}`

/** All cards, the living first, each with what it gives, how many collect on it and how often it was filled. */
export const stampCardsOf = (db: Reader) =>
  db
    .select({
      ...{ id: stampCards.id, name: stampCards.name, goal: stampCards.goal, serviceIds: stampCards.serviceIds },
      ...{ offerId: stampCards.offerId, state: stampCards.state, gives: offers.name },
      holders: sql<number>`(SELECT count(*) FROM wallets WHERE wallet = 'stamps:' || ${stampCards.id} AND active > 0)`,
      filled: sql<number>`(SELECT count(*) FROM ledger_entries WHERE wallet = 'stamps:' || ${stampCards.id} AND kind = 'redeemed')`,
    })
    .from(stampCards)
    .innerJoin(offers, eq(offers.id, stampCards.offerId))
    .orderBy(desc(stampCards.state), asc(stampCards.createdAt))

/** A new card, or a changed one: stamps that are there count towards the goal as it now is. */
export async function putStampCard(tx: Tx, by: Staff, id: string, wish: StampCard, isNew: boolean, now: Date) {
  const before = await cardById(tx, id)
  if (!before && !isNew) throw new Refusal('not_found')
  if (before?.state === 'ended') throw new Refusal('card_ended')
  const offer = await offerById(tx, wish.offerId)
  if (!offer || offer.state === 'draft') throw new BadInput('offerId', 'unknown')
  if (offer.pointsCost > 0) throw new BadInput('offerId', 'bad')
  const known = await tx.$count(services, inArray(services.id, wish.serviceIds))
  if (known < new Set(wish.serviceIds).size) throw new BadInput('serviceIds', 'unknown')
  const card = { id, ...wish, state: before?.state ?? ('live' as const), createdAt: before?.createdAt ?? now }
  await tx.insert(stampCards).values(card).onConflictDoUpdate({ target: stampCards.id, set: wish })
  await audit(tx, by, before ? 'change_stamp_card' : 'add_stamp_card', id, { before, after: wish }, now)
  return card
}

/** No visit stamps it any more. */
export async function endStampCard(tx: Tx, by: Staff, id: string, now: Date) {
  const before = await cardById(tx, id)
  if (!before) throw new Refusal('not_found')
  if (before.state === 'live') {
    await tx.update(stampCards).set({ state: 'ended' }).where(eq(stampCards.id, id))
    await audit(tx, by, 'end_stamp_card', id, { before: 'live', after: 'ended' }, now)
  }
  return { ...before, state: 'ended' as const }
}

async function cardById(db: Reader, id: string) {
  const [card] = await db.select().from(stampCards).where(eq(stampCards.id, id))
  return card
}

const live = prepared((db) =>
  db
    .select({ card: stampCards, gives: offers.name, pointsCost: offers.pointsCost })
    .from(stampCards)
    .innerJoin(offers, eq(offers.id, stampCards.offerId))
    .where(eq(stampCards.state, 'live'))
    .orderBy(asc(stampCards.createdAt))
    .prepare(),
)
/** The cards that live, oldest first. */
export const liveStampCards = (db: Reader) => live(db).all()

/** What a card gives is for who filled it: nobody takes it by themselves. */
export const givenByCards = async (db: Reader): Promise<string[]> =>
  (await db.values<[string]>(sql`SELECT DISTINCT offer_id FROM stamp_cards`)).map(([offerId]) => offerId)

/** How full the cards of somebody are, those without a stamp too. */
export async function stampsOf(db: Reader, customerId: string, now: Date) {
  const cards = await liveStampCards(db)
  return await Promise.all(
    cards.map(async ({ card: { id: cardId, name, goal }, gives }) => {
      const { spendable: stamps } = await standingOf(db, customerId, now, stampsWallet(cardId))
      return { cardId, name, goal, stamps, gives }
    }),
  )
}
