import { and, eq, inArray, sql } from 'drizzle-orm'
import { outbox } from '../../drizzle/schema/index.ts'
import { newId } from '../../shared/ids.ts'
import { prepared } from '../database.ts'
import type { Shop } from '../shop.ts'
import { ZaloFault } from '../zalo/errors.ts'
import { type Held, hold, isAnythingDue, leaseMs } from './hold.ts'
import { afterFault, type Outcome } from './outcome.ts'
import { send } from './send.ts'
import { finish } from './settle.ts'
import { channelOf } from './ways.ts'

/** How many messages are under way to Zalo at once. */
const parallel = 20
/** A lease lasts a minute; whoever works longer renews it in time. */
const heartbeatMs = 20_000

/** Sends what is due until nothing is. Answers with how many it sent; a round that dies leaves them to the next one. */
export async function deliver(shop: Shop): Promise<number> {
  if (!(await isAnythingDue(shop.read, shop.now()))) return 0
  const leaseToken = newId()
  const ready: Held[] = []
  const inHand = new Set<string>()
  const writing = new Set<Promise<unknown>>()
  const faults: unknown[] = []
  let refilling: Promise<void> | undefined
  let mayHideMore = false
  let beatAt = shop.now().getTime()
  let sent = 0

  /** The next batch is taken while the last one is on its way, so that no slot waits for the database. */
  function refill() {
    const { breakers, random } = shop
    refilling ??= shop
      .write((tx) => hold(tx, { leaseToken, most: parallel, breakers, now: shop.now(), random }))
      .then(({ held, others }) => {
        ready.push(...held)
        for (const { message } of held) inHand.add(message.id)
        mayHideMore = others > 0
      })
      .finally(() => {
        refilling = undefined
      })
    return refilling
  }

  async function next(): Promise<Held | undefined> {
    if (ready.length === 0) {
      await refill()
      while (ready.length === 0 && mayHideMore) await refill()
    } else if (ready.length <= parallel / 2) refill().catch(() => undefined) // whoever needs it next meets the fault
    return ready.shift()
  }

  async function slot() {
    for (let held = await next(); held; held = await next()) {
      const outcome = await attempt(shop, held, leaseToken)
      sent++
      inHand.delete(held.message.id)
      if (outcome) follow(shop.write((tx) => finish(tx, held!.message.id, leaseToken, outcome)))
      await beat()
    }
  }

  function follow(write: Promise<unknown>) {
    const done: Promise<unknown> = write.catch((fault) => faults.push(fault)).finally(() => writing.delete(done))
    writing.add(done)
  }

  async function beat() {
    if (shop.now().getTime() - beatAt < heartbeatMs) return
    beatAt = shop.now().getTime()
    const leaseUntil = new Date(beatAt + leaseMs)
    const ours = and(inArray(outbox.id, [...inHand]), eq(outbox.leaseToken, leaseToken))
    await shop.write((tx) => tx.update(outbox).set({ leaseUntil }).where(ours))
  }

  await Promise.all(Array.from({ length: parallel }, slot))
  await Promise.all(writing)
  if (faults.length > 0) throw faults[0]
  return sent
}

const leased = prepared((db) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(
      and(
        eq(outbox.id, sql.placeholder('id')),
        eq(outbox.leaseToken, sql.placeholder('leaseToken')),
        eq(outbox.state, 'sending'),
      ),
    )
    .prepare(),
)

/** Sends one message, if this round still holds it: somebody may have taken consent back, or the lease have passed on. */
async function attempt(shop: Shop, held: Held, leaseToken: string): Promise<Outcome | undefined> {
  const { message, way, hasOther } = held
  if (!(await leased(shop.read).get({ id: message.id, leaseToken }))) return undefined
  const breaker = shop.breakers[channelOf(way.route)]
  try {
    const { messageId, sentAt } = await send(shop, held)
    breaker.succeeded()
    return { state: 'sent', zaloMessageId: messageId, sentAt: sentAt ?? shop.now(), problem: null }
  } catch (fault) {
    if (!(fault instanceof ZaloFault)) throw fault
    const now = shop.now()
    if (fault.kind === 'configuration') breaker.pause(now)
    else if (fault.kind === 'retryable' || fault.kind === 'unknown') breaker.failed(now)
    else breaker.succeeded() // Zalo answered
    return afterFault(fault, message, { route: way.route, hasOther }, { now, random: shop.random })
  }
}
