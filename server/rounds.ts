import { lt } from 'drizzle-orm'
import { accountSessions, ownerLinks, sessions, webhookEvents } from '../drizzle/schema/index.ts'
import { dayMs } from '../shared/time.ts'
import { examine } from './doctor.ts'
import { described, type Log } from './log.ts'
import { deliver } from './notifications/deliver.ts'
import type { Shop } from './shop.ts'

const deliverEveryMs = 1000
const nightlyEveryMs = dayMs

/** What a shop does as time passes. A round that fails is logged and comes again. Answers with how to stop them. */
export function startRounds(shop: Shop, log: Log): () => Promise<void> {
  const rounds = [every(deliverEveryMs, () => deliverAll(shop)), every(nightlyEveryMs, () => nightly(shop, log))]
  return async () => {
    await Promise.all(rounds.map((stop) => stop()))
  }

  function every(ms: number, round: () => Promise<unknown>): () => Promise<unknown> {
    let running: Promise<unknown> = Promise.resolve()
    let busy = false
    const timer = setInterval(() => {
      if (busy) return
      busy = true
      running = round()
        .catch((fault) => log.error({ fault: described(fault) }, 'a round failed'))
        .finally(() => {
          busy = false
        })
    }, ms)
    return () => {
      clearInterval(timer)
      return running
    }
  }
}

/** Sends until nothing is due. */
export async function deliverAll(shop: Shop) {
  while (await deliver(shop)) {
    // the next batch
  }
}

/** Proves the ledger, and forgets what is kept for a while only. */
async function nightly(shop: Shop, log: Log) {
  const findings = await examine(shop.read)
  if (findings.length) log.error({ findings }, 'the doctor found something')
  const now = shop.now()
  await shop.write(async (tx) => {
    await tx.delete(webhookEvents).where(lt(webhookEvents.receivedAt, new Date(now.getTime() - 14 * dayMs)))
    await tx.delete(sessions).where(lt(sessions.expiresAt, now))
    await tx.delete(accountSessions).where(lt(accountSessions.createdAt, new Date(now.getTime() - 7 * dayMs)))
    await tx.delete(ownerLinks).where(lt(ownerLinks.expiresAt, now))
  })
}
