import { lt } from 'drizzle-orm'
import { accountSessions, ownerLinks, sessions, webhookEvents } from '../drizzle/schema/index.ts'
import { dayMs, hourMs, minuteOf } from '../shared/time.ts'
import { remind, remindersDue } from './booking/remind.ts'
import { shopOf } from './catalog/catalog.ts'
import { examine } from './doctor.ts'
import { described, type Log } from './log.ts'
import { deliver } from './notifications/deliver.ts'
import type { Shop } from './shop.ts'

const deliverEveryMs = 1000
/** When nobody is served: the hour of the shop's night in which its books are proven. */
const nightlyHour = 3

/** What a shop does as time passes. A round that fails is logged and comes again. Answers with how to stop them. */
export function startRounds(shop: Shop, log: Log): () => Promise<void> {
  const rounds = [every(deliverEveryMs, () => deliverAll(shop)), every(hourMs, () => hourly(shop, log))]
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

/** Reminds, then sends until nothing is due. */
export async function deliverAll(shop: Shop) {
  const now = shop.now()
  const reminders = await remindersDue(shop.read, now)
  if (reminders.length) await shop.write((tx) => remind(tx, reminders, now))
  while (await deliver(shop)) {
    // the next batch
  }
}

async function hourly(shop: Shop, log: Log) {
  const { zone } = await shopOf(shop.read)
  if (Math.floor(minuteOf(shop.now(), zone) / 60) === nightlyHour) await nightly(shop, log)
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
