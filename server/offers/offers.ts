import { asc, desc, eq, sql } from 'drizzle-orm'
import { offers, segments, services, vouchers } from '../../drizzle/schema/index.ts'
import type { Offer, offerStates } from '../../shared/offers.ts'
import { BadInput, Refusal } from '../../shared/refusals.ts'
import { prepared, type Reader, type Tx } from '../database.ts'
import { audit, type Staff } from '../staff/audit.ts'

export type StoredOffer = typeof offers.$inferSelect

const byId = prepared((db) =>
  db
    .select()
    .from(offers)
    .where(eq(offers.id, sql.placeholder('id')))
    .prepare(),
)
export const offerById = (db: Reader, id: string): Promise<StoredOffer | undefined> => byId(db).get({ id })

const of = (state: string) => sql<number>`coalesce(sum(${vouchers.state} = ${sql.raw(`'${state}'`)}), 0)`

/** What of an offer is out and used, and what it has cost so far; a used one may come back with its visit. */
const tally = {
  open: of('open'),
  used: of('used'),
  setAsideVnd: sql<number>`coalesce(sum(iif(${vouchers.state} = 'open', ${vouchers.setAsideVnd}, 0)), 0)`,
  spentVnd: sql<number>`coalesce(sum(iif(${vouchers.state} = 'used', ${vouchers.costVnd}, 0)), 0)`,
}

/** All offers, the cheapest in points first, each with what it has cost (C-1, C-3). */
export const offersOf = (db: Reader) =>
  db
    .select({ offer: offers, ...tally })
    .from(offers)
    .leftJoin(vouchers, eq(vouchers.offerId, offers.id))
    .groupBy(offers.id)
    .orderBy(asc(offers.pointsCost), asc(offers.name), desc(offers.createdAt))

const tallyStatement = prepared((db) =>
  db
    .select(tally)
    .from(vouchers)
    .where(eq(vouchers.offerId, sql.placeholder('offerId')))
    .prepare(),
)
/** How much of an offer is gone. */
export const tallyOf = async (db: Reader, offerId: string) => (await tallyStatement(db).get({ offerId }))!

/** How often one customer has had an offer. */
export const hadBy = (db: Reader, offerId: string, customerId: string) =>
  db.$count(
    vouchers,
    sql`${vouchers.customerId} = ${customerId} AND ${vouchers.offerId} = ${offerId} AND ${vouchers.state} IN ('open', 'used')`,
  )

/** A new offer, as a draft, or a changed one; vouchers that are out keep what they were promised. */
export async function putOffer(tx: Tx, by: Staff, id: string, wish: Offer, isNew: boolean, now: Date) {
  const before = await offerById(tx, id)
  if (!before && !isNew) throw new Refusal('not_found')
  if (wish.serviceId) {
    const [service] = await tx.select({ id: services.id }).from(services).where(eq(services.id, wish.serviceId))
    if (!service) throw new BadInput('serviceId', 'unknown')
  }
  const { audience } = wish
  if (audience.kind === 'segment' && !(await tx.$count(segments, eq(segments.id, audience.segmentId))))
    throw new BadInput('audience', 'unknown')
  const offer = { id, ...wish, state: before?.state ?? ('draft' as const), createdAt: before?.createdAt ?? now }
  await tx.insert(offers).values(offer).onConflictDoUpdate({ target: offers.id, set: wish })
  await audit(tx, by, before ? 'change_offer' : 'add_offer', id, { before, after: wish }, now)
  return offer
}

type State = (typeof offerStates)[number]
const next: Record<State, State[]> = {
  draft: ['live', 'ended'],
  live: ['paused', 'ended'],
  paused: ['live', 'ended'],
  ended: [],
}

/** Switches an offer on, pauses it or ends it for good; saying the same again changes nothing. */
export async function switchOffer(tx: Tx, by: Staff, id: string, state: State, now: Date) {
  const before = await offerById(tx, id)
  if (!before) throw new Refusal('not_found')
  if (before.state === state) return before
  if (!next[before.state].includes(state)) throw new Refusal('offer_ended')
  await tx.update(offers).set({ state }).where(eq(offers.id, id))
  await audit(tx, by, 'switch_offer', id, { before: before.state, after: state }, now)
  return { ...before, state }
}
