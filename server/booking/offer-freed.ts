import { eq, sql } from 'drizzle-orm'
import { customers, shop, waitlist } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addMinutes, instantOf } from '../../shared/time.ts'
import { type Facts, factsOf } from '../catalog/facts.ts'
import type { Reader, Tx } from '../database.ts'
import { putHold, releaseHolds } from './holds.ts'
import { tellOffer } from './news.ts'
import { wishOf } from './pieces.ts'
import { planAt } from './plan-at.ts'
import { daySlots } from './slots.ts'

const longestHoldMinutes = 15

type Wait = typeof waitlist.$inferSelect

/** Those for whom something is to be done now, first come first: their day or their offer is over, or a time is free. */
export async function waitsDue(db: Reader, now: Date, awake: boolean): Promise<string[]> {
  const open = await db
    .select()
    .from(waitlist)
    .where(sql`${waitlist.state} in ('waiting', 'offered')`)
    .orderBy(waitlist.createdAt, waitlist.id)
  const due = []
  for (const wait of open) {
    // What cannot even be looked at is met, and told, where nobody else is kept from theirs.
    if (await isDue(db, wait, now, awake).catch(() => true)) due.push(wait.id)
  }
  return due
}

async function isDue(db: Reader, wait: Wait, now: Date, awake: boolean) {
  const facts = await factsFor(db, wait, now)
  const state = await stateOf(db, facts, wait, now)
  return state !== wait.state || (awake && state === 'waiting' && firstWanted(facts, wait, now) !== undefined)
}

/**
 * Offers what has been freed to somebody who waits for it, by the shop's way: kept for some minutes for the first in
 * line, or told to all at once (K-25). While people sleep nothing is offered, as no offer would be read.
 */
export async function tendWait(tx: Tx, id: string, now: Date, awake: boolean) {
  const [wait] = await tx.select().from(waitlist).where(eq(waitlist.id, id))
  const [rules] = await tx.select().from(shop)
  const facts = await factsFor(tx, wait!, now)
  const state = await stateOf(tx, facts, wait!, now)
  if (state !== wait!.state) await tx.update(waitlist).set({ state }).where(eq(waitlist.id, id))
  if (state === 'waiting' && awake) await offer(tx, facts, wait!, rules!, now)
}

/** An offer that nobody took in time passes to the next; a day that is over ends the wait. */
async function stateOf(db: Reader, facts: Facts, wait: Wait, now: Date): Promise<Wait['state']> {
  const { state, offerEndsAt } = wait
  if (state !== 'waiting' && state !== 'offered') return state
  if (state === 'offered' && offerEndsAt && offerEndsAt <= now) return 'passed'
  if (instantOf(wait.day, wait.toMinute, facts.zone) <= now) return 'lapsed'
  if (state === 'waiting' || offerEndsAt || isFree(facts, wait, now)) return state
  // What somebody merely holds may be free again in a minute, and need not be told twice.
  const withoutHolds = await factsFor(db, wait, addMinutes(now, longestHoldMinutes))
  return isFree(withoutHolds, wait, now) ? 'offered' : 'waiting'
}

const isFree = (facts: Facts, wait: Wait, now: Date) =>
  slotsFor(facts, wait, now).some(({ at }) => at === wait.offeredStartsAt!.getTime())

async function offer(tx: Tx, facts: Facts, wait: Wait, rules: typeof shop.$inferSelect, now: Date) {
  const startsAt = firstWanted(facts, wait, now)
  if (!startsAt) return
  const isKept = rules.waitlistMode === 'in_order'
  const until = addMinutes(now, rules.offerMinutes)
  const offerEndsAt = isKept ? (until < startsAt ? until : startsAt) : null
  if (isKept) {
    const planned = planAt(facts, wishOf(facts, wait.wanted, 'online'), startsAt, 'online', now)
    const { id: waitlistId, customerId, wanted } = wait
    const kept = { id: newId(), customerId, waitlistId, wanted, startsAt, expiresAt: offerEndsAt! }
    await releaseHolds(tx, { customerId: null }, now)
    await putHold(tx, kept, facts, planned)
  }
  const offered = { state: 'offered' as const, offeredAt: now, offeredStartsAt: startsAt, offerEndsAt }
  await tx.update(waitlist).set(offered).where(eq(waitlist.id, wait.id))
  const [customer] = await tx.select({ name: customers.name }).from(customers).where(eq(customers.id, wait.customerId))
  const { id: waitId, customerId, serviceName } = wait
  const { shopName, zone } = facts
  const told = { waitId, customerId, customerName: customer!.name, serviceName, shopName, zone, startsAt }
  await tellOffer(tx, { ...told, until: offerEndsAt ?? startsAt }, now)
}

/** The first free time in the stretch of the day that somebody waits for. */
function firstWanted(facts: Facts, wait: Wait, now: Date): Date | undefined {
  const [from, to] = [wait.fromMinute, wait.toMinute].map((minute) => instantOf(wait.day, minute, facts.zone).getTime())
  const slot = slotsFor(facts, wait, now).find(({ at }) => at >= from! && at <= to!)
  return slot && new Date(slot.at)
}

/** None of what the shop no longer sells. */
function slotsFor(facts: Facts, { wanted, day }: Wait, now: Date) {
  try {
    return daySlots(facts, wishOf(facts, wanted, 'online'), day, 'online', now)
  } catch (refusal) {
    if (refusal instanceof Refusal) return []
    throw refusal
  }
}

const factsFor = (db: Reader, { wanted, customerId, day }: Wait, now: Date) =>
  factsOf(db, { ...wanted, customerId, firstDay: day, lastDay: day, now })
