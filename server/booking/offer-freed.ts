import { eq, sql } from 'drizzle-orm'
import { customers, shop, waitlist } from '../../drizzle/schema/index.ts'
import { Refusal } from '../../shared/refusals.ts'
import { addMinutes, instantOf } from '../../shared/time.ts'
import { type Facts, factsOf } from '../catalog/facts.ts'
import type { Reader, Tx } from '../database.ts'
import { putHold, releaseHolds } from './holds.ts'
import { tellOffer } from './news.ts'
import { wishOf } from './pieces.ts'
import { planAt } from './plan-at.ts'
import { daySlots } from './slots.ts'

type Wait = typeof waitlist.$inferSelect

/** Whether anybody waits at all: asked every second. */
export const anybodyWaits = async (db: Reader) =>
  (await db.select({ id: waitlist.id }).from(waitlist).where(sql`${waitlist.state} in ('waiting', 'offered')`).limit(1))
    .length > 0

/**
 * Offers what has been freed to those who wait for it, by the shop's way: kept for the first in line for some minutes,
 * then for the next, or told to all at once (K-25). While people sleep nothing is offered, as no offer would be read.
 */
export async function offerFreed(tx: Tx, now: Date, awake: boolean) {
  await releaseHolds(tx, { customerId: null }, now)
  const [rules] = await tx.select().from(shop)
  const open = await tx
    .select()
    .from(waitlist)
    .where(sql`${waitlist.state} in ('waiting', 'offered')`)
    .orderBy(waitlist.createdAt, waitlist.id)
  for (const wait of open) {
    const state = await withoutWhatIsOver(tx, wait, rules!.zone, now)
    if (state === 'waiting' && awake) await offer(tx, wait, rules!, now)
  }
}

/** An offer that nobody took in time passes to the next; a day that is over ends the wait. */
async function withoutWhatIsOver(tx: Tx, wait: Wait, zone: string, now: Date): Promise<Wait['state']> {
  const become = async (state: Wait['state']) => {
    await tx.update(waitlist).set({ state }).where(eq(waitlist.id, wait.id))
    return state
  }
  if (wait.state === 'offered' && wait.offerEndsAt && wait.offerEndsAt <= now) return become('passed')
  if (instantOf(wait.day, wait.toMinute, zone) <= now) return become('lapsed')
  if (wait.state === 'offered' && !wait.offerEndsAt && !(await isFree(tx, wait, now))) return become('waiting')
  return wait.state
}

async function isFree(tx: Tx, wait: Wait, now: Date) {
  const at = wait.offeredStartsAt!.getTime()
  return slotsFor(await factsFor(tx, wait, now), wait, now).some((slot) => slot.at === at)
}

async function offer(tx: Tx, wait: Wait, rules: typeof shop.$inferSelect, now: Date) {
  const facts = await factsFor(tx, wait, now)
  const startsAt = firstWanted(facts, wait, now)
  if (!startsAt) return
  const isKept = rules.waitlistMode === 'in_order'
  const until = addMinutes(now, rules.offerMinutes)
  const offerEndsAt = isKept ? (until < startsAt ? until : startsAt) : null
  if (isKept) {
    const planned = planAt(facts, wishOf(facts, wait.wanted, 'online'), startsAt, 'online', now)
    const { id, customerId, wanted } = wait
    await putHold(tx, { id, customerId, waitlistId: id, wanted, startsAt, expiresAt: offerEndsAt! }, facts, planned)
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

const factsFor = (tx: Tx, { wanted, customerId, day }: Wait, now: Date) =>
  factsOf(tx, { ...wanted, customerId, firstDay: day, lastDay: day, now })
